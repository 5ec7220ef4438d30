-- One row per closed file, for the list of the archive. How long it is kept follows from the case and the register.
create table archive_row (
  case_id     text primary key,
  area        text not null,
  archived_on text not null,
  pieces      int  not null
);
create index archive_row_area on archive_row (area collate "C", archived_on, case_id);

alter table archive_row enable row level security;
create policy area on archive_row using (starts_with(area, (select visible_prefix())));
grant select, insert on archive_row to yimen_app;

insert into archive_row
select substr(r.stream, 6), r.area, r.state->'archive'->'archived'->>'on',
  jsonb_array_length(r.state->'archive'->'archived'->'items')
from record r where r.kind = 'case' and jsonb_typeof(r.state->'archive'->'archived') = 'object';
