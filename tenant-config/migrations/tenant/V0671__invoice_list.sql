-- Each order and each filter of the list of invoices is read from an index that ends in the id.
CREATE INDEX invoice_by_customer_name ON invoice (customer_name);
CREATE INDEX invoice_by_due ON invoice (due_date);
CREATE INDEX invoice_by_gross ON invoice (gross_minor);
CREATE INDEX invoice_by_open ON invoice (open_minor);
CREATE INDEX invoice_by_currency ON invoice (currency, created_at);
CREATE INDEX invoice_by_settlement ON invoice (settlement, created_at);
CREATE INDEX invoice_held ON invoice (on_hold, created_at);
CREATE INDEX invoice_bounced ON invoice (bounced_at);
-- A word that few have is looked for in this index alone, not in the rows.
CREATE INDEX invoice_words ON invoice (created_at, search_text);
CREATE INDEX customer_segment ON customer (segment);

-- A person's own filters, or, without an owner, those of everybody.
CREATE TABLE saved_view (
    id         BIGINT       NOT NULL PRIMARY KEY,
    owner      VARCHAR(120) NOT NULL,
    name       VARCHAR(60)  COLLATE utf8mb4_general_ci NOT NULL,
    filter     TEXT         NOT NULL,
    sort       VARCHAR(20)  NOT NULL,
    ascending  TINYINT(1)   NOT NULL,
    changed_at DATETIME(6)  NOT NULL,
    UNIQUE KEY saved_view_name (owner, name)
);

-- With which view a person's list begins.
CREATE TABLE saved_view_default (
    person  VARCHAR(120) NOT NULL PRIMARY KEY,
    view_id BIGINT       NOT NULL,
    KEY saved_view_default_view (view_id)
);
