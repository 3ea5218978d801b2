-- What grains keep in a cluster, such as drafts. SQLite takes the type bytea for any other and keeps the bytes as they are.
CREATE TABLE grain_state (
    kind text NOT NULL,
    id text NOT NULL,
    tag text NOT NULL,
    state bytea NOT NULL,
    PRIMARY KEY (kind, id)
);
