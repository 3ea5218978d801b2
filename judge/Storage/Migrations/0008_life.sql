-- An entrant's own time in milliseconds; null: all start with the window. copy_of: the contest that this one repeats.
ALTER TABLE contests ADD COLUMN duration bigint;
ALTER TABLE contests ADD COLUMN copy_of bigint;

-- What people decided of a contest's life and time. A contest without any is published. entrants: numbers with blanks between; empty: all.
CREATE TABLE contest_facts (
    id {identity},
    contest bigint NOT NULL REFERENCES contests (id),
    kind text NOT NULL,
    entrants text NOT NULL,
    amount bigint NOT NULL,
    from_at bigint NOT NULL,
    to_at bigint,
    at bigint NOT NULL,
    actor text NOT NULL,
    reason text NOT NULL,
    taken_back_at bigint
);
CREATE INDEX contest_facts_contest ON contest_facts (contest, id);

-- When an entrant started the own clock: once.
CREATE TABLE beginnings (
    entrant bigint PRIMARY KEY REFERENCES entrants (id),
    contest bigint NOT NULL REFERENCES contests (id),
    at bigint NOT NULL
);
CREATE INDEX beginnings_contest ON beginnings (contest);
