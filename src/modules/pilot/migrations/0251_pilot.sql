-- Pilot batches of a county: what each covers is a row, written with its events.
create table pilot_row (
  pilot_id   text   primary key,
  area       text   not null,
  name       text   not null,
  begun_from text   not null,
  ended_on   text   not null,
  townships  text[] not null,
  matters    text[] not null,
  version    int    not null,
  state      jsonb  not null,
  constraint pilot_row_covers check (cardinality(townships) > 0 and cardinality(matters) > 0)
);
create index pilot_row_area on pilot_row (area collate "C", begun_from);
alter table pilot_row enable row level security;
create policy area on pilot_row using (starts_with(area, (select visible_prefix())));
grant select, insert, update on pilot_row to yimen_app;

-- Errors found in decisions, counted by place and day without reading the whole record.
create index event_error_found on event (area collate "C", occurred_on) where type = 'ErrorFound';
