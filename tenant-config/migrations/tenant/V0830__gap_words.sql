-- One set of words for gaps: a line in another currency is a gap of exchange.
UPDATE bank_line SET gap = 'FX' WHERE gap = 'CURRENCY';
