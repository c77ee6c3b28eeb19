-- Invoices that come again and again: what they say and when.
CREATE TABLE recurring_schedule (
    id            BIGINT       NOT NULL PRIMARY KEY,
    name          VARCHAR(200) NOT NULL,
    customer_id   BIGINT       NOT NULL,
    -- The invoice to be, as JSON, with the period's placeholders in its texts.
    template      MEDIUMTEXT   NOT NULL,
    currency      CHAR(3)      NOT NULL,
    gross_minor   BIGINT       NOT NULL,
    start_on      DATE         NOT NULL,
    rhythm_unit   VARCHAR(10)  NOT NULL,
    every_n       INT          NOT NULL,
    day_of_month  INT          NOT NULL,
    short_month   VARCHAR(20)  NOT NULL,
    until_on      DATE         NULL,
    times         INT          NULL,
    mode          VARCHAR(20)  NOT NULL,
    state         VARCHAR(20)  NOT NULL,
    -- The next civil day in the tenant's zone; none when it is paused, cancelled or at its end.
    next_on       DATE         NULL,
    created_at    DATETIME(6)  NOT NULL,
    search_text   VARCHAR(420) COLLATE utf8mb4_general_ci NOT NULL,
    KEY recurring_due (next_on),
    KEY recurring_of_customer (customer_id),
    CONSTRAINT recurring_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);

-- What a schedule brought about: a day of a schedule once for ever. Append-only.
CREATE TABLE recurring_occurrence (
    schedule_id BIGINT        NOT NULL,
    due_on      DATE          NOT NULL,
    -- None when the draft was refused.
    invoice_id  BIGINT        NULL,
    issued      TINYINT(1)    NOT NULL,
    -- Why it was not drafted, or is a draft and not issued.
    note        VARCHAR(1000) NOT NULL,
    made_at     DATETIME(6)   NOT NULL,
    PRIMARY KEY (schedule_id, due_on),
    KEY recurring_occurrence_invoice (invoice_id),
    CONSTRAINT recurring_occurrence_schedule FOREIGN KEY (schedule_id) REFERENCES recurring_schedule (id)
);
