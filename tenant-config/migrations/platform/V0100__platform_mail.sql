-- Mail of the platform itself. The values are wiped once it is sent: they may hold a verification link.
CREATE TABLE platform_mail (
    id          BIGINT        NOT NULL PRIMARY KEY,
    recipient   VARCHAR(254)  NOT NULL,
    language    VARCHAR(20)   NOT NULL,
    template    VARCHAR(60)   NOT NULL,
    content     TEXT          NOT NULL,
    dedupe_key  VARCHAR(120)  NOT NULL,
    state       VARCHAR(20)   NOT NULL,
    attempts    INT           NOT NULL,
    next_at     DATETIME(6)   NOT NULL,
    lease_until DATETIME(6)   NULL,
    note        VARCHAR(1000) NOT NULL,
    created_at  DATETIME(6)   NOT NULL,
    finished_at DATETIME(6)   NULL,
    UNIQUE KEY platform_mail_key (dedupe_key),
    KEY platform_mail_due (state, next_at)
);
