-- Events that are in no tree yet: noted by the unit that wrote the event, taken away by the one that seals it.
CREATE TABLE audit_unsealed (
    event_id BIGINT NOT NULL PRIMARY KEY
);
INSERT INTO audit_unsealed (event_id) SELECT id FROM audit_event;

-- One row: who holds it seals.
CREATE TABLE audit_turn (
    id TINYINT NOT NULL PRIMARY KEY
);
INSERT INTO audit_turn (id) VALUES (1);

-- The tree. Append-only, like its heads: absent from mutable-tables.txt on purpose.
CREATE TABLE audit_leaf (
    position  BIGINT     NOT NULL PRIMARY KEY,
    event_id  BIGINT     NOT NULL,
    leaf_hash BINARY(32) NOT NULL,
    UNIQUE KEY audit_leaf_event (event_id)
);

-- Frontier: the hashes of the perfect subtrees, largest first; with them the tree goes on without reading a leaf.
CREATE TABLE audit_head (
    tree_size     BIGINT          NOT NULL PRIMARY KEY,
    from_position BIGINT          NOT NULL,
    sealed_at     DATETIME(6)     NOT NULL,
    root_hash     BINARY(32)      NOT NULL,
    marks_hash    BINARY(32)      NOT NULL,
    frontier      VARBINARY(2016) NOT NULL,
    signature     VARBINARY(64)   NOT NULL
);

-- At most one mail to the auditor a civil day, whatever runs twice.
CREATE TABLE audit_mailing (
    civil_day  DATE         NOT NULL PRIMARY KEY,
    tree_size  BIGINT       NOT NULL,
    recipient  VARCHAR(254) NOT NULL,
    created_at DATETIME(6)  NOT NULL
);
