-- A reminder is counted per due date: an invoice in instalments has several, each with the whole ladder.
ALTER TABLE reminder ADD COLUMN due_date DATE NULL;
UPDATE reminder r JOIN invoice i ON i.id = r.invoice_id SET r.due_date = i.due_date;
ALTER TABLE reminder MODIFY due_date DATE NOT NULL;
ALTER TABLE reminder DROP PRIMARY KEY, ADD PRIMARY KEY (invoice_id, step, due_date);
