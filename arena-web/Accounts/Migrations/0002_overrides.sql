-- Packages that were let into a contest although a solution of theirs that must be right fails, and why.
create table package_overrides (
  id {identity},
  contest_id bigint not null,
  problem text not null,
  stamp text not null,          -- of the package and its solutions as they were: a changed one needs a new reason
  reason text not null,
  actor text not null,
  at bigint not null
);

create index package_overrides_by_contest on package_overrides (contest_id);
