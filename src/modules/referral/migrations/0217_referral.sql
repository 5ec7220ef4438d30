-- Families passed on to another department or a charity (LS-20): a row per referral, written with the events of its case.
create table referral_row (
  referral_id text    primary key,
  case_id     text    not null,
  area        text    not null,
  number      text    not null,
  applicant   text    not null,
  office      text    not null,
  needs       text    not null,
  prepared_on text    not null,
  sent_on     text    not null,
  answered_on text    not null check (answered_on = '' or answered_on >= sent_on),
  standing    text    not null,
  settled     boolean not null
);
create index referral_row_area on referral_row (area collate "C", settled);
create index referral_row_case on referral_row (case_id);
alter table referral_row enable row level security;
create policy area on referral_row using (starts_with(area, (select visible_prefix())));
grant select, insert on referral_row to yimen_app;
grant update (sent_on, answered_on, standing, settled) on referral_row to yimen_app;
