-- Each mail of a mailbox for orders that was looked at: looked at once, whatever became of it.
CREATE TABLE order_mail (
    channel_id   BIGINT       NOT NULL,
    -- UIDVALIDITY and UID: the mailbox's own name of a mail (RFC 3501, 2.3.1.1).
    validity     BIGINT       NOT NULL,
    uid          BIGINT       NOT NULL,
    -- SHA-256 of the Message-ID, by which a mail is known when the mailbox was numbered anew.
    message_hash BINARY(32)   NULL,
    result       VARCHAR(20)  NOT NULL,
    attachments  INT          NOT NULL,
    looked_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (channel_id, validity, uid),
    KEY order_mail_message (channel_id, message_hash)
);

-- How the last visit to a mailbox went, and when the next is due.
CREATE TABLE order_mailbox (
    channel_id BIGINT       NOT NULL PRIMARY KEY,
    visited_at DATETIME(6)  NOT NULL,
    due_at     DATETIME(6)  NOT NULL,
    failures   INT          NOT NULL,
    trouble    VARCHAR(500) NOT NULL
);
