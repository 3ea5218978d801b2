-- Which submission of a problem counts, and what came of each group of tests (JSON, in the problem's order).
ALTER TABLE contests ADD COLUMN counting text NOT NULL DEFAULT 'Best';
ALTER TABLE judgements ADD COLUMN group_results text NOT NULL DEFAULT '[]';
-- Why the judge failed, for staff only.
ALTER TABLE judgements ADD COLUMN staff_message text NOT NULL DEFAULT '';
