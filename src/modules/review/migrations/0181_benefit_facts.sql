-- A recipient's facts as last reassessed, packed as case_facts has them: whole caseloads are computed from them.
create table benefit_facts (
  benefit_id text  primary key,
  area       text  not null,
  packed     bytea not null
);
alter table benefit_facts enable row level security;
create policy area on benefit_facts using (starts_with(area, (select visible_prefix())));
grant select, insert, update on benefit_facts to yimen_app;
