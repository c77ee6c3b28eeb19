-- Accounts by which orders come: shops, mailboxes, layouts of files.
CREATE TABLE order_channel (
    id           BIGINT         NOT NULL PRIMARY KEY,
    kind         VARCHAR(20)    NOT NULL,
    name         VARCHAR(80)    NOT NULL,
    active       BOOLEAN        NOT NULL,
    settings     MEDIUMTEXT     NOT NULL,
    -- Sealed; their names are not.
    secrets      VARBINARY(8000) NULL,
    secret_names VARCHAR(1000)  NOT NULL,
    created_at   DATETIME(6)    NOT NULL,
    UNIQUE KEY order_channel_name (name)
);

-- What was received, as it was received, sealed. Never changed.
CREATE TABLE order_payload (
    id           BIGINT       NOT NULL PRIMARY KEY,
    channel_id   BIGINT       NOT NULL,
    media_type   VARCHAR(120) NOT NULL,
    name         VARCHAR(200) NOT NULL,
    body         LONGBLOB     NOT NULL,
    bytes        INT          NOT NULL,
    content_hash BINARY(32)   NOT NULL,
    received_at  DATETIME(6)  NOT NULL,
    actor        VARCHAR(120) NOT NULL,
    UNIQUE KEY order_payload_content (channel_id, content_hash)
);

-- An order and where it stands.
CREATE TABLE sales_order (
    id           BIGINT         NOT NULL PRIMARY KEY,
    channel_id   BIGINT         NOT NULL,
    payload_id   BIGINT         NOT NULL,
    -- The channel's name of it; empty when it gave none or could not be understood.
    reference    VARCHAR(200)   NULL,
    -- 1 for what came first under the reference, more for other content under the same.
    arrival      INT            NOT NULL,
    content_hash BINARY(32)     NOT NULL,
    state        VARCHAR(20)    NOT NULL,
    -- Newest version of its document; 0 when it could not be understood.
    revision     INT            NOT NULL,
    buyer        VARCHAR(200)   NOT NULL,
    gross_minor  BIGINT         NULL,
    currency     CHAR(3)        NULL,
    -- The bare figure, for putting the most money first; empty when nobody knows.
    weight       DECIMAL(24, 4) NULL,
    ordered_on   DATE           NULL,
    attempts     INT            NOT NULL,
    due_at       DATETIME(6)    NOT NULL,
    customer_id  BIGINT         NULL,
    invoice_id   BIGINT         NULL,
    -- Rules that a person decided to pass over for this order.
    waived       VARCHAR(400)   NOT NULL,
    received_at  DATETIME(6)    NOT NULL,
    judged_at    DATETIME(6)    NULL,
    closed_note  VARCHAR(500)   NULL,
    UNIQUE KEY sales_order_reference (channel_id, reference, arrival),
    UNIQUE KEY sales_order_content (channel_id, content_hash),
    KEY sales_order_waiting (state, due_at),
    KEY sales_order_stake (state, weight),
    KEY sales_order_received (received_at),
    KEY sales_order_payload (payload_id),
    KEY sales_order_invoice (invoice_id),
    KEY sales_order_customer (customer_id, ordered_on)
);

-- An order in our own shape, sealed: as it was read, and each time a person corrected it.
CREATE TABLE order_document (
    order_id   BIGINT       NOT NULL,
    revision   INT          NOT NULL,
    document   LONGBLOB     NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    actor      VARCHAR(120) NOT NULL,
    PRIMARY KEY (order_id, revision)
);

-- Each time an order was judged.
CREATE TABLE order_judgement (
    id          BIGINT      NOT NULL PRIMARY KEY,
    order_id    BIGINT      NOT NULL,
    channel_id  BIGINT      NOT NULL,
    judged_at   DATETIME(6) NOT NULL,
    -- The first one tells how good the channel and its rules are; later ones follow a person's doing.
    first_one   BOOLEAN     NOT NULL,
    revision    INT         NOT NULL,
    result      VARCHAR(20) NOT NULL,
    gross_minor BIGINT      NULL,
    currency    CHAR(3)     NULL,
    KEY order_judgement_order (order_id),
    KEY order_judgement_period (first_one, judged_at, channel_id)
);

-- What a judgement found.
CREATE TABLE order_finding (
    judgement_id BIGINT        NOT NULL,
    position     INT           NOT NULL,
    rule         VARCHAR(30)   NOT NULL,
    severity     VARCHAR(10)   NOT NULL,
    field        VARCHAR(200)  NOT NULL,
    value        VARCHAR(500)  NOT NULL,
    text_key     VARCHAR(80)   NOT NULL,
    arguments    TEXT          NOT NULL,
    PRIMARY KEY (judgement_id, position)
);

-- The rules of a channel's account (customer 0), or of one customer there; the newest version counts.
CREATE TABLE order_rules (
    channel_id  BIGINT       NOT NULL,
    customer_id BIGINT       NOT NULL,
    version     INT          NOT NULL,
    rules       MEDIUMTEXT   NOT NULL,
    created_at  DATETIME(6)  NOT NULL,
    actor       VARCHAR(120) NOT NULL,
    PRIMARY KEY (channel_id, customer_id, version)
);
