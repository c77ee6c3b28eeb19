-- The address of a shop's webhook names an account for orders; this says whose it is. Written once.
CREATE TABLE order_route (
    token      CHAR(32)    NOT NULL PRIMARY KEY,
    tenant_id  BIGINT      NOT NULL,
    channel_id BIGINT      NOT NULL,
    created_at DATETIME(6) NOT NULL,
    UNIQUE KEY order_route_channel (tenant_id, channel_id)
);
