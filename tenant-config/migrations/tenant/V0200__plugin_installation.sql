-- A plugin that the tenant uses. Settings are sealed under the tenant's key, bound to this row.
CREATE TABLE plugin_installation (
    id           CHAR(32)         NOT NULL PRIMARY KEY,
    plugin_id    VARCHAR(64)      NOT NULL,
    enabled      BOOLEAN          NOT NULL,
    settings     MEDIUMBLOB       NOT NULL,
    changed_at   DATETIME(6)      NOT NULL,
    tested_at    DATETIME(6)      NULL,
    test_verdict VARCHAR(20)      NULL,
    test_detail  VARCHAR(500)     NULL,
    UNIQUE KEY plugin_installation_plugin (plugin_id)
);
