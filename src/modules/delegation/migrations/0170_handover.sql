-- Cases handed over to the county that wait for its receipt: a row per case, gone once it is answered.
create table handover_row (
  case_id   text primary key,
  area      text not null,
  because   text not null,
  handed_on text not null
);
alter table handover_row enable row level security;
create policy area on handover_row using (starts_with(area, (select visible_prefix())));
grant select, insert, update, delete on handover_row to yimen_app;
