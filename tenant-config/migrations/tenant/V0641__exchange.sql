-- A payment that came in another currency than it settles; its amount is what it settles. The row never changes.
ALTER TABLE payment ADD COLUMN exchanged TINYINT(1) NOT NULL DEFAULT 0;

CREATE TABLE payment_exchange (
    payment_id BIGINT          NOT NULL PRIMARY KEY,
    paid_minor BIGINT          NOT NULL,
    currency   CHAR(3)         NOT NULL,
    -- Units of that currency for one unit of the payment's.
    rate       DECIMAL(24, 12) NOT NULL,
    source     VARCHAR(60)     NOT NULL,
    rate_date  DATE            NOT NULL,
    CONSTRAINT exchange_of_payment FOREIGN KEY (payment_id) REFERENCES payment (id),
    CONSTRAINT exchange_positive CHECK (paid_minor > 0 AND rate > 0)
);

-- At which rate an invoice stands in the books: units of the currency for one unit of the invoice's. Stated once.
CREATE TABLE invoice_rate (
    invoice_id BIGINT          NOT NULL,
    currency   CHAR(3)         NOT NULL,
    rate       DECIMAL(24, 12) NOT NULL,
    source     VARCHAR(60)     NOT NULL,
    stated_at  DATETIME(6)     NOT NULL,
    actor      VARCHAR(120)    NOT NULL,
    PRIMARY KEY (invoice_id, currency),
    CONSTRAINT rate_of_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id),
    CONSTRAINT invoice_rate_positive CHECK (rate > 0)
);

-- What exchanging realised on each share, a gain positive; taking a share back takes it back too. Append-only.
CREATE TABLE realised_exchange (
    id           BIGINT  NOT NULL PRIMARY KEY,
    share_id     BIGINT  NOT NULL,
    amount_minor BIGINT  NOT NULL,
    currency     CHAR(3) NOT NULL,
    KEY realised_of_share (share_id)
);

-- The chart gives new tenants the account; those that keep books already need it too.
INSERT INTO ledger_account (code, role, names)
SELECT '1370', 'CURRENCY_CLEARING', '{"en":"Currency clearing","de":"Währungsverrechnung"}' FROM ledger_account a
WHERE a.role = 'FX_GAIN' AND NOT EXISTS (SELECT 1 FROM ledger_account o WHERE o.role = 'CURRENCY_CLEARING');
