-- How many days before each charge the payer was promised to be told; those who agreed before were told so many.
ALTER TABLE autopay_agreement ADD COLUMN notice_direct_debit INT NOT NULL DEFAULT 14;
ALTER TABLE autopay_agreement ADD COLUMN notice_other INT NOT NULL DEFAULT 2;
