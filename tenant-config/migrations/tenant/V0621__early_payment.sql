-- What a customer is offered for paying early, and what a single draft is, where it differs.
CREATE TABLE discount_terms (
    -- CUSTOMER or DRAFT.
    subject    VARCHAR(10)   NOT NULL,
    subject_id BIGINT        NOT NULL,
    percent    DECIMAL(9, 6) NOT NULL,
    days       INT           NOT NULL,
    tax_mode   VARCHAR(20)   NOT NULL,
    PRIMARY KEY (subject, subject_id)
);

-- What an issued invoice offers. Frozen with it: append-only.
CREATE TABLE invoice_discount (
    invoice_id   BIGINT        NOT NULL PRIMARY KEY,
    last_day     DATE          NOT NULL,
    percent      DECIMAL(9, 6) NOT NULL,
    amount_minor BIGINT        NOT NULL,
    gross_minor  BIGINT        NOT NULL,
    currency     CHAR(3)       NOT NULL,
    tax_mode     VARCHAR(20)   NOT NULL,
    CONSTRAINT invoice_discount_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id),
    CONSTRAINT invoice_discount_range CHECK (amount_minor > 0 AND amount_minor < gross_minor)
);

-- Until when money is taken as if it had come in time. Append-only; the latest day counts.
CREATE TABLE discount_goodwill (
    id         BIGINT       NOT NULL PRIMARY KEY,
    invoice_id BIGINT       NOT NULL,
    until_day  DATE         NOT NULL,
    reason     VARCHAR(400) NOT NULL,
    made_at    DATETIME(6)  NOT NULL,
    actor      VARCHAR(120) NOT NULL,
    KEY discount_goodwill_invoice (invoice_id)
);

-- What was granted, positive, and what of it was taken back, negative. Append-only.
CREATE TABLE discount_step (
    id           BIGINT       NOT NULL PRIMARY KEY,
    invoice_id   BIGINT       NOT NULL,
    number       INT          NOT NULL,
    claim_id     BIGINT       NOT NULL,
    amount_minor BIGINT       NOT NULL,
    currency     CHAR(3)      NOT NULL,
    booked_on    DATE         NOT NULL,
    made_at      DATETIME(6)  NOT NULL,
    actor        VARCHAR(120) NOT NULL,
    UNIQUE KEY discount_step_number (invoice_id, number),
    CONSTRAINT discount_step_claim FOREIGN KEY (claim_id) REFERENCES claim (id)
);

-- By how much a step corrects each rate: the signs of the step.
CREATE TABLE discount_step_tax (
    step_id   BIGINT        NOT NULL,
    category  VARCHAR(2)    NOT NULL,
    percent   DECIMAL(9, 6) NOT NULL,
    net_minor BIGINT        NOT NULL,
    tax_minor BIGINT        NOT NULL,
    PRIMARY KEY (step_id, category, percent),
    CONSTRAINT discount_step_tax_step FOREIGN KEY (step_id) REFERENCES discount_step (id)
);
