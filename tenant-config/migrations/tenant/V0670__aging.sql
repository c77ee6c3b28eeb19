-- Every posting belongs to the epoch that is newest when it is made, and holds its row with a shared lock until its unit ends.
-- Who begins the next epoch and then can take the older one's row away knows that all postings of the older one have committed.
CREATE TABLE journal_epoch (
    epoch BIGINT NOT NULL PRIMARY KEY
);
INSERT INTO journal_epoch (epoch) VALUES (1);

ALTER TABLE journal_entry ADD COLUMN epoch BIGINT NOT NULL DEFAULT 0, ADD KEY journal_entry_epoch (epoch);

-- Through which epoch the sums below are complete; -1 before they are made first.
CREATE TABLE aging_watermark (
    id    TINYINT NOT NULL PRIMARY KEY,
    epoch BIGINT  NOT NULL
);
INSERT INTO aging_watermark (id, epoch) VALUES (1, -1);

-- What is open and on how many claims, by due date; and by how much each booked day changed that. Sums of the journal, made
-- again from it at any time. No posting touches them.
CREATE TABLE aging_due (
    currency   CHAR(3) NOT NULL,
    due_date   DATE    NOT NULL,
    open_minor BIGINT  NOT NULL,
    claims     BIGINT  NOT NULL,
    PRIMARY KEY (currency, due_date)
);
CREATE TABLE aging_day (
    currency   CHAR(3) NOT NULL,
    booked_on  DATE    NOT NULL,
    due_date   DATE    NOT NULL,
    open_minor BIGINT  NOT NULL,
    claims     BIGINT  NOT NULL,
    PRIMARY KEY (currency, booked_on, due_date)
);

-- The collection rate and the invoiced sums are read from indexes alone.
DROP INDEX claim_due ON claim;
CREATE INDEX claim_due ON claim (due_date, currency, claimed_minor, open_minor, credited_minor, written_off_minor);
CREATE INDEX invoice_issued_sums ON invoice (status, issue_date, currency, gross_minor);
