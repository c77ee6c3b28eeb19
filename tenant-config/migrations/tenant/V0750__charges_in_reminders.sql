-- Reminders tell of interest and fixed sums since there are any. Tenants from before have templates without the place for it.
-- Sentences that a tenant worded anew stay as they are.
UPDATE message_template SET body = REPLACE(body, '{open} is still open.', '{open} is still open.{charges}')
WHERE kind = 'reminder-friendly' AND language = 'en' AND INSTR(body, '{charges}') = 0;
UPDATE message_template SET body = REPLACE(body, '{open} sind noch offen.', '{open} sind noch offen.{charges}')
WHERE kind = 'reminder-friendly' AND language = 'de' AND INSTR(body, '{charges}') = 0;
UPDATE message_template SET body = REPLACE(body, '{open} is open.', '{open} is open.{charges}')
WHERE kind = 'reminder-firm' AND language = 'en' AND INSTR(body, '{charges}') = 0;
UPDATE message_template SET body = REPLACE(body, 'offen sind {open}.', 'offen sind {open}.{charges}')
WHERE kind = 'reminder-firm' AND language = 'de' AND INSTR(body, '{charges}') = 0;
UPDATE message_template SET body = REPLACE(body, 'has not reached us for {days} days.', 'has not reached us for {days} days.{charges}')
WHERE kind = 'reminder-final' AND language = 'en' AND INSTR(body, '{charges}') = 0;
UPDATE message_template SET body = REPLACE(body, 'Tagen nicht bei uns eingegangen.', 'Tagen nicht bei uns eingegangen.{charges}')
WHERE kind = 'reminder-final' AND language = 'de' AND INSTR(body, '{charges}') = 0;
