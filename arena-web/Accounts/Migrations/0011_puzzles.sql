-- Where each pupil's page was last seen in an hour of puzzles.
create table pupils_seen (
  entrant_id bigint primary key,
  label text not null,          -- of the level; empty: on no level
  since bigint not null,        -- when that level was opened
  at bigint not null
);

-- Which hints of a level a pupil has opened.
create table hints_opened (
  entrant_id bigint not null,
  label text not null,
  stage int not null,           -- from 1
  at bigint not null,
  primary key (entrant_id, label, stage)
);

-- Programs of free levels that pupils want to show to everybody.
create table gallery_works (
  id {identity},
  contest_id bigint not null,
  entrant_id bigint not null,
  label text not null,
  submission_id bigint not null unique,
  at bigint not null,
  state text not null,          -- Waiting, Shown, Declined
  actor text not null           -- login of whoever decided; empty: nobody yet
);

create index gallery_works_by_contest on gallery_works (contest_id);
