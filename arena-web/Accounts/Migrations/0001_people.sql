-- Who the entrants of the judge are. Names stay on this side; the judge knows entrants by number only.
create table people (
  entrant_id bigint primary key,
  contest_id bigint not null,
  sbd text not null,            -- as folded by Typed.Fold, upper case without spaces
  name text not null,
  school text not null,
  class text not null,
  publish int not null,         -- 1: child and representative agree that the name is shown in public
  pin_hash text not null,
  created_at bigint not null,
  unique (contest_id, sbd)
);

create table staff (
  id {identity},
  login text not null unique,   -- lower case
  display_name text not null,
  role text not null,           -- juror, organiser
  password_hash text not null,
  created_at bigint not null
);

-- Counted per account and never per address: a whole computer room shares one.
create table sign_in_throttle (
  account text primary key,
  failures int not null,
  locked_until bigint not null
);

create table audit (
  id {identity},
  at bigint not null,
  actor text not null,
  act text not null,
  contest_id bigint null,
  detail text not null
);

create index audit_by_time on audit (at);
