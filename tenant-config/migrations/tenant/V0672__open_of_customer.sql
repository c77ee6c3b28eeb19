-- What a customer owes is found without reading what it has paid in years.
CREATE INDEX invoice_open_of_customer ON invoice (customer_id, open_minor);

-- In the list's own order, so that a word that many have is found at once.
DROP INDEX invoice_words ON invoice;
CREATE INDEX invoice_words ON invoice (created_at, id, search_text);
