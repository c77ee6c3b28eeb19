-- What a business sells. Invoices copy what an item says, so changing or retiring one changes no invoice.
CREATE TABLE item (
    id           BIGINT        NOT NULL PRIMARY KEY,
    code         VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
    name         VARCHAR(200)  NOT NULL,
    description  VARCHAR(2000) NOT NULL,
    -- UN/ECE Recommendation 20.
    unit         VARCHAR(3)    NOT NULL,
    tax_category VARCHAR(2)    NOT NULL,
    tax_percent  DECIMAL(9, 6) NOT NULL,
    active       TINYINT(1)    NOT NULL,
    created_at   DATETIME(6)   NOT NULL,
    -- What a search looks through, without regard to case and accents.
    search_text  VARCHAR(300) COLLATE utf8mb4_general_ci NOT NULL,
    UNIQUE KEY item_code (code),
    KEY item_name (name)
);

CREATE TABLE item_price (
    item_id  BIGINT         NOT NULL,
    currency CHAR(3)        NOT NULL,
    price    DECIMAL(24, 6) NOT NULL,
    PRIMARY KEY (item_id, currency),
    CONSTRAINT item_price_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT item_price_range CHECK (price >= 0)
);

-- What an invoice for a customer begins with, beside its terms. No row: the business's own.
CREATE TABLE customer_billing (
    customer_id      BIGINT        NOT NULL PRIMARY KEY,
    currency         CHAR(3)       NULL,
    discount_percent DECIMAL(9, 6) NOT NULL,
    CONSTRAINT customer_billing_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);
