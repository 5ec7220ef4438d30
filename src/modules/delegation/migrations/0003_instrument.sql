-- One row per instrument of authority, for resolving it inside the confirming transaction. Follows from its events.
create table instrument_row (
  instrument_id text primary key,
  area          text   not null,
  township      text   not null,
  status        text   not null,
  number        text   not null,
  issuer        text   not null,
  mode          text   not null,
  matters       text[] not null,
  from_on       text   not null,
  -- '' when the instrument names no last day.
  to_on         text   not null,
  version       int    not null,
  state         jsonb  not null
);
create index instrument_row_township on instrument_row (township);
create index instrument_row_area on instrument_row (area collate "C");

alter table instrument_row enable row level security;
create policy see on instrument_row for select using (starts_with(area, (select visible_prefix())));
create policy enter on instrument_row for insert
  with check (starts_with(area, (select visible_prefix())) and length((select visible_prefix())) <= 6);
-- A township locks the row while it confirms (`using`); what stands in it only a county or wider session changes.
create policy change on instrument_row for update using (starts_with(area, (select visible_prefix())))
  with check (starts_with(area, (select visible_prefix())) and length((select visible_prefix())) <= 6);

grant select, insert, update on instrument_row to yimen_app;
