-- Times are UTC unix milliseconds. {identity} is each database's way to number rows by itself.
CREATE TABLE contests (
    id {identity},
    code text NOT NULL UNIQUE,
    names text NOT NULL,
    scoring text NOT NULL,
    start_at bigint NOT NULL,
    end_at bigint NOT NULL,
    freeze_at bigint,
    languages text NOT NULL,
    feedback text NOT NULL,
    attempts_limit bigint,
    penalty_minutes bigint NOT NULL
);

CREATE TABLE contest_problems (
    contest bigint NOT NULL REFERENCES contests (id),
    place bigint NOT NULL,
    label text NOT NULL,
    problem text NOT NULL,
    points text NOT NULL,
    PRIMARY KEY (contest, place),
    UNIQUE (contest, label)
);

CREATE TABLE entrants (
    id {identity},
    contest bigint NOT NULL REFERENCES contests (id)
);
CREATE INDEX entrants_contest ON entrants (contest, id);

-- The same key again is the same hand-in: a double click counts once.
CREATE TABLE submissions (
    id {identity},
    contest bigint NOT NULL REFERENCES contests (id),
    entrant bigint NOT NULL REFERENCES entrants (id),
    label text NOT NULL,
    problem text NOT NULL,
    language text NOT NULL,
    source text NOT NULL,
    size bigint NOT NULL,
    at bigint NOT NULL,
    handin_key text NOT NULL,
    UNIQUE (entrant, handin_key)
);
CREATE INDEX submissions_contest ON submissions (contest, id);
CREATE INDEX submissions_entrant ON submissions (entrant, label, id);

-- rejudging 0 is the first verdict, of which there can be only one.
CREATE TABLE judgements (
    id {identity},
    submission bigint NOT NULL REFERENCES submissions (id),
    rejudging bigint NOT NULL DEFAULT 0,
    verdict text NOT NULL,
    share text NOT NULL,
    cpu_us bigint NOT NULL,
    memory bigint NOT NULL,
    compile_fault text NOT NULL,
    compiler_message text NOT NULL,
    tests text NOT NULL,
    problem_version text NOT NULL,
    judge text NOT NULL,
    at bigint NOT NULL,
    UNIQUE (submission, rejudging)
);

-- What waits for a judge. token is null while nobody holds it.
CREATE TABLE queue (
    submission bigint PRIMARY KEY REFERENCES submissions (id),
    entrant bigint NOT NULL,
    priority bigint NOT NULL,
    turn bigint NOT NULL,
    attempts bigint NOT NULL DEFAULT 0,
    token text,
    judge text,
    lease_until bigint,
    queued_at bigint NOT NULL
);
CREATE INDEX queue_order ON queue (priority, turn, submission);
CREATE INDEX queue_entrant ON queue (entrant);

-- Start-time fair queueing: a clock a priority, and the last turn each entrant drew.
CREATE TABLE queue_clock (
    priority bigint PRIMARY KEY,
    turn bigint NOT NULL
);
INSERT INTO queue_clock (priority, turn) VALUES (0, 0), (10, 0), (20, 0);

CREATE TABLE turns (
    entrant bigint NOT NULL,
    priority bigint NOT NULL,
    turn bigint NOT NULL,
    PRIMARY KEY (entrant, priority)
);

-- Numbered by the counter below, whose row stays locked until the commit: no gaps, and in the order of commits.
CREATE TABLE events (
    sequence bigint PRIMARY KEY,
    at bigint NOT NULL,
    kind text NOT NULL,
    contest bigint NOT NULL,
    entrant bigint NOT NULL,
    subject bigint NOT NULL,
    text text NOT NULL
);

CREATE TABLE event_counter (
    last bigint NOT NULL
);
INSERT INTO event_counter (last) VALUES (0);

CREATE TABLE judges (
    name text PRIMARY KEY,
    seen_at bigint NOT NULL,
    sandbox text NOT NULL,
    slots bigint NOT NULL,
    busy bigint NOT NULL,
    judged bigint NOT NULL,
    trouble text NOT NULL
);
