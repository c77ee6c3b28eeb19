-- Methods that payers let us charge, as gateways tell of them.
CREATE TABLE saved_method (
    id         BIGINT       NOT NULL PRIMARY KEY,
    gateway    VARCHAR(64)  NOT NULL,
    -- The gateway's name for it.
    reference  VARCHAR(128) NOT NULL,
    state      VARCHAR(20)  NOT NULL,
    method     VARCHAR(20)  NOT NULL,
    label      VARCHAR(200) NOT NULL,
    -- Of the latest event: older news change nothing.
    sequence   BIGINT       NOT NULL,
    changed_at DATETIME(6)  NOT NULL,
    UNIQUE KEY saved_method_reference (gateway, reference)
);

-- What a payer agreed to, word by word.
CREATE TABLE autopay_agreement (
    id           BIGINT        NOT NULL PRIMARY KEY,
    -- Our name for it at the gateway.
    request_key  VARCHAR(64)   NOT NULL,
    customer_id  BIGINT        NOT NULL,
    invoice_id   BIGINT        NOT NULL,
    installation CHAR(32)      NOT NULL,
    gateway      VARCHAR(64)   NOT NULL,
    currency     CHAR(3)       NOT NULL,
    state        VARCHAR(20)   NOT NULL,
    method_id    BIGINT        NULL,
    text_version INT           NOT NULL,
    consent      VARCHAR(2000) NOT NULL,
    channel      VARCHAR(20)   NOT NULL,
    actor        VARCHAR(120)  NOT NULL,
    agreed_at    DATETIME(6)   NOT NULL,
    active_at    DATETIME(6)   NULL,
    ended_at     DATETIME(6)   NULL,
    reason       VARCHAR(200)  NOT NULL,
    UNIQUE KEY autopay_agreement_key (request_key),
    KEY autopay_agreement_customer (customer_id, state),
    KEY autopay_agreement_state (state),
    KEY autopay_agreement_method (method_id)
);

-- One plan for each claim and agreement; each try is an attempt of its own.
CREATE TABLE autopay_charge (
    id           BIGINT       NOT NULL PRIMARY KEY,
    claim_id     BIGINT       NOT NULL,
    invoice_id   BIGINT       NOT NULL,
    agreement_id BIGINT       NOT NULL,
    amount_minor BIGINT       NOT NULL,
    currency     CHAR(3)      NOT NULL,
    announced_on DATE         NOT NULL,
    charge_on    DATE         NOT NULL,
    state        VARCHAR(20)  NOT NULL,
    tries        INT          NOT NULL,
    attempt_id   BIGINT       NULL,
    note         VARCHAR(500) NOT NULL,
    changed_at   DATETIME(6)  NOT NULL,
    UNIQUE KEY autopay_charge_once (claim_id, agreement_id),
    KEY autopay_charge_due (state, charge_on),
    KEY autopay_charge_invoice (invoice_id)
);
