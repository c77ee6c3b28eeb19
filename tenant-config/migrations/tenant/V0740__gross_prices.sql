-- Prices that include the tax. What was issued before has net prices.
ALTER TABLE invoice_document ADD COLUMN prices VARCHAR(5) NOT NULL DEFAULT 'NET';
-- What of gross prices is neither net amount nor tax, since taxes are rounded; EN 16931, BT-114.
ALTER TABLE invoice_document ADD COLUMN rounding_minor BIGINT NOT NULL DEFAULT 0;
-- In the prices of the document; null where it is the net amount.
ALTER TABLE invoice_line ADD COLUMN amount_minor BIGINT NULL;
ALTER TABLE credit_note ADD COLUMN prices VARCHAR(5) NOT NULL DEFAULT 'NET';
ALTER TABLE credit_note ADD COLUMN rounding_minor BIGINT NOT NULL DEFAULT 0;
ALTER TABLE credit_note DROP CONSTRAINT credit_note_sums;
ALTER TABLE credit_note ADD CONSTRAINT credit_note_makes_up CHECK (gross_minor > 0
    AND gross_minor = net_minor + tax_minor + rounding_minor);
ALTER TABLE credit_note_line ADD COLUMN amount_minor BIGINT NULL;
ALTER TABLE item ADD COLUMN price_mode VARCHAR(5) NOT NULL DEFAULT 'NET';
-- Null: the business's own way.
ALTER TABLE customer_billing ADD COLUMN prices VARCHAR(5) NULL;

-- Blueprints give new tenants the account; those that have a chart already need it too.
INSERT INTO ledger_account (code, role, names)
SELECT CASE WHEN EXISTS (SELECT 1 FROM ledger_account t WHERE t.code = '4860') THEN 'ROUNDING' ELSE '4860' END, 'ROUNDING',
    '{"en":"Rounding of gross prices","de":"Rundung von Bruttopreisen"}' FROM ledger_account r
WHERE r.role = 'RECEIVABLES' AND NOT EXISTS (SELECT 1 FROM ledger_account o WHERE o.role = 'ROUNDING');
