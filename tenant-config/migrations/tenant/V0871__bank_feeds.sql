-- A consent to read bank accounts. What the plugin has to remember of it is sealed; while the owner is on the bank's page, what
-- proves the answer is sealed beside it.
CREATE TABLE feed_connection (
    id             BIGINT         NOT NULL PRIMARY KEY,
    request_key    VARCHAR(120)   NOT NULL,
    installation   CHAR(32)       NOT NULL,
    plugin         VARCHAR(64)    NOT NULL,
    bank           VARCHAR(200)   NOT NULL,
    state          VARCHAR(20)    NOT NULL,
    grant_sealed   MEDIUMBLOB     NULL,
    pending_sealed MEDIUMBLOB     NULL,
    pending_state  CHAR(64)       NULL,
    pending_until  DATETIME(6)    NULL,
    consent_until  DATETIME(6)    NULL,
    last_success   DATETIME(6)    NULL,
    next_look      DATETIME(6)    NULL,
    failures       INT            NOT NULL,
    trouble        VARCHAR(500)   NOT NULL,
    created_at     DATETIME(6)    NOT NULL,
    actor          VARCHAR(120)   NOT NULL,
    UNIQUE KEY feed_connection_request (request_key),
    UNIQUE KEY feed_connection_pending (pending_state),
    KEY feed_connection_next (state, next_look)
);

-- Its accounts. Anchor: what was booked before the first line that was read; anchor + moved is what the bank must show.
CREATE TABLE feed_account (
    id            BIGINT        NOT NULL PRIMARY KEY,
    connection_id BIGINT        NOT NULL,
    external_id   VARCHAR(200)  NOT NULL,
    number        VARCHAR(70)   NOT NULL,
    name          VARCHAR(200)  NOT NULL,
    currency      CHAR(3)       NOT NULL,
    chosen        BOOLEAN       NOT NULL,
    feed_cursor   VARCHAR(4000) NULL,
    anchor_minor  BIGINT        NULL,
    moved_minor   BIGINT        NOT NULL,
    balance_minor BIGINT        NULL,
    looked_at     DATETIME(6)   NULL,
    UNIQUE KEY feed_account_external (connection_id, external_id)
);
