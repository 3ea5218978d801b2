-- How a program of blocks did in each world, as JSON; null where something else was judged.
ALTER TABLE judgements ADD COLUMN puzzle text;
