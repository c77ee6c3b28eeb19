-- An invoice's number as whoever pays it may write it: without what stands between its letters and figures. Not stored, only its
-- index is; and invisible, since nobody reads it.
ALTER TABLE invoice ADD COLUMN number_key VARCHAR(35) GENERATED ALWAYS AS (UPPER(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(number, '-', ''), ' ', ''), '/', ''), '.', ''), '_', ''), ':', ''), '#', ''), ',', ''),
    '(', ''), ')', ''), '+', ''))) VIRTUAL INVISIBLE;
CREATE INDEX invoice_number_key ON invoice (number_key);
