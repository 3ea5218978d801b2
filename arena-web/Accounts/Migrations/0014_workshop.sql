-- Puzzles that staff make. What is played and published is written from here.
create table level_works (
  id {identity},
  author text not null,         -- login
  author_name text not null,    -- as it was then
  state text not null,          -- Draft, Waiting, Approved
  version bigint not null,      -- grows with each change
  title_vi text not null,
  title_en text not null,       -- empty: none
  story_vi text not null,
  story_en text not null,       -- empty: none
  level text not null,          -- level.json
  ideal text null,              -- a program that wins; null: not proved
  changed_at bigint not null,
  reviewer text not null,       -- login of who approved it or gave it back; empty: nobody yet
  note text not null            -- why it was given back
);

create index level_works_by_author on level_works (author, id);
