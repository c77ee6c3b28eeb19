-- What was accrued on an invoice for being paid late, and what of it was taken back: positive and negative. Append-only.
CREATE TABLE interest_accrual (
    invoice_id   BIGINT        NOT NULL,
    -- FEE or INTEREST.
    kind         VARCHAR(20)   NOT NULL,
    -- Year and month of the days that interest is for, such as 202611; 1 for the fixed sum.
    period       INT           NOT NULL,
    number       INT           NOT NULL,
    claim_id     BIGINT        NOT NULL,
    through_day  DATE          NOT NULL,
    amount_minor BIGINT        NOT NULL,
    currency     CHAR(3)       NOT NULL,
    accrued_at   DATETIME(6)   NOT NULL,
    PRIMARY KEY (invoice_id, kind, period, number),
    KEY interest_accrual_claim (claim_id),
    CONSTRAINT interest_accrual_of_claim FOREIGN KEY (claim_id) REFERENCES claim (id)
);

-- What the business did without. Append-only.
CREATE TABLE interest_waiver (
    id           BIGINT       NOT NULL PRIMARY KEY,
    request_key  VARCHAR(80)  NOT NULL,
    invoice_id   BIGINT       NOT NULL,
    claim_id     BIGINT       NOT NULL,
    amount_minor BIGINT       NOT NULL,
    currency     CHAR(3)      NOT NULL,
    reason       VARCHAR(400) NOT NULL,
    booked_on    DATE         NOT NULL,
    made_at      DATETIME(6)  NOT NULL,
    actor        VARCHAR(120) NOT NULL,
    UNIQUE KEY interest_waiver_key (request_key, claim_id),
    KEY interest_waiver_invoice (invoice_id),
    CONSTRAINT interest_waiver_of_claim FOREIGN KEY (claim_id) REFERENCES claim (id),
    CONSTRAINT interest_waiver_positive CHECK (amount_minor > 0)
);

-- What holds for a customer where it differs from the business's own policy.
CREATE TABLE interest_customer (
    customer_id BIGINT      NOT NULL PRIMARY KEY,
    -- NEVER or ALWAYS.
    choice      VARCHAR(20) NOT NULL,
    -- First day that counts.
    since       DATE        NOT NULL
);

-- Blueprints give new tenants the accounts; those that have a chart already need them too.
INSERT INTO ledger_account (code, role, names)
SELECT CASE WHEN EXISTS (SELECT 1 FROM ledger_account t WHERE t.code = '7110') THEN 'LATE-INTEREST' ELSE '7110' END, 'LATE_INTEREST',
    '{"en":"Interest for late payment","de":"Verzugszinsen"}' FROM ledger_account r
WHERE r.role = 'RECEIVABLES' AND NOT EXISTS (SELECT 1 FROM ledger_account o WHERE o.role = 'LATE_INTEREST');
INSERT INTO ledger_account (code, role, names)
SELECT CASE WHEN EXISTS (SELECT 1 FROM ledger_account t WHERE t.code = '4830') THEN 'LATE-FEES' ELSE '4830' END, 'LATE_FEES',
    '{"en":"Late fees","de":"Verzugspauschalen und Mahngebühren"}' FROM ledger_account r
WHERE r.role = 'RECEIVABLES' AND NOT EXISTS (SELECT 1 FROM ledger_account o WHERE o.role = 'LATE_FEES');
