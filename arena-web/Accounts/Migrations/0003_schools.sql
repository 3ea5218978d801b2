-- The organisation of schools, with days. A day is text, yyyy-mm-dd: 0001-01-01 is since ever, 9999-12-31 is without an end.
-- Nothing is deleted: a unit that is no more has a last day, and successors where others carry on.
create table org_units (
  id bigint primary key,
  kind text not null,           -- Department, District, Ward, Cluster, School
  levels int not null,          -- of a school, added up: 1 TH, 2 THCS, 4 THPT, 8 GDTX; 0: of no school
  first_day text not null,
  last_day text not null        -- still inside
);

-- A name holds until the next one of the unit.
create table org_names (
  unit_id bigint not null references org_units (id),
  since text not null,
  name text not null,
  short_name text not null,
  primary key (unit_id, since)
);

-- A parent holds until the next one of the unit, and no longer than its own last day.
create table org_parents (
  unit_id bigint not null references org_units (id),
  since text not null,
  parent_id bigint not null references org_units (id),
  primary key (unit_id, since)
);

-- Other names by which people look for a unit.
create table org_aliases (
  unit_id bigint not null references org_units (id),
  alias text not null,
  primary key (unit_id, alias)
);

create table org_successors (
  unit_id bigint not null references org_units (id),
  successor_id bigint not null references org_units (id),
  primary key (unit_id, successor_id)
);

-- One row: counts the changes, so that two people never change the same tree unseen by each other.
create table org_version (version bigint not null);
insert into org_version (version) values (0);

-- What edition of what series a contest is; a contest without a row belongs to none.
create table contest_editions (
  contest_id bigint primary key,
  series text not null,         -- '' none
  number int null,              -- "lần thứ 3"
  school_year int null,         -- the year in which it begins
  round text not null,          -- "Vòng sơ khảo"; '' the contest is the only one
  next_contest_id bigint null,  -- the contest that follows for who gets on
  tags text not null            -- programmes such as YouthSpark, one a line
);

-- Bảng thi, in the organiser's order.
create table contest_divisions (
  contest_id bigint not null,
  position int not null,
  name text not null,
  first_grade int not null,     -- 1 to 12
  last_grade int not null,
  levels int not null,          -- as in org_units; 0: any
  primary key (contest_id, position)
);
