-- Until when an exception holds; null: as long as the contest.
alter table entry_facts add column until_at bigint null;
