-- Append-only: absent from mutable-tables.txt on purpose.
CREATE TABLE audit_event (
    id          BIGINT       NOT NULL PRIMARY KEY,
    occurred_at DATETIME(6)  NOT NULL,
    actor       VARCHAR(120) NOT NULL,
    action      VARCHAR(60)  NOT NULL,
    subject     VARCHAR(60)  NOT NULL,
    subject_id  BIGINT       NOT NULL,
    before_json TEXT         NULL,
    after_json  TEXT         NULL,
    KEY audit_subject (subject, subject_id)
);
