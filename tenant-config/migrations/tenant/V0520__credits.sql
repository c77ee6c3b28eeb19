-- What of a claim was credited and what was written off; the rest that is not open was paid.
ALTER TABLE claim
    ADD COLUMN credited_minor    BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN written_off_minor BIGINT NOT NULL DEFAULT 0,
    ADD CONSTRAINT claim_settled_in_range CHECK (credited_minor >= 0 AND written_off_minor >= 0
        AND open_minor + credited_minor + written_off_minor <= claimed_minor);

-- Sums over its claims.
ALTER TABLE invoice
    ADD COLUMN credited_minor    BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN written_off_minor BIGINT NOT NULL DEFAULT 0,
    ADD CONSTRAINT invoice_settled_in_range CHECK (credited_minor >= 0 AND written_off_minor >= 0
        AND open_minor + credited_minor + written_off_minor <= claimed_minor);

-- A credit note as it was issued, with its lines and taxes. Append-only.
CREATE TABLE credit_note (
    id             BIGINT       NOT NULL PRIMARY KEY,
    -- Chosen by who asked: one credit note for a key, however often it is sent.
    request_key    VARCHAR(80)  NOT NULL,
    number         VARCHAR(35)  NOT NULL,
    invoice_id     BIGINT       NOT NULL,
    invoice_number VARCHAR(35)  NOT NULL,
    invoice_date   DATE         NOT NULL,
    customer_id    BIGINT       NOT NULL,
    currency       CHAR(3)      NOT NULL,
    net_minor      BIGINT       NOT NULL,
    tax_minor      BIGINT       NOT NULL,
    gross_minor    BIGINT       NOT NULL,
    issue_date     DATE         NOT NULL,
    reason         VARCHAR(400) NOT NULL,
    language       VARCHAR(20)  NOT NULL,
    seller         TEXT         NOT NULL,
    buyer          TEXT         NOT NULL,
    mailed         TINYINT(1)   NOT NULL,
    issued_at      DATETIME(6)  NOT NULL,
    actor          VARCHAR(120) NOT NULL,
    UNIQUE KEY credit_note_key (request_key),
    UNIQUE KEY credit_note_number (number),
    KEY credit_note_of_invoice (invoice_id),
    CONSTRAINT credit_note_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id),
    CONSTRAINT credit_note_sums CHECK (gross_minor > 0 AND gross_minor = net_minor + tax_minor)
);

CREATE TABLE credit_note_line (
    credit_note_id   BIGINT         NOT NULL,
    position         INT            NOT NULL,
    -- The line of the invoice that is credited; absent where an amount of a tax category is.
    invoice_position INT            NULL,
    description      VARCHAR(2000)  NOT NULL,
    quantity         DECIMAL(24, 6) NOT NULL,
    unit             VARCHAR(20)    NOT NULL,
    unit_price       DECIMAL(24, 6) NOT NULL,
    discount_percent DECIMAL(9, 6)  NOT NULL,
    tax_category     VARCHAR(2)     NOT NULL,
    tax_percent      DECIMAL(9, 6)  NOT NULL,
    net_minor        BIGINT         NOT NULL,
    PRIMARY KEY (credit_note_id, position)
);

CREATE TABLE credit_note_tax (
    credit_note_id BIGINT        NOT NULL,
    category       VARCHAR(2)    NOT NULL,
    percent        DECIMAL(9, 6) NOT NULL,
    taxable_minor  BIGINT        NOT NULL,
    tax_minor      BIGINT        NOT NULL,
    PRIMARY KEY (credit_note_id, category, percent)
);

-- How much of each line and tax category of an invoice may be credited and has been, both without their sign.
-- Grows by conditional updates only, and the server refuses what would be too much.
CREATE TABLE credit_room (
    invoice_id     BIGINT      NOT NULL,
    -- Such as line:2, net:S:19 or tax:S:19.
    part           VARCHAR(30) NOT NULL,
    limit_minor    BIGINT      NOT NULL,
    credited_minor BIGINT      NOT NULL,
    PRIMARY KEY (invoice_id, part),
    CONSTRAINT credit_room_in_range CHECK (credited_minor >= 0 AND credited_minor <= limit_minor)
);

-- Blueprints give new tenants the series; those that have invoices already need one too.
INSERT INTO number_series (code, pattern)
SELECT 'credit-note', 'CN-{yyyy}-{seq:5}' FROM number_series s
WHERE s.code = 'invoice' AND NOT EXISTS (SELECT 1 FROM number_series o WHERE o.code = 'credit-note');
