-- Append-only: a key is claimed for ever, together with the change it stands for and the answer that was given.
CREATE TABLE idempotency_key (
    request_key VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    digest      CHAR(64)     NOT NULL,
    claimed_at  DATETIME(6)  NOT NULL
);

CREATE TABLE idempotency_answer (
    request_key VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    status      INT          NOT NULL,
    location    VARCHAR(400) NOT NULL,
    body        MEDIUMTEXT   NOT NULL
);
