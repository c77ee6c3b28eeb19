-- What waits for a second person, and what became of it. The state changes once, by a conditional update.
CREATE TABLE approval_request (
    id           BIGINT       NOT NULL PRIMARY KEY,
    request_key  VARCHAR(80)  NOT NULL,
    kind         VARCHAR(30)  NOT NULL,
    subject_id   BIGINT       NOT NULL,
    subject_text VARCHAR(200) NOT NULL,
    amount_minor BIGINT       NOT NULL,
    currency     CHAR(3)      NOT NULL,
    reason       VARCHAR(400) NOT NULL,
    content      MEDIUMTEXT   NOT NULL,
    state        VARCHAR(20)  NOT NULL,
    asked_at     DATETIME(6)  NOT NULL,
    asked_by     VARCHAR(120) NOT NULL,
    decided_at   DATETIME(6)  NULL,
    decided_by   VARCHAR(120) NULL,
    decision     VARCHAR(400) NOT NULL,
    UNIQUE KEY approval_request_key (request_key),
    KEY approval_request_state (state, asked_at),
    KEY approval_request_subject (subject_id),
    CONSTRAINT approval_by_another CHECK (state = 'WAITING' OR decided_by IS NOT NULL),
    CONSTRAINT approval_two_people CHECK (state <> 'APPROVED' OR decided_by <> asked_by)
);
