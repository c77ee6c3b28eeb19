-- What happened to plugins on this platform: only ever added to.
CREATE TABLE plugin_catalogue (
    id          BIGINT        NOT NULL PRIMARY KEY,
    plugin_id   VARCHAR(200)  NOT NULL,
    version     VARCHAR(40)   NOT NULL,
    publisher   VARCHAR(100)  NOT NULL,
    sha256      CHAR(64)      NOT NULL,
    kind        VARCHAR(20)   NOT NULL,
    detail      VARCHAR(1000) NOT NULL,
    actor       VARCHAR(200)  NOT NULL,
    happened_at DATETIME(6)   NOT NULL,
    KEY plugin_catalogue_plugin (plugin_id, id)
);

-- The address of a webhook names the installation; this says whose it is. Written once, before the tenant's own row.
CREATE TABLE gateway_route (
    installation CHAR(32)    NOT NULL PRIMARY KEY,
    tenant_id    BIGINT      NOT NULL,
    plugin_id    VARCHAR(64) NOT NULL,
    created_at   DATETIME(6) NOT NULL,
    UNIQUE KEY gateway_route_tenant (tenant_id, plugin_id)
);
