-- The pupils of each school in each school year, from the lists of the school's own software.
create table pupils (
  id {identity},
  unit_id bigint not null,      -- the school
  school_year int not null,     -- in which it begins
  name text not null,           -- composed letters (NFC)
  class text not null,          -- as the school writes it
  grade int not null,           -- 1 to 12
  birth_year int null,          -- only where a rule needs it
  outside_key text null,        -- of the education database; never shown
  created_at bigint not null,
  changed_at bigint not null
);

create index pupils_by_school on pupils (unit_id, school_year);

-- How often a school's list was changed: whoever changes it must have seen its last state.
create table pupil_lists (
  unit_id bigint not null,
  school_year int not null,
  version int not null,
  primary key (unit_id, school_year)
);

-- What the columns of a list with these headings hold, as somebody of the owner said.
create table roster_columns (
  owner text not null,          -- school:NUMBER or staff:LOGIN
  shape text not null,          -- hash of the headings
  columns text not null,        -- one word a column, a hyphen for one that is not read
  changed_at bigint not null,
  primary key (owner, shape)
);
