-- Who used the file of which household, and why: one row per use, following from its stream. A proof packet under way
-- has a row of its own; the packet itself lies sealed among the bundles and is dropped after some days.
create table file_use_row (
  use_id        text primary key,
  area          text   not null,
  case_id       text   not null,
  case_number   text   not null,
  way           text   not null,
  reason        text   not null,
  recipient     text   not null,
  person        text   not null,
  at            bigint not null,
  due_on        text   not null,
  returned_on   text   not null,
  manifest_hash text   not null,
  fetched       int    not null
);
create index file_use_row_case on file_use_row (case_id, at);
create index file_use_row_area on file_use_row (area collate "C", at);
-- The paper file of a case is with one borrower at a time.
create unique index file_use_row_lent on file_use_row (case_id) where way = 'loan' and returned_on = '';

create table packet_run (
  packet_id   text primary key,
  area        text   not null,
  case_id     text   not null,
  asker       text   not null,
  person      text   not null,
  state       text   not null,
  done        int    not null,
  total       int    not null,
  bytes       bigint not null,
  fault       text   not null,
  busy_until  bigint not null,
  created_at  bigint not null
);
create index packet_run_case on packet_run (case_id, created_at);

alter table file_use_row enable row level security;
alter table packet_run   enable row level security;
create policy area on file_use_row using (starts_with(area, (select visible_prefix())));
create policy area on packet_run   using (starts_with(area, (select visible_prefix())));
grant select, insert, update on file_use_row to yimen_app;
grant select, insert, update, delete on packet_run to yimen_app;
