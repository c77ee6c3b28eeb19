-- A channel said that an order is cancelled, deleted or only a test. done_at once that was dealt with.
CREATE TABLE order_withdrawal (
    id          BIGINT       NOT NULL PRIMARY KEY,
    channel_id  BIGINT       NOT NULL,
    payload_id  BIGINT       NOT NULL,
    reference   VARCHAR(200) NOT NULL,
    reason      VARCHAR(200) NOT NULL,
    received_at DATETIME(6)  NOT NULL,
    done_at     DATETIME(6)  NULL,
    KEY order_withdrawal_waiting (done_at, id)
);
