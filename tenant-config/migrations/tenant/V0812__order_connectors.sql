-- Where to go on asking a connected system for orders, and how the last visit went.
CREATE TABLE order_connector (
    channel_id BIGINT        NOT NULL PRIMARY KEY,
    next_page  VARCHAR(1000) NULL,
    visited_at DATETIME(6)   NOT NULL,
    due_at     DATETIME(6)   NOT NULL,
    failures   INT           NOT NULL,
    trouble    VARCHAR(500)  NOT NULL
);

-- What a connected system was last told about an order of its.
CREATE TABLE order_told (
    order_id   BIGINT       NOT NULL PRIMARY KEY,
    channel_id BIGINT       NOT NULL,
    news       VARCHAR(200) NOT NULL,
    looked_at  DATETIME(6)  NOT NULL,
    KEY order_told_channel (channel_id, looked_at)
);
