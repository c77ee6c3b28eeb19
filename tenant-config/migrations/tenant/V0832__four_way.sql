-- What does not agree, each once. The facts stay; the state changes, and what it is about when the facts do.
CREATE TABLE fourway_gap (
    id           BIGINT        NOT NULL PRIMARY KEY,
    gap_key      CHAR(64)      NOT NULL,
    gap          VARCHAR(20)   NOT NULL,
    leg          VARCHAR(10)   NOT NULL,
    reason       VARCHAR(60)   NOT NULL,
    day          DATE          NOT NULL,
    currency     CHAR(3)       NOT NULL,
    amount_minor BIGINT        NOT NULL,
    -- The records and the words of its sentences, as JSON.
    detail       MEDIUMTEXT    NOT NULL,
    facts        CHAR(64)      NOT NULL,
    state        VARCHAR(10)   NOT NULL,
    found_at     DATETIME(6)   NOT NULL,
    changed_at   DATETIME(6)   NOT NULL,
    explanation  VARCHAR(500)  NOT NULL,
    explained_by VARCHAR(120)  NOT NULL,
    UNIQUE KEY fourway_gap_key (gap_key),
    KEY fourway_gap_state (state, day),
    KEY fourway_gap_day (day, currency)
);
