-- The same movement as another source names it: a file's line that a bank feed had brought before, or the other way round.
-- Whatever has an identity here is known and is not brought in again. Append-only.
CREATE TABLE bank_line_echo (
    identity CHAR(64)    NOT NULL PRIMARY KEY,
    line_id  BIGINT      NOT NULL,
    source   VARCHAR(10) NOT NULL,
    seen_at  DATETIME(6) NOT NULL,
    KEY bank_line_echo_line (line_id, source)
);
