-- Many drafts issued in groups. The counts are those of its members, changed in the transaction that changes these.
CREATE TABLE billing_run (
    id          BIGINT       NOT NULL PRIMARY KEY,
    -- Chosen by who asked: one run for a key, however often it is sent.
    request_key VARCHAR(80)  NOT NULL,
    state       VARCHAR(20)  NOT NULL,
    mail        TINYINT(1)   NOT NULL,
    total       INT          NOT NULL,
    issued      INT          NOT NULL,
    failed      INT          NOT NULL,
    skipped     INT          NOT NULL,
    actor       VARCHAR(120) NOT NULL,
    created_at  DATETIME(6)  NOT NULL,
    finished_at DATETIME(6)  NULL,
    UNIQUE KEY billing_run_key (request_key),
    KEY billing_run_state (state, id)
);

CREATE TABLE billing_run_member (
    run_id     BIGINT        NOT NULL,
    position   INT           NOT NULL,
    invoice_id BIGINT        NOT NULL,
    state      VARCHAR(20)   NOT NULL,
    -- Why it was not issued.
    note       VARCHAR(1000) NOT NULL,
    PRIMARY KEY (run_id, position),
    KEY billing_run_member_state (run_id, state, position),
    KEY billing_run_member_invoice (invoice_id, state),
    CONSTRAINT billing_run_member_run FOREIGN KEY (run_id) REFERENCES billing_run (id)
);
