-- Under which account and name a known payer is looked for; written with it. Append-only like it.
CREATE TABLE known_payer_key (
    payer_id    BIGINT       NOT NULL PRIMARY KEY,
    account_key VARCHAR(40)  NOT NULL,
    name_key    VARCHAR(200) NOT NULL,
    KEY known_payer_account (account_key),
    KEY known_payer_name (name_key)
);
