-- An order without a day is one of the day it came.
ALTER TABLE sales_order MODIFY COLUMN ordered_on DATE NOT NULL;

-- Who decides on orders does so one at a time: what one makes, such as a customer, the next one finds.
CREATE TABLE order_turn (
    id INT NOT NULL PRIMARY KEY
);
INSERT INTO order_turn (id) VALUES (1);

-- Which of our customers a channel's own buyer is.
CREATE TABLE order_buyer (
    channel_id  BIGINT       NOT NULL,
    foreign_id  VARCHAR(120) NOT NULL,
    customer_id BIGINT       NOT NULL,
    PRIMARY KEY (channel_id, foreign_id)
);

-- Buyers are found by what identifies them.
CREATE INDEX customer_tax_id ON customer (tax_id);
ALTER TABLE customer
    ADD COLUMN email_key VARCHAR(254) GENERATED ALWAYS AS (LOWER(SUBSTRING_INDEX(emails, '\n', 1))) STORED,
    ADD COLUMN email_key_2 VARCHAR(254) GENERATED ALWAYS AS
        (LOWER(SUBSTRING_INDEX(SUBSTRING_INDEX(emails, '\n', 2), '\n', -1))) STORED,
    ADD KEY customer_email_key (email_key),
    ADD KEY customer_email_key_2 (email_key_2);
