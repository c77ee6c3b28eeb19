-- The unique key is no order for the server, since drafts have no number: this one is, down to the id.
CREATE INDEX invoice_by_number ON invoice (number, id);
