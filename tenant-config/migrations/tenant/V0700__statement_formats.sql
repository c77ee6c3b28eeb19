-- Statements of formats that state no balance, entries that are announced only, and how a bank writes its CSV.
ALTER TABLE bank_statement MODIFY opening_minor BIGINT NULL;
ALTER TABLE bank_statement MODIFY closing_minor BIGINT NULL;
ALTER TABLE bank_statement MODIFY account VARCHAR(70) NOT NULL;
ALTER TABLE bank_statement ADD COLUMN format VARCHAR(20) NOT NULL DEFAULT 'camt.053';
ALTER TABLE bank_statement ADD KEY bank_statement_account (account, currency, from_day);

ALTER TABLE bank_line ADD COLUMN code VARCHAR(40) NOT NULL DEFAULT '';
ALTER TABLE bank_line ADD COLUMN return_reason VARCHAR(40) NOT NULL DEFAULT '';

-- The newest row of a heading counts: what was confirmed before stays to be seen.
CREATE TABLE csv_profile (
    id         BIGINT        NOT NULL PRIMARY KEY,
    heading    CHAR(64)      NOT NULL,
    name       VARCHAR(100)  NOT NULL,
    profile    VARCHAR(8000) NOT NULL,
    created_at DATETIME(6)   NOT NULL,
    actor      VARCHAR(120)  NOT NULL,
    KEY csv_profile_heading (heading, id)
);
