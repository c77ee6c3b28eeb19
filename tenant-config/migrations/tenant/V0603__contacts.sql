-- People at a customer, beside the addresses that invoices go to.
CREATE TABLE customer_contact (
    id          BIGINT       NOT NULL PRIMARY KEY,
    customer_id BIGINT       NOT NULL,
    name        VARCHAR(200) NOT NULL,
    role        VARCHAR(100) NOT NULL,
    email       VARCHAR(254) NOT NULL,
    phone       VARCHAR(40)  NOT NULL,
    created_at  DATETIME(6)  NOT NULL,
    removed_at  DATETIME(6)  NULL,
    KEY customer_contact_of (customer_id),
    CONSTRAINT customer_contact_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);

-- What a contact said about a channel: the latest counts. Append-only, so that it can be shown what was known when.
CREATE TABLE contact_consent (
    id          BIGINT       NOT NULL PRIMARY KEY,
    contact_id  BIGINT       NOT NULL,
    channel     VARCHAR(20)  NOT NULL,
    granted     TINYINT(1)   NOT NULL,
    -- The civil day from which on it counts, as the contact said.
    since       DATE         NOT NULL,
    note        VARCHAR(400) NOT NULL,
    recorded_at DATETIME(6)  NOT NULL,
    actor       VARCHAR(120) NOT NULL,
    KEY contact_consent_of (contact_id, channel, id),
    CONSTRAINT contact_consent_contact FOREIGN KEY (contact_id) REFERENCES customer_contact (id)
);
