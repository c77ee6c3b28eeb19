-- Which strategies hand out money, in which order: the tenant's under customer 0, else a customer's own.
CREATE TABLE allocation_rule (
    customer_id BIGINT       NOT NULL PRIMARY KEY,
    -- Names separated by commas, tried from left to right.
    strategies  VARCHAR(400) NOT NULL,
    automatic   TINYINT(1)   NOT NULL,
    changed_at  DATETIME(6)  NOT NULL,
    actor       VARCHAR(120) NOT NULL
);

-- Append-only: what each share was decided from, so that the decision can be made again.
CREATE TABLE allocation_decision (
    id           BIGINT       NOT NULL PRIMARY KEY,
    payment_id   BIGINT       NOT NULL,
    rule_version INT          NOT NULL,
    question     MEDIUMTEXT   NOT NULL,
    -- SHA-256 of the question.
    digest       CHAR(64)     NOT NULL,
    outcome      MEDIUMTEXT   NOT NULL,
    decided_at   DATETIME(6)  NOT NULL,
    actor        VARCHAR(120) NOT NULL,
    KEY allocation_decision_payment (payment_id)
);

-- Shares made before know their strategy from their reason, and no inputs.
ALTER TABLE allocation ADD COLUMN strategy VARCHAR(30) NOT NULL DEFAULT 'NAMED_CLAIMS';
ALTER TABLE allocation ADD COLUMN decision_id BIGINT NULL;
UPDATE allocation SET strategy = 'OLDEST_DUE' WHERE reason = 'OLDEST_DUE';
