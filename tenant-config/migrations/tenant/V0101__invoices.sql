-- The working row of an invoice: what lists show and what changes after issue. The document itself is frozen below.
CREATE TABLE invoice (
    id              BIGINT       NOT NULL PRIMARY KEY,
    number          VARCHAR(35)  NULL,
    status          VARCHAR(20)  NOT NULL,
    settlement      VARCHAR(20)  NOT NULL,
    on_hold         TINYINT(1)   NOT NULL,
    customer_id     BIGINT       NOT NULL,
    customer_name   VARCHAR(200) NOT NULL,
    currency        CHAR(3)      NOT NULL,
    gross_minor     BIGINT       NOT NULL,
    -- Sums over its claims.
    claimed_minor   BIGINT       NOT NULL,
    open_minor      BIGINT       NOT NULL,
    issue_date      DATE         NULL,
    due_date        DATE         NULL,
    zone            VARCHAR(60)  NOT NULL,
    -- First instant after the due day in that zone.
    overdue_from    DATETIME(6)  NULL,
    buyer_reference VARCHAR(100) NOT NULL,
    created_at      DATETIME(6)  NOT NULL,
    issued_at       DATETIME(6)  NULL,
    sent_at         DATETIME(6)  NULL,
    viewed_at       DATETIME(6)  NULL,
    bounced_at      DATETIME(6)  NULL,
    search_text     VARCHAR(400) COLLATE utf8mb4_general_ci NOT NULL,
    UNIQUE KEY invoice_number (number),
    KEY invoice_created (created_at),
    KEY invoice_customer (customer_id, due_date),
    KEY invoice_issued (issue_date),
    KEY invoice_due (settlement, due_date),
    CONSTRAINT invoice_of_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
    CONSTRAINT invoice_open_in_range CHECK (open_minor >= 0 AND open_minor <= claimed_minor)
);

-- The content of a draft, as JSON; gone once it is issued or discarded.
CREATE TABLE invoice_draft (
    invoice_id BIGINT     NOT NULL PRIMARY KEY,
    content    MEDIUMTEXT NOT NULL
);

-- What was issued. Append-only: absent from mutable-tables.txt on purpose, as are its lines and taxes.
CREATE TABLE invoice_document (
    invoice_id        BIGINT        NOT NULL PRIMARY KEY,
    number            VARCHAR(35)   NOT NULL,
    customer_id       BIGINT        NOT NULL,
    currency          CHAR(3)       NOT NULL,
    net_minor         BIGINT        NOT NULL,
    tax_minor         BIGINT        NOT NULL,
    gross_minor       BIGINT        NOT NULL,
    issue_date        DATE          NOT NULL,
    due_date          DATE          NOT NULL,
    zone              VARCHAR(60)   NOT NULL,
    language          VARCHAR(20)   NOT NULL,
    seller            TEXT          NOT NULL,
    buyer             TEXT          NOT NULL,
    payment_reference VARCHAR(35)   NOT NULL,
    notes             VARCHAR(4000) NOT NULL,
    imported          TINYINT(1)    NOT NULL,
    issued_at         DATETIME(6)   NOT NULL,
    UNIQUE KEY invoice_document_number (number)
);

CREATE TABLE invoice_line (
    invoice_id       BIGINT         NOT NULL,
    position         INT            NOT NULL,
    description      VARCHAR(2000)  NOT NULL,
    quantity         DECIMAL(24, 6) NOT NULL,
    unit             VARCHAR(20)    NOT NULL,
    unit_price       DECIMAL(24, 6) NOT NULL,
    discount_percent DECIMAL(9, 6)  NOT NULL,
    tax_category     VARCHAR(2)     NOT NULL,
    tax_percent      DECIMAL(9, 6)  NOT NULL,
    net_minor        BIGINT         NOT NULL,
    PRIMARY KEY (invoice_id, position)
);

CREATE TABLE invoice_tax (
    invoice_id    BIGINT        NOT NULL,
    category      VARCHAR(2)    NOT NULL,
    percent       DECIMAL(9, 6) NOT NULL,
    taxable_minor BIGINT        NOT NULL,
    tax_minor     BIGINT        NOT NULL,
    PRIMARY KEY (invoice_id, category, percent)
);

-- What is claimed by an invoice, and how much of it is open. Changed by conditional updates only.
CREATE TABLE claim (
    id            BIGINT      NOT NULL PRIMARY KEY,
    invoice_id    BIGINT      NOT NULL,
    kind          VARCHAR(20) NOT NULL,
    position      INT         NOT NULL,
    currency      CHAR(3)     NOT NULL,
    claimed_minor BIGINT      NOT NULL,
    open_minor    BIGINT      NOT NULL,
    due_date      DATE        NOT NULL,
    UNIQUE KEY claim_of_invoice (invoice_id, kind, position),
    CONSTRAINT claim_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id),
    CONSTRAINT claim_open_in_range CHECK (open_minor >= 0 AND open_minor <= claimed_minor)
);

-- Every change of what is open: claimed = open + sum of the movements. Append-only.
CREATE TABLE claim_movement (
    id           BIGINT       NOT NULL PRIMARY KEY,
    claim_id     BIGINT       NOT NULL,
    invoice_id   BIGINT       NOT NULL,
    occurred_at  DATETIME(6)  NOT NULL,
    -- Positive when applied, negative when released.
    amount_minor BIGINT       NOT NULL,
    currency     CHAR(3)      NOT NULL,
    cause        VARCHAR(100) NOT NULL,
    KEY claim_movement_of_claim (claim_id),
    CONSTRAINT claim_movement_claim FOREIGN KEY (claim_id) REFERENCES claim (id)
);

-- The facts of an invoice's life. Append-only.
CREATE TABLE invoice_event (
    id          BIGINT       NOT NULL PRIMARY KEY,
    invoice_id  BIGINT       NOT NULL,
    occurred_at DATETIME(6)  NOT NULL,
    kind        VARCHAR(40)  NOT NULL,
    actor       VARCHAR(120) NOT NULL,
    detail      TEXT         NOT NULL,
    KEY invoice_event_of_invoice (invoice_id, id)
);

CREATE TABLE invoice_hold (
    invoice_id BIGINT       NOT NULL,
    kind       VARCHAR(30)  NOT NULL,
    reason     VARCHAR(400) NOT NULL,
    since      DATETIME(6)  NOT NULL,
    PRIMARY KEY (invoice_id, kind)
);

CREATE TABLE number_series (
    code    VARCHAR(30) NOT NULL PRIMARY KEY,
    pattern VARCHAR(60) NOT NULL
);

-- The last number drawn per series and period (the year, where the pattern has one). Locked last when issuing.
CREATE TABLE number_counter (
    series    VARCHAR(30) NOT NULL,
    period    VARCHAR(10) NOT NULL,
    last_used BIGINT      NOT NULL,
    PRIMARY KEY (series, period)
);
