-- What a payout holds back or lets go of, and what of it was paid in other currencies.
ALTER TABLE gateway_payout ADD COLUMN reserve_minor BIGINT NOT NULL DEFAULT 0;
ALTER TABLE gateway_payout ADD COLUMN conversions MEDIUMTEXT NULL;

-- A payout may come in parts, and several as one line; no part of one comes twice. Append-only.
CREATE TABLE payout_arrival (
    payout_id BIGINT   NOT NULL,
    part      SMALLINT NOT NULL,
    line_id   BIGINT   NOT NULL,
    PRIMARY KEY (payout_id, part),
    KEY payout_arrival_of_line (line_id)
);

INSERT INTO payout_arrival (payout_id, part, line_id)
SELECT matched_id, 0, id FROM bank_line WHERE matched_kind = 'PAYOUT' AND state = 'MATCHED' AND matched_id IS NOT NULL;
