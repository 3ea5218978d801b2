-- Contests in which a class may sign in by its code. Pictures and words are weak secrets, so a contest has to say so.
create table class_contests (contest_id bigint primary key);

-- A class of a school in a contest: the pupils whose rows bear this school and class.
create table school_classes (
  contest_id bigint not null,
  school text not null,         -- as people.school
  class text not null,          -- as people.class
  code text not null unique,    -- four signs
  way text not null,            -- Pictures, Words
  keeps_code int not null,      -- 1: a PC at which the code was typed keeps it until the door closes
  open_until bigint not null,   -- 0: never opened
  primary key (contest_id, school, class)
);

-- What a pupil shows at the door of the class.
create table class_secrets (
  entrant_id bigint primary key,
  way text not null,            -- Pictures, Words
  secret_hash text not null
);

-- Two pupils at one seat: what the first hands in meanwhile is of both.
create table seat_pairs (
  id {identity},
  session_id text not null,     -- of the first one's session
  entrant_id bigint not null,
  partner_id bigint not null,
  began_at bigint not null,
  ended_at bigint null          -- null: they still sit there
);

create index seat_pairs_by_entrant on seat_pairs (entrant_id);
create index seat_pairs_by_partner on seat_pairs (partner_id);
create index seat_pairs_open on seat_pairs (session_id) where ended_at is null;
