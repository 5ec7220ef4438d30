-- Decisions challenged before the reviewing body or the court: a row per challenge, written with its events.
create table challenge_row (
  challenge_id text primary key,
  area         text not null,
  kind         text not null,
  case_id      text not null,
  benefit_id   text not null,
  number       text not null,
  applicant    text not null,
  body         text not null,
  status       text not null,
  result       text not null,
  due_on       text not null,
  recused      text[] not null
);
create index challenge_row_area on challenge_row (area collate "C", due_on);
create index challenge_row_case on challenge_row (case_id) where case_id <> '';
create index challenge_row_benefit on challenge_row (benefit_id) where benefit_id <> '';
alter table challenge_row enable row level security;
create policy area on challenge_row using (starts_with(area, (select visible_prefix())));
grant select, insert, update on challenge_row to yimen_app;
