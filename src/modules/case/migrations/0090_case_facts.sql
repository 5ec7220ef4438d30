-- The facts a decided household stands on, as one packed record: whole caseloads are computed from it. Written with
-- the events of the case, and compared with its state by `yimen rebuild --check`.
create table case_facts (
  case_id     text primary key,
  area        text   not null,
  county      text   not null,
  township    text   not null,
  status      text   not null,
  amount      bigint not null,
  start_month text   not null,
  facts       text   not null
);
create index case_facts_county on case_facts (county, case_id);

alter table case_facts enable row level security;
create policy area on case_facts using (starts_with(area, (select visible_prefix())));
grant select, insert, update, delete on case_facts to yimen_app;

-- Cases decided before this table was there.
insert into case_facts
select c.case_id, c.area, c.county, c.township, c.status,
  coalesce((r.state->'confirmation'->'decision'->>'monthlyAmount')::bigint, 0),
  coalesce(r.state->'confirmation'->'decision'->>'startMonth', ''),
  (r.state->'household'->'facts')::text
from case_row c join record r on r.stream = 'case:' || c.case_id
where c.status in ('granted', 'refused') and r.state->'household'->'facts' is not null;
