-- Where a business wants to be told what happened.
CREATE TABLE webhook_endpoint (
    id               BIGINT        NOT NULL PRIMARY KEY,
    url              VARCHAR(1000) NOT NULL,
    description      VARCHAR(200)  NOT NULL,
    -- Who is told by mail when we give it up.
    contact          VARCHAR(254)  NOT NULL,
    -- Names, parted by blanks.
    event_types      VARCHAR(4000) NOT NULL,
    state            VARCHAR(20)   NOT NULL,
    secret           VARBINARY(500) NOT NULL,
    old_secret       VARBINARY(500) NULL,
    old_secret_until DATETIME(6)   NULL,
    -- The first failure since the last success.
    failing_since    DATETIME(6)   NULL,
    created_at       DATETIME(6)   NOT NULL,
    actor            VARCHAR(120)  NOT NULL,
    KEY webhook_endpoint_state (state)
);

-- Append-only: what is told, word by word.
CREATE TABLE webhook_event (
    id          BIGINT      NOT NULL PRIMARY KEY,
    event_type  VARCHAR(60) NOT NULL,
    subject_id  BIGINT      NOT NULL,
    happened_at DATETIME(6) NOT NULL,
    payload     TEXT        NOT NULL,
    KEY webhook_event_subject (subject_id)
);

CREATE TABLE webhook_delivery (
    id          BIGINT       NOT NULL PRIMARY KEY,
    endpoint_id BIGINT       NOT NULL,
    event_id    BIGINT       NOT NULL,
    state       VARCHAR(20)  NOT NULL,
    -- Since it was sent first, or again by hand.
    attempts    INT          NOT NULL,
    next_at     DATETIME(6)  NOT NULL,
    lease_until DATETIME(6)  NULL,
    last_status INT          NULL,
    note        VARCHAR(500) NOT NULL,
    created_at  DATETIME(6)  NOT NULL,
    finished_at DATETIME(6)  NULL,
    UNIQUE KEY webhook_delivery_once (endpoint_id, event_id),
    KEY webhook_delivery_due (state, next_at),
    KEY webhook_delivery_of_endpoint (endpoint_id, state, id),
    CONSTRAINT webhook_delivery_to FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoint (id),
    CONSTRAINT webhook_delivery_of FOREIGN KEY (event_id) REFERENCES webhook_event (id)
);

-- Append-only: each try, and what came back.
CREATE TABLE webhook_attempt (
    id          BIGINT       NOT NULL PRIMARY KEY,
    delivery_id BIGINT       NOT NULL,
    started_at  DATETIME(6)  NOT NULL,
    took_millis INT          NOT NULL,
    -- Absent when nothing answered.
    http_status INT          NULL,
    response    VARCHAR(2100) NOT NULL,
    trouble     VARCHAR(500) NOT NULL,
    KEY webhook_attempt_of (delivery_id, id)
);
