-- What families declared in a year's round (DB-30, DB-31): one row a household and year, written with its event. Who is
-- asked follows from the register on the day somebody looks; no row means not declared, and nothing follows from that.
create table benefit_reconfirmation (
  benefit_id text not null,
  year       int  not null check (year between 2000 and 2200),
  area       text not null,
  outcome    text not null check (outcome in ('unchanged', 'changed')),
  signed_on  text not null check (starts_with(signed_on, year::text)),
  primary key (benefit_id, year)
);
alter table benefit_reconfirmation enable row level security;
create policy area on benefit_reconfirmation using (starts_with(area, (select visible_prefix())));
grant select, insert on benefit_reconfirmation to yimen_app;
