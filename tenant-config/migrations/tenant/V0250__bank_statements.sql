-- A statement is as the bank gave it: append-only. What its lines were matched to changes.
CREATE TABLE bank_statement (
    id            BIGINT       NOT NULL PRIMARY KEY,
    identity      CHAR(64)     NOT NULL,
    account       VARCHAR(40)  NOT NULL,
    number        VARCHAR(70)  NOT NULL,
    currency      CHAR(3)      NOT NULL,
    opening_minor BIGINT       NOT NULL,
    closing_minor BIGINT       NOT NULL,
    from_day      DATE         NOT NULL,
    to_day        DATE         NOT NULL,
    file_name     VARCHAR(255) NOT NULL,
    imported_at   DATETIME(6)  NOT NULL,
    actor         VARCHAR(120) NOT NULL,
    UNIQUE KEY bank_statement_identity (identity)
);

CREATE TABLE bank_line (
    id             BIGINT        NOT NULL PRIMARY KEY,
    statement_id   BIGINT        NOT NULL,
    identity       CHAR(64)      NOT NULL,
    booked_on      DATE          NOT NULL,
    value_on       DATE          NOT NULL,
    currency       CHAR(3)       NOT NULL,
    amount_minor   BIGINT        NOT NULL,
    bank_reference VARCHAR(100)  NOT NULL,
    counterparty   VARCHAR(200)  NOT NULL,
    texts          VARCHAR(4000) NOT NULL,
    state          VARCHAR(20)   NOT NULL,
    gap            VARCHAR(20)   NULL,
    expected_minor BIGINT        NULL,
    matched_kind   VARCHAR(20)   NULL,
    matched_id     BIGINT        NULL,
    announced_id   BIGINT        NULL,
    UNIQUE KEY bank_line_identity (identity),
    KEY bank_line_statement (statement_id, booked_on),
    KEY bank_line_state (state, booked_on),
    UNIQUE KEY bank_line_match (matched_kind, matched_id)
);

-- Payments whose money was seen on the bank account.
CREATE TABLE banked_payment (
    payment_id BIGINT NOT NULL PRIMARY KEY,
    line_id    BIGINT NOT NULL
);
