-- The key that signs a tenant's heads, sealed under the tenant's key; it is the platform's, no tenant's account sees it.
CREATE TABLE audit_key (
    tenant_id   BIGINT         NOT NULL PRIMARY KEY,
    public_key  VARBINARY(100) NOT NULL,
    private_key VARBINARY(400) NOT NULL,
    created_at  DATETIME(6)    NOT NULL
);

-- Signed heads outside of the tenant's database: only ever added to. Marks: the first eight bytes of each leaf of the batch.
CREATE TABLE audit_anchor (
    tenant_id     BIGINT        NOT NULL,
    tree_size     BIGINT        NOT NULL,
    from_position BIGINT        NOT NULL,
    sealed_at     DATETIME(6)   NOT NULL,
    root_hash     BINARY(32)    NOT NULL,
    marks_hash    BINARY(32)    NOT NULL,
    signature     VARBINARY(64) NOT NULL,
    marks         MEDIUMBLOB    NOT NULL,
    PRIMARY KEY (tenant_id, tree_size)
);
