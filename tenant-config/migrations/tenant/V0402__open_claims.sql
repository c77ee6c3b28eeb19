-- What is open is read from this index alone, however many claims are settled; and what fell due in a span.
CREATE INDEX claim_open ON claim (open_minor, currency, due_date);
CREATE INDEX claim_due ON claim (due_date, currency, claimed_minor, open_minor);
