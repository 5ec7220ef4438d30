-- Passbooks and bank cards kept for recipients by somebody of the township or village (DB-26): a row per custody that
-- began, written with the events of the household. When it was filed with the county and when it ended is written once.
create table custody_row (
  custody_id   text    primary key,
  benefit_id   text    not null,
  area         text    not null,
  recused      text[]  not null,
  number       text    not null,
  scheme       text    not null,
  head         text    not null,
  keeper       text    not null,
  unit         text    not null,
  reason       text    not null,
  begun_on     text    not null check (begun_on <> ''),
  filed_on     text    not null,
  ended_on     text    not null check (ended_on = '' or ended_on >= begun_on),
  benefit_over boolean not null
);
create index custody_row_area on custody_row (area collate "C", ended_on);
alter table custody_row enable row level security;
create policy area on custody_row using (starts_with(area, (select visible_prefix())));
grant select, insert on custody_row to yimen_app;
grant update (filed_on, ended_on, benefit_over) on custody_row to yimen_app;
