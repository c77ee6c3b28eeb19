CREATE TABLE outbox (
    id          BIGINT        NOT NULL PRIMARY KEY,
    kind        VARCHAR(40)   NOT NULL,
    subject_id  BIGINT        NOT NULL,
    payload     TEXT          NOT NULL,
    dedupe_key  VARCHAR(120)  NOT NULL,
    state       VARCHAR(20)   NOT NULL,
    attempts    INT           NOT NULL,
    next_at     DATETIME(6)   NOT NULL,
    lease_until DATETIME(6)   NULL,
    recipient   VARCHAR(2600) NOT NULL,
    note        VARCHAR(1000) NOT NULL,
    created_at  DATETIME(6)   NOT NULL,
    finished_at DATETIME(6)   NULL,
    UNIQUE KEY outbox_key (dedupe_key),
    KEY outbox_due (state, next_at),
    KEY outbox_subject (subject_id)
);

CREATE TABLE message_template (
    kind     VARCHAR(40)  NOT NULL,
    language VARCHAR(20)  NOT NULL,
    subject  VARCHAR(200) NOT NULL,
    body     TEXT         NOT NULL,
    PRIMARY KEY (kind, language)
);

-- Private links: the SHA-256 of the token, never the token.
CREATE TABLE invoice_link (
    token_hash BINARY(32)  NOT NULL PRIMARY KEY,
    invoice_id BIGINT      NOT NULL,
    created_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    revoked_at DATETIME(6) NULL,
    KEY invoice_link_of_invoice (invoice_id)
);

-- One reminder per invoice and step, whatever runs twice. Append-only; its fate is told by the outbox.
CREATE TABLE reminder (
    invoice_id BIGINT       NOT NULL,
    step       VARCHAR(40)  NOT NULL,
    tone       VARCHAR(20)  NOT NULL,
    due_on     DATE         NOT NULL,
    outbox_key VARCHAR(120) NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (invoice_id, step)
);
