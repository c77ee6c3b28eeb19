-- What a customer is called, whatever the legal form, the order of the words and the spelling; written with the name. Those of before
-- are written when payers are looked for.
ALTER TABLE customer ADD COLUMN name_key VARCHAR(200) NULL;
CREATE INDEX customer_name_key ON customer (name_key);
