-- A try is written before a judge gets it, and goes with the verdict. What waits follows from submissions, rejudgings and judgements.
CREATE TABLE tries (
    submission bigint NOT NULL REFERENCES submissions (id),
    rejudging bigint NOT NULL,
    number bigint NOT NULL,
    judge text NOT NULL,
    at bigint NOT NULL,
    PRIMARY KEY (submission, rejudging, number)
);
INSERT INTO tries (submission, rejudging, number, judge, at)
SELECT submission, rejudging, attempts, coalesce(judge, ''), queued_at FROM queue WHERE attempts > 0;

DROP TABLE queue;
DROP TABLE queue_clock;
DROP TABLE turns;
DROP TABLE judges;

-- Grows with each awakening of the dispatcher; its row stays locked while tries are written.
CREATE TABLE dispatcher (
    epoch bigint NOT NULL
);
INSERT INTO dispatcher (epoch) VALUES (0);

-- Nodes that get no work by an organiser's wish, wherever the dispatcher lives.
CREATE TABLE drained_nodes (
    node text PRIMARY KEY
);
