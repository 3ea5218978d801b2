-- What pupils ask and what is told to them. A row for a question or an announcement; all that became of it stands in its acts.
create table clarifications (
  id {identity},
  contest_id bigint not null,
  entrant_id bigint null,       -- who asked; null: the jury began it
  ordinal int null,             -- of the entrant's questions, from 1; null: the jury began it
  label text null,              -- of the problem it is about; null: general
  form_key text not null unique, -- the same form with the same words is the same question
  acts int not null,            -- how many there are; whoever adds one locks the row by it
  unique (entrant_id, ordinal)
);

create index clarifications_by_contest on clarifications (contest_id);

-- Only ever added to. State, claims and what is struck follow from them.
create table clarification_acts (
  id {identity},
  clarification_id bigint not null references clarifications (id),
  kind text not null,           -- Asked, Claimed, Released, Answered, Corrected, Announced, Withdrawn
  at bigint not null,
  actor text not null,          -- login; empty: the pupil
  actor_name text not null,     -- as it was then
  text text not null,           -- empty where nothing is said
  audience text not null,       -- None, One, All, Everybody
  visible_from bigint not null, -- later than at: planned
  shown text not null,          -- the question as all may read it; empty: not at all
  told int not null             -- 0: planned, and no page has been told of it yet
);

create index clarification_acts_by_thread on clarification_acts (clarification_id);
create index clarification_acts_planned on clarification_acts (visible_from) where told = 0;

-- What each pupil has read.
create table clarification_reads (
  entrant_id bigint not null,
  act_id bigint not null,
  at bigint not null,
  primary key (entrant_id, act_id)
);

-- Answers that are given often, one a line; the newest version counts.
create table canned_answers (
  id {identity},
  contest_id bigint not null,   -- 0: those of the site
  number bigint not null,       -- of the version, from 1
  lines text not null,
  actor text not null,
  at bigint not null,
  unique (contest_id, number)
);
