-- Channel of the case: 先行救助 and 小额快救 go a way of their own.
alter table case_row add column channel text not null default 'ordinary';

-- 先行救助 once granted, with what is still owed: a row per case, written with its events (I-17, JT-10).
create table relief_row (
  case_id         text primary key,
  area            text   not null,
  number          text   not null,
  applicant       text   not null,
  amount          bigint not null,
  decided_on      text   not null,
  papers_due      text   not null,
  completed_on text   not null,
  meeting_id      text   not null,
  reported_to     text   not null
);
create index relief_row_owed on relief_row (area collate "C", papers_due)
  where completed_on = '' or reported_to = '';
create index relief_row_meeting on relief_row (meeting_id);
alter table relief_row enable row level security;
create policy area on relief_row using (starts_with(area, (select visible_prefix())));
grant select, insert, update on relief_row to yimen_app;
