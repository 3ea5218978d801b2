-- Which pupils of schools' lists an entrant is: one, or all of a team. An entrant of the organiser's own list has none.
create table entrant_pupils (
  entrant_id bigint not null,
  pupil_id bigint not null,
  primary key (entrant_id, pupil_id)
);

create index entrant_pupils_by_pupil on entrant_pupils (pupil_id);

-- What was said about the two consents; only ever added to. people.publish follows from it.
create table consents (
  id {identity},
  pupil_id bigint null,         -- of a school's list
  entrant_id bigint null,       -- who stands in no school's list; exactly one of both
  kind text not null,           -- TakePart, Publish
  giver text not null,          -- Child, Representative
  given int not null,           -- 0: refused or withdrawn
  text_version int not null,    -- of the text that was agreed to
  way text not null,            -- Paper, List, Told
  note text not null,           -- where the paper lies, without names
  actor text not null,          -- login of whoever wrote it down
  year int not null,            -- in which it was said, for the age of the child
  at bigint not null
);

create index consents_by_pupil on consents (pupil_id);
create index consents_by_entrant on consents (entrant_id);

-- Every name that is public by now was agreed to on the organiser's list.
insert into consents (entrant_id, kind, giver, given, text_version, way, note, actor, year, at)
select entrant_id, 'Publish', 'Representative', 1, 1, 'List', '', 'arena', 2026, created_at from people where publish = 1;
insert into consents (entrant_id, kind, giver, given, text_version, way, note, actor, year, at)
select entrant_id, 'Publish', 'Child', 1, 1, 'List', '', 'arena', 2026, created_at from people where publish = 1;

-- What families ask the school about data. The clock follows from when it was received.
create table privacy_requests (
  id {identity},
  unit_id bigint not null,      -- the school
  kind text not null,           -- Access, Correction, Withdrawal, Deletion
  pupil_id bigint null,
  entrant_id bigint null,       -- at most one of both; none: it is about several
  note text not null,
  received_at bigint not null,
  received_by text not null,
  answered_at bigint null,
  answered_by text not null,
  answer text not null,
  extra_days int not null,      -- of the one extension
  extra_reason text not null,
  done_at bigint null,
  done_by text not null
);

create index privacy_requests_by_school on privacy_requests (unit_id);

-- What retention has taken away.
create table retention_reports (
  id {identity},
  at bigint not null,
  rule text not null,           -- names, logs, requests, lists
  items bigint not null
);

alter table access_log add column role text not null default '';
alter table access_log add column unit_id bigint null;

create index access_log_by_unit on access_log (unit_id);
create index access_log_by_actor on access_log (actor, at);
