-- Lists with more people than one person may take out alone (TH-09): asked with a purpose, answered by somebody else,
-- made once. A row per request, written with its events; the database itself refuses an answer by whoever asked.
create table export_request_row (
  request_id  text   primary key,
  area        text   not null,
  person      text   not null,
  path        text   not null,
  title       text   not null,
  filter      text   not null,
  purpose     text   not null,
  asked_on    text   not null,
  status      text   not null check (status in ('asked', 'approved', 'declined', 'made')),
  answered_by text   not null check (answered_by <> person),
  valid_until text   not null,
  rows        int    not null
);
create index export_request_row_area on export_request_row (area collate "C", status);
create index export_request_row_person on export_request_row (person, status);
alter table export_request_row enable row level security;
create policy area on export_request_row using (starts_with(area, (select visible_prefix())));
grant select, insert on export_request_row to yimen_app;
grant update (status, answered_by, valid_until, rows) on export_request_row to yimen_app;
create index ledger_taken_row_person on ledger_taken_row (person, at);
