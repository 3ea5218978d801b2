-- What a contest asks of the entries of schools; a contest without a row takes none.
create table entry_terms (
  contest_id bigint primary key,
  closes_at bigint not null,
  least_members int not null,
  most_members int not null,        -- 1: pupils stand for themselves
  most_teams int null,              -- of a school; null: any number, here and below
  most_teams_of_division int null,
  most_pupils int null,
  needs_coach int not null
);

-- How often the list of a school was changed: whoever changes it must have seen its last state.
create table entries (
  contest_id bigint not null,
  unit_id bigint not null,
  version int not null,
  primary key (contest_id, unit_id)
);

-- What was done with a list; only ever added to. Its stage follows from these.
create table entry_facts (
  id {identity},
  contest_id bigint not null,
  unit_id bigint not null,
  act text not null,                -- a name of EntryAct
  at bigint not null,
  actor text not null,
  word text not null,
  rule text not null                -- of an exception; '' none
);

create index entry_facts_by_entry on entry_facts (contest_id, unit_id);

create table entry_teams (
  id {identity},
  contest_id bigint not null,
  unit_id bigint not null,
  division text not null,           -- '' the contest has none
  name text not null,               -- '' a pupil who stands alone
  coach text not null,
  captain bigint not null,          -- a pupil of the school
  sbd text null,                    -- candidate number, once it was given
  entrant_id bigint null            -- exactly when there is a number
);

create index entry_teams_by_entry on entry_teams (contest_id, unit_id);
create unique index entry_teams_by_entrant on entry_teams (entrant_id);

-- As the school's list had them when the team was put together.
create table entry_members (
  team_id bigint not null,
  position int not null,
  pupil_id bigint not null,
  name text not null,
  class text not null,
  grade int not null,
  primary key (team_id, position)
);

create index entry_members_by_pupil on entry_members (pupil_id);

create table exam_rooms (
  id {identity},
  contest_id bigint not null,
  name text not null,               -- as grants of invigilators have it
  capacity int not null
);

create index exam_rooms_by_contest on exam_rooms (contest_id);

create table exam_shifts (
  id {identity},
  contest_id bigint not null,
  name text not null,
  starts_at bigint not null,
  minutes int not null,
  divisions text not null           -- one a line; '' for everybody
);

create index exam_shifts_by_contest on exam_shifts (contest_id);

create table exam_seats (
  contest_id bigint not null,
  entrant_id bigint primary key,
  shift_id bigint not null,
  room_id bigint not null,
  seat int not null,                -- from 1
  unique (shift_id, room_id, seat)
);

create index exam_seats_by_contest on exam_seats (contest_id);

-- How candidate numbers are given; a contest without a row sorts by name.
create table exam_numbering (
  contest_id bigint primary key,
  seed text not null                -- of the draw, for everybody to read
);
