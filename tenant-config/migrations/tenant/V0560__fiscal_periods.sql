-- What was decided about periods, append-only. A request is decided at most once: the key refuses a second answer.
CREATE TABLE period_decision (
    id         BIGINT       NOT NULL PRIMARY KEY,
    kind       VARCHAR(20)  NOT NULL,
    day        DATE         NOT NULL,
    request_id BIGINT       NULL,
    decided_at DATETIME(6)  NOT NULL,
    actor      VARCHAR(120) NOT NULL,
    reason     VARCHAR(400) NOT NULL,
    UNIQUE KEY period_decision_request (request_id)
);

-- One row: postings read it with a shared lock, so that a period closes after the last of them or before the next.
CREATE TABLE period_gate (
    id             TINYINT NOT NULL PRIMARY KEY,
    closed_through DATE    NULL,
    locked_through DATE    NULL
);

INSERT INTO period_gate (id, closed_through, locked_through) VALUES (1, NULL, NULL);

-- The day on which it happened, where the books count it on a later one because its period was closed.
ALTER TABLE journal_entry ADD COLUMN occurred_on DATE NULL, ADD KEY journal_entry_posted (posted_at);
