-- counts: the rejudging whose judgement counts, 0 for the first one. It only grows.
ALTER TABLE submissions ADD COLUMN counts bigint NOT NULL DEFAULT 0;

-- What is not null in label, verdict and submission narrows the contest down. total is the number of its submissions below.
CREATE TABLE rejudgings (
    id {identity},
    contest bigint NOT NULL REFERENCES contests (id),
    label text,
    verdict text,
    submission bigint REFERENCES submissions (id),
    reason text NOT NULL,
    state text NOT NULL,
    total bigint NOT NULL,
    made_by text NOT NULL,
    at bigint NOT NULL,
    ended_by text,
    ended_at bigint
);
CREATE INDEX rejudgings_contest ON rejudgings (contest, id);

-- replaced: what counted until this rejudging was applied; null where it does not count.
CREATE TABLE rejudging_submissions (
    rejudging bigint NOT NULL REFERENCES rejudgings (id),
    submission bigint NOT NULL REFERENCES submissions (id),
    replaced bigint,
    PRIMARY KEY (rejudging, submission)
);

-- A submission may wait for its first judging and for rejudgings, each with a place of its own.
CREATE TABLE queue_of_judgings (
    submission bigint NOT NULL REFERENCES submissions (id),
    rejudging bigint NOT NULL DEFAULT 0,
    entrant bigint NOT NULL,
    priority bigint NOT NULL,
    turn bigint NOT NULL,
    attempts bigint NOT NULL DEFAULT 0,
    token text,
    judge text,
    lease_until bigint,
    queued_at bigint NOT NULL,
    PRIMARY KEY (submission, rejudging)
);
INSERT INTO queue_of_judgings (submission, entrant, priority, turn, attempts, token, judge, lease_until, queued_at)
SELECT submission, entrant, priority, turn, attempts, token, judge, lease_until, queued_at FROM queue;
DROP TABLE queue;
ALTER TABLE queue_of_judgings RENAME TO queue;
CREATE INDEX queue_order ON queue (priority, turn, submission);
CREATE INDEX queue_entrant ON queue (entrant);
