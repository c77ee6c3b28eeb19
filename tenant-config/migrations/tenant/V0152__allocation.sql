-- Append-only: a share is positive, the taking back of one is a negative row that names it.
CREATE TABLE allocation (
    id           BIGINT       NOT NULL PRIMARY KEY,
    payment_id   BIGINT       NOT NULL,
    invoice_id   BIGINT       NOT NULL,
    claim_id     BIGINT       NOT NULL,
    amount_minor BIGINT       NOT NULL,
    currency     CHAR(3)      NOT NULL,
    reason       VARCHAR(20)  NOT NULL,
    rule_version INT          NOT NULL,
    takes_back   BIGINT       NULL,
    allocated_at DATETIME(6)  NOT NULL,
    actor        VARCHAR(120) NOT NULL,
    KEY allocation_payment (payment_id),
    KEY allocation_invoice (invoice_id),
    KEY allocation_claim (claim_id),
    KEY allocation_takes_back (takes_back),
    CONSTRAINT allocation_of_payment FOREIGN KEY (payment_id) REFERENCES payment (id)
);
