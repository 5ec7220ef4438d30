-- Reports of families in hardship, one row each; they follow from the report's events.
create table discovery_row (
  discovery_id text    primary key,
  area         text    not null,
  township     text    not null,
  county       text    not null,
  name         text    not null,
  -- '' when the number is not known.
  id_index     text    not null,
  seen         text    not null,
  seen_on      text    not null,
  reported_on  text    not null,
  due_on       text    not null,
  urgent       boolean not null,
  needs_help   boolean not null,
  told         boolean not null,
  -- '' while it is open.
  ended_on     text    not null,
  case_id      text    not null,
  outcome      text    not null
);
create index discovery_row_open on discovery_row (township, due_on) where ended_on = '';
create index discovery_row_county_open on discovery_row (county, due_on) where ended_on = '';
create index discovery_row_id on discovery_row (id_index) where ended_on = '' and id_index <> '';

alter table discovery_row enable row level security;
create policy area on discovery_row using (starts_with(area, (select visible_prefix())));
grant select, insert on discovery_row to yimen_app;
grant update (told, ended_on, case_id, outcome) on discovery_row to yimen_app;
