-- Money that we decided to give back, and what became of each wish. The state changes by conditional updates only.
CREATE TABLE refund (
    id           BIGINT       NOT NULL PRIMARY KEY,
    -- Chosen by who asked: one refund for a key, however often it is sent.
    request_key  VARCHAR(80)  NOT NULL,
    payment_id   BIGINT       NOT NULL,
    way          VARCHAR(20)  NOT NULL,
    -- Through which gateway; absent when our people paid it back themselves.
    installation CHAR(32)     NULL,
    gateway      VARCHAR(64)  NULL,
    amount_minor BIGINT       NOT NULL,
    currency     CHAR(3)      NOT NULL,
    reason       VARCHAR(200) NOT NULL,
    state        VARCHAR(20)  NOT NULL,
    -- What the gateway said.
    detail       VARCHAR(500) NOT NULL,
    -- The gateway's name for the refund, once it has told us.
    reference    VARCHAR(128) NULL,
    -- When it is to be sent or asked after next; absent when nothing is left to do.
    ask_at       DATETIME(6)  NULL,
    asked        INT          NOT NULL DEFAULT 0,
    asked_for_at DATETIME(6)  NOT NULL,
    ended_at     DATETIME(6)  NULL,
    actor        VARCHAR(120) NOT NULL,
    UNIQUE KEY refund_key (request_key),
    UNIQUE KEY refund_reference (gateway, reference),
    KEY refund_payment (payment_id),
    KEY refund_ask (ask_at),
    CONSTRAINT refund_of_payment FOREIGN KEY (payment_id) REFERENCES payment (id),
    CONSTRAINT refund_positive CHECK (amount_minor > 0),
    CONSTRAINT refund_through CHECK ((way = 'GATEWAY') = (gateway IS NOT NULL))
);
