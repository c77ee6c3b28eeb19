-- Append-only, all three: absent from mutable-tables.txt on purpose.
CREATE TABLE ledger_account (
    code  VARCHAR(20)   NOT NULL PRIMARY KEY,
    role  VARCHAR(30)   NOT NULL,
    names VARCHAR(2000) NOT NULL,
    UNIQUE KEY ledger_account_role (role)
);

CREATE TABLE journal_entry (
    id              BIGINT       NOT NULL PRIMARY KEY,
    idempotency_key VARCHAR(120) NOT NULL,
    content_hash    BINARY(32)   NOT NULL,
    cause_type      VARCHAR(40)  NOT NULL,
    cause_id        BIGINT       NOT NULL,
    booked_on       DATE         NOT NULL,
    posted_at       DATETIME(6)  NOT NULL,
    actor           VARCHAR(120) NOT NULL,
    description     VARCHAR(400) NOT NULL,
    reverses        BIGINT       NULL,
    UNIQUE KEY journal_entry_key (idempotency_key),
    UNIQUE KEY journal_entry_reverses (reverses),
    KEY journal_entry_cause (cause_type, cause_id)
);

-- Signed amounts: a debit is positive, a credit negative. The booked day is repeated for reports by account and day.
CREATE TABLE journal_line (
    entry_id     BIGINT      NOT NULL,
    line_no      SMALLINT    NOT NULL,
    account_code VARCHAR(20) NOT NULL,
    amount_minor BIGINT      NOT NULL,
    currency     CHAR(3)     NOT NULL,
    booked_on    DATE        NOT NULL,
    customer_id  BIGINT      NULL,
    invoice_id   BIGINT      NULL,
    claim_id     BIGINT      NULL,
    PRIMARY KEY (entry_id, line_no),
    KEY journal_line_account (account_code, currency, booked_on, entry_id),
    KEY journal_line_invoice (invoice_id, account_code),
    KEY journal_line_customer (customer_id, account_code),
    CONSTRAINT journal_line_entry FOREIGN KEY (entry_id) REFERENCES journal_entry (id)
);
