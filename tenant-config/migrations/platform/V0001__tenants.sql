CREATE TABLE tenant (
    id               BIGINT       NOT NULL PRIMARY KEY,
    slug             VARCHAR(40)  NOT NULL,
    name             VARCHAR(200) NOT NULL,
    status           VARCHAR(20)  NOT NULL,
    country          CHAR(2)      NOT NULL,
    currency         CHAR(3)      NOT NULL,
    zone             VARCHAR(60)  NOT NULL,
    language         VARCHAR(20)  NOT NULL,
    blueprint        VARCHAR(60)  NOT NULL,
    organisation     VARCHAR(64)  NOT NULL DEFAULT '',
    owner_email      VARCHAR(254) NOT NULL,
    owner_first_name VARCHAR(100) NOT NULL,
    owner_last_name  VARCHAR(100) NOT NULL,
    created_at       DATETIME(6)  NOT NULL,
    UNIQUE KEY tenant_slug (slug),
    KEY tenant_organisation (organisation)
);

-- A tenant's key is wrapped by the root key; its two database accounts are sealed under the tenant's key.
CREATE TABLE tenant_key (
    tenant_id BIGINT         NOT NULL PRIMARY KEY,
    keyset    VARBINARY(4000) NOT NULL
);

CREATE TABLE tenant_account (
    tenant_id BIGINT         NOT NULL,
    purpose   VARCHAR(20)    NOT NULL,
    db_name   VARCHAR(64)    NOT NULL,
    db_user   VARCHAR(32)    NOT NULL,
    secret    VARBINARY(400) NOT NULL,
    PRIMARY KEY (tenant_id, purpose)
);

CREATE TABLE provisioning_step (
    tenant_id   BIGINT       NOT NULL,
    name        VARCHAR(60)  NOT NULL,
    state       VARCHAR(20)  NOT NULL,
    attempts    INT          NOT NULL DEFAULT 0,
    error       VARCHAR(2000) NULL,
    finished_at DATETIME(6)  NULL,
    PRIMARY KEY (tenant_id, name)
);

CREATE TABLE doorbell (
    kind        VARCHAR(40) NOT NULL,
    tenant_id   BIGINT      NOT NULL,
    due_at      DATETIME(6) NOT NULL,
    rings       BIGINT      NOT NULL DEFAULT 1,
    lease_until DATETIME(6) NULL,
    attempts    INT         NOT NULL DEFAULT 0,
    error       VARCHAR(2000) NULL,
    PRIMARY KEY (kind, tenant_id),
    KEY doorbell_due (due_at)
);
