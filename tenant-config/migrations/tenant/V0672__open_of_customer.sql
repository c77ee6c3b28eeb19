-- What a customer owes is found without reading what it has paid in years.
CREATE INDEX invoice_open_of_customer ON invoice (customer_id, open_minor);
