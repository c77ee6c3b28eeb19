-- Deliveries of gateways, kept before they are acknowledged. Payloads are sealed under the tenant's key.
CREATE TABLE webhook_inbox (
    id           BIGINT        NOT NULL PRIMARY KEY,
    tenant_id    BIGINT        NOT NULL,
    installation CHAR(32)      NOT NULL,
    plugin_id    VARCHAR(64)   NOT NULL,
    delivery_id  VARCHAR(128)  NOT NULL,
    body         MEDIUMBLOB    NOT NULL,
    events       MEDIUMBLOB    NULL,
    correction   MEDIUMBLOB    NULL,
    -- WAITING, APPLIED, DEAD, DISCARDED
    state        VARCHAR(10)   NOT NULL,
    attempts     INT           NOT NULL DEFAULT 0,
    due_at       DATETIME(6)   NOT NULL,
    lease_until  DATETIME(6)   NULL,
    reason       VARCHAR(1000) NULL,
    received_at  DATETIME(6)   NOT NULL,
    closed_at    DATETIME(6)   NULL,
    UNIQUE KEY webhook_inbox_delivery (installation, delivery_id),
    KEY webhook_inbox_waiting (state, due_at),
    KEY webhook_inbox_tenant (tenant_id, state)
);
