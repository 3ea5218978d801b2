-- Of what was made before the entrant's end and came in after it: what the page says and when it came. Null: it came in time, or too late.
ALTER TABLE submissions ADD COLUMN made_at bigint;
ALTER TABLE submissions ADD COLUMN received_at bigint;
