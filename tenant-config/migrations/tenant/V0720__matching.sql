-- Who paid for whom, under which name and from which account: by this later payments are recognised. Append-only.
CREATE TABLE known_payer (
    id          BIGINT       NOT NULL PRIMARY KEY,
    customer_id BIGINT       NOT NULL,
    name        VARCHAR(200) NOT NULL,
    account     VARCHAR(40)  NOT NULL,
    line_id     BIGINT       NOT NULL,
    seen_at     DATETIME(6)  NOT NULL,
    UNIQUE KEY known_payer_once (customer_id, name, account)
);

-- What an open line may be, likeliest first. Each run writes them anew.
CREATE TABLE match_suggestion (
    line_id  BIGINT     NOT NULL,
    position INT        NOT NULL,
    proposal MEDIUMTEXT NOT NULL,
    PRIMARY KEY (line_id, position)
);

-- IBAN or the bank's own number of the other side.
ALTER TABLE bank_line ADD COLUMN counterparty_account VARCHAR(40) NOT NULL DEFAULT '';
