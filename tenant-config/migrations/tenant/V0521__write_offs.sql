-- What was given up, positive, and what of it came back, negative. Append-only.
CREATE TABLE write_off (
    id           BIGINT       NOT NULL PRIMARY KEY,
    request_key  VARCHAR(80)  NOT NULL,
    invoice_id   BIGINT       NOT NULL,
    amount_minor BIGINT       NOT NULL,
    currency     CHAR(3)      NOT NULL,
    reason       VARCHAR(20)  NOT NULL,
    note         VARCHAR(400) NOT NULL,
    booked_on    DATE         NOT NULL,
    made_at      DATETIME(6)  NOT NULL,
    actor        VARCHAR(120) NOT NULL,
    UNIQUE KEY write_off_key (request_key),
    KEY write_off_of_invoice (invoice_id),
    CONSTRAINT write_off_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id)
);
