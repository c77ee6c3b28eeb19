-- What our own people were told of, each once for ever. Append-only.
CREATE TABLE alert (
    id           BIGINT       NOT NULL PRIMARY KEY,
    alert_key    VARCHAR(120) NOT NULL,
    kind         VARCHAR(20)  NOT NULL,
    subject      VARCHAR(20)  NOT NULL,
    subject_id   BIGINT       NOT NULL,
    label        VARCHAR(200) NOT NULL,
    currency     CHAR(3)      NOT NULL,
    amount_minor BIGINT       NOT NULL,
    happened_on  DATE         NOT NULL,
    raised_at    DATETIME(6)  NOT NULL,
    -- Whether it is told on the pages.
    live         TINYINT(1)   NOT NULL,
    -- By which message it is told; empty for none.
    mail         VARCHAR(80)  NOT NULL,
    UNIQUE KEY alert_once (alert_key),
    KEY alert_mail (mail)
);

-- Up to which alert each person has read.
CREATE TABLE alert_seen (
    person VARCHAR(120) NOT NULL PRIMARY KEY,
    seen   BIGINT       NOT NULL
);
