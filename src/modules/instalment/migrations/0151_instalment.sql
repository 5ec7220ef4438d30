-- Stages of temporary assistance still to be paid: a row per stage, written with the events of its case (LS-16).
create table instalment_row (
  case_id   text   not null,
  no        int    not null,
  area      text   not null,
  number    text   not null,
  applicant text   not null,
  stages    int    not null,
  amount    bigint not null,
  due_on    text   not null,
  condition text   not null,
  standing  text   not null,
  primary key (case_id, no)
);
create index instalment_row_due on instalment_row (area collate "C", due_on);
alter table instalment_row enable row level security;
create policy area on instalment_row using (starts_with(area, (select visible_prefix())));
grant select, insert, update, delete on instalment_row to yimen_app;
