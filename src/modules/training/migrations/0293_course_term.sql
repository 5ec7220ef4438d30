-- A course may give its certificate a shorter term than the county's general one; null where it has none.
alter table training_course add column months int check (months > 0);
