-- A contest may ask that a family has agreed before its child is entered. Those that stand already go on without.
alter table entry_terms add column needs_consent int not null default 0;
