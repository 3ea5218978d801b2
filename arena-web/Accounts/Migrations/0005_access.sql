-- Who may do what, where. The scope is the whole site where contest, unit and room are null.
create table grants (
  id {identity},
  login text not null,          -- of staff
  role text not null,           -- a name of StaffRole
  contest_id bigint null,
  unit_id bigint null,          -- a school or a cluster
  room text null,
  granted_by text not null,
  granted_at bigint not null
);

create index grants_by_login on grants (login);

insert into grants (login, role, granted_by, granted_at)
select login, case role when 'organiser' then 'Organiser' else 'Juror' end, 'arena', created_at from staff;
insert into grants (login, role, granted_by, granted_at)
select login, 'Administrator', 'arena', created_at from staff where role = 'organiser';

alter table staff drop column role;
alter table staff add column disabled_at bigint null;

-- One row a browser that somebody is signed in with. Its number stands in the encrypted cookie.
create table sessions (
  id text primary key,
  account text not null,        -- staff|LOGIN or pupil|ENTRANT
  device text not null,         -- of the device's cookie; empty: it had none
  browser text not null,        -- such as "Firefox, Windows"
  began_at bigint not null,
  seen_at bigint not null
);

create index sessions_by_account on sessions (account);

-- Tries at the door by account and device, in place of those by account alone.
drop table sign_in_throttle;
create table sign_in_tries (
  account text not null,
  device text not null,         -- of the device's cookie; empty: browsers without one; *: all that the account does not know
  failures int not null,
  locked_until bigint not null,
  primary key (account, device)
);

-- Devices on which an account was signed in.
create table known_devices (
  account text not null,
  device text not null,
  at bigint not null,
  primary key (account, device)
);

-- Contests in which a pupil sits at one device at a time.
create table one_device_contests (contest_id bigint primary key);

-- What a supervisor gives a pupil who must move to another device: good once, until then.
create table device_codes (
  entrant_id bigint primary key,
  code_hash text not null,
  until bigint not null
);

-- The second factor of staff.
create table second_factors (
  login text primary key,
  secret text not null,         -- protected by the keys of the data folder
  confirmed_at bigint null,     -- null: it was begun and not confirmed
  last_step bigint not null     -- the last time step whose code was taken, so that no code is taken twice
);

create table recovery_codes (
  login text not null,
  code_hash text not null,
  primary key (login, code_hash)
);

-- Reads that the matrix allows on condition that they are written down.
create table access_log (
  id {identity},
  at bigint not null,
  actor text not null,
  object text not null,
  contest_id bigint null,
  subject text not null         -- the address that was asked for
);

create index access_log_by_contest on access_log (contest_id);
