-- Append-only: which deliveries were applied, in the unit of work that applied them.
CREATE TABLE gateway_delivery (
    installation CHAR(32)     NOT NULL,
    delivery_id  VARCHAR(128) NOT NULL,
    applied_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (installation, delivery_id)
);
