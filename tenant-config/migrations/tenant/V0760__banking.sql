-- Payers' consents to be debited.
CREATE TABLE sepa_mandate (
    id           BIGINT       NOT NULL PRIMARY KEY,
    reference    VARCHAR(35)  NOT NULL,
    customer_id  BIGINT       NOT NULL,
    holder       VARCHAR(70)  NOT NULL,
    iban         VARCHAR(34)  NOT NULL,
    bic          VARCHAR(11)  NOT NULL,
    signed_on    DATE         NOT NULL,
    scheme       VARCHAR(10)  NOT NULL,
    one_off      BOOLEAN      NOT NULL,
    -- The next collection is the last one.
    ending       BOOLEAN      NOT NULL,
    state        VARCHAR(20)  NOT NULL,
    -- Day of the last collection that was sent to the bank.
    last_used_on DATE         NULL,
    created_at   DATETIME(6)  NOT NULL,
    actor        VARCHAR(120) NOT NULL,
    ended_at     DATETIME(6)  NULL,
    UNIQUE KEY sepa_mandate_reference (reference),
    KEY sepa_mandate_customer (customer_id, state),
    KEY sepa_mandate_state (state)
);

-- Orders for the bank that one person prepares and another releases.
CREATE TABLE bank_batch (
    id           BIGINT       NOT NULL PRIMARY KEY,
    request_key  VARCHAR(80)  NOT NULL,
    kind         VARCHAR(20)  NOT NULL,
    state        VARCHAR(20)  NOT NULL,
    installation CHAR(32)     NOT NULL,
    -- Our name for the file, which the bank repeats.
    message      VARCHAR(28)  NOT NULL,
    created_at   DATETIME(6)  NOT NULL,
    created_by   VARCHAR(120) NOT NULL,
    decided_at   DATETIME(6)  NULL,
    decided_by   VARCHAR(120) NULL,
    UNIQUE KEY bank_batch_key (request_key),
    UNIQUE KEY bank_batch_message (message)
);

CREATE TABLE bank_order (
    id              BIGINT       NOT NULL PRIMARY KEY,
    batch_id        BIGINT       NOT NULL,
    -- Our name for it, which statements repeat; that of its group once the file is written.
    end_to_end      VARCHAR(35)  NOT NULL,
    group_reference VARCHAR(35)  NULL,
    state           VARCHAR(20)  NOT NULL,
    amount_minor    BIGINT       NOT NULL,
    currency        CHAR(3)      NOT NULL,
    customer_id     BIGINT       NULL,
    holder          VARCHAR(70)  NOT NULL,
    iban            VARCHAR(34)  NOT NULL,
    bic             VARCHAR(11)  NOT NULL,
    text            VARCHAR(140) NOT NULL,
    execute_on      DATE         NOT NULL,
    mandate_id      BIGINT       NULL,
    sequence        VARCHAR(20)  NULL,
    invoice_id      BIGINT       NULL,
    claim_id        BIGINT       NULL,
    refund_id       BIGINT       NULL,
    -- What it moves, while it may still move it: no claim is collected and no refund paid by two orders at once.
    held            VARCHAR(40)  NULL,
    -- Why it did not work, such as the reason code of a return.
    reason          VARCHAR(200) NOT NULL,
    payment_id      BIGINT       NULL,
    ended_on        DATE         NULL,
    UNIQUE KEY bank_order_name (end_to_end),
    UNIQUE KEY bank_order_held (held),
    KEY bank_order_batch (batch_id),
    KEY bank_order_group (group_reference),
    KEY bank_order_mandate (mandate_id),
    KEY bank_order_invoice (invoice_id),
    CONSTRAINT bank_order_of_batch FOREIGN KEY (batch_id) REFERENCES bank_batch (id),
    CONSTRAINT bank_order_positive CHECK (amount_minor > 0)
);

-- Append-only: what was released is what was downloaded.
CREATE TABLE bank_file (
    batch_id   BIGINT       NOT NULL PRIMARY KEY,
    name       VARCHAR(100) NOT NULL,
    media_type VARCHAR(60)  NOT NULL,
    sha256     CHAR(64)     NOT NULL,
    content    MEDIUMBLOB   NOT NULL,
    written_at DATETIME(6)  NOT NULL
);

-- To whom a refund is transferred that goes back by a file for the bank.
ALTER TABLE refund ADD COLUMN payee VARCHAR(70) NULL;
ALTER TABLE refund ADD COLUMN payee_iban VARCHAR(34) NULL;
ALTER TABLE refund ADD COLUMN payee_bic VARCHAR(11) NULL;
