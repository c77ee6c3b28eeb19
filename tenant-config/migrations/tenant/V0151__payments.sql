-- What is known of a payment now. Its history lies in payment_event, its money in the journal.
CREATE TABLE payment (
    id              BIGINT       NOT NULL PRIMARY KEY,
    gateway         VARCHAR(64)  NOT NULL,
    reference       VARCHAR(128) NOT NULL,
    customer_id     BIGINT       NULL,
    -- The invoice that the payer meant, where it is known.
    purpose_id      BIGINT       NULL,
    method          VARCHAR(20)  NOT NULL,
    label           VARCHAR(200) NOT NULL,
    state           VARCHAR(20)  NOT NULL,
    currency        CHAR(3)      NOT NULL,
    gross_minor     BIGINT       NOT NULL,
    fee_minor       BIGINT       NOT NULL,
    taken_minor     BIGINT       NOT NULL,
    unapplied_minor BIGINT       NOT NULL,
    received_on     DATE         NULL,
    first_seen_at   DATETIME(6)  NOT NULL,
    UNIQUE KEY payment_reference (gateway, reference),
    KEY payment_customer (customer_id, received_on),
    KEY payment_received (received_on),
    KEY payment_purpose (purpose_id)
);

-- Append-only: each event of a payment once, in whatever order it came.
CREATE TABLE payment_event (
    payment_id  BIGINT       NOT NULL,
    event_key   VARCHAR(160) NOT NULL,
    sequence    BIGINT       NOT NULL,
    happened_at DATETIME(6)  NOT NULL,
    known_at    DATETIME(6)  NOT NULL,
    event       TEXT         NOT NULL,
    PRIMARY KEY (payment_id, event_key),
    CONSTRAINT payment_event_payment FOREIGN KEY (payment_id) REFERENCES payment (id)
);

CREATE TABLE payment_attempt (
    id              BIGINT        NOT NULL PRIMARY KEY,
    idempotency_key VARCHAR(64)   NOT NULL,
    invoice_id      BIGINT        NOT NULL,
    customer_id     BIGINT        NOT NULL,
    installation    CHAR(32)      NOT NULL,
    gateway         VARCHAR(64)   NOT NULL,
    amount_minor    BIGINT        NOT NULL,
    currency        CHAR(3)       NOT NULL,
    -- The gateway's name for what may become a payment.
    reference       VARCHAR(128)  NULL,
    state           VARCHAR(20)   NOT NULL,
    reason          VARCHAR(500)  NOT NULL,
    page            VARCHAR(2000) NULL,
    page_expires_at DATETIME(6)   NULL,
    -- When the gateway is asked next what became of it; absent when nothing is left to ask.
    ask_at          DATETIME(6)   NULL,
    asked           INT           NOT NULL DEFAULT 0,
    started_at      DATETIME(6)   NOT NULL,
    actor           VARCHAR(120)  NOT NULL,
    UNIQUE KEY payment_attempt_key (idempotency_key),
    KEY payment_attempt_invoice (invoice_id),
    KEY payment_attempt_ask (ask_at),
    KEY payment_attempt_reference (gateway, reference)
);

-- Append-only: what a gateway announced to transfer.
CREATE TABLE gateway_payout (
    id             BIGINT       NOT NULL PRIMARY KEY,
    gateway        VARCHAR(64)  NOT NULL,
    reference      VARCHAR(128) NOT NULL,
    currency       CHAR(3)      NOT NULL,
    gross_minor    BIGINT       NOT NULL,
    fee_minor      BIGINT       NOT NULL,
    net_minor      BIGINT       NOT NULL,
    bank_reference VARCHAR(200) NOT NULL,
    arrives_on     DATE         NOT NULL,
    announced_at   DATETIME(6)  NOT NULL,
    payments       MEDIUMTEXT   NOT NULL,
    UNIQUE KEY gateway_payout_reference (gateway, reference),
    KEY gateway_payout_arrival (arrives_on)
);
