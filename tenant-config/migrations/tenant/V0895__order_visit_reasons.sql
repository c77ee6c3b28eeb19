-- Why the last visit of an account came to nothing, as the key of its text; trouble is what the other side said then, and fills it.
ALTER TABLE order_mailbox ADD COLUMN reason VARCHAR(60) NOT NULL DEFAULT '';
ALTER TABLE order_connector ADD COLUMN reason VARCHAR(60) NOT NULL DEFAULT '';

UPDATE order_mailbox SET reason = 'mailbox.unreachable' WHERE trouble <> '';
UPDATE order_connector SET reason = 'connector.silent' WHERE trouble <> '';
