-- What is counted of an accepted application (mission 2.1, 2.2): one narrow row, written with the case's events, so
-- that figures of a county are one statement over an index and each can be traced to its cases.
create table case_measure (
  case_id         text    primary key,
  area            text    not null,
  township        text    not null,
  county          text    not null,
  scheme          text    not null,
  route           text    not null,
  accepted_on     text    not null,
  decided_on      text    not null,
  outcome         text    not null,
  closed_on       text    not null,
  due_on          text    not null,
  working_days    int     not null,
  calendar_days   int     not null,
  trips           int     not null,
  returned        boolean not null,
  objections      int     not null,
  upheld          int     not null,
  open_objections int     not null,
  visits          int     not null,
  visits_by_two   int     not null,
  notices         int     not null,
  notices_down    int     not null,
  help_first      boolean not null,
  constraint case_measure_counts check (working_days >= 0 and calendar_days >= 0 and upheld <= objections
    and open_objections <= objections and visits_by_two <= visits and notices_down <= notices)
);
create index case_measure_accepted on case_measure (county, accepted_on, township);
create index case_measure_decided on case_measure (county, decided_on, township) where decided_on <> '';
create index case_measure_open on case_measure (county, due_on, township) where decided_on = '' and closed_on = '';

alter table case_measure enable row level security;
create policy area on case_measure using (starts_with(area, (select visible_prefix())));
grant select, insert, update on case_measure to yimen_app;

-- Applications accepted before this table was: what their list row and state say. Working days are counted as five
-- of seven calendar days here; the next event of a case writes the exact figure.
insert into case_measure
select c.case_id, c.area, c.township, c.county, c.scheme,
  coalesce(r.state->'confirmation'->'decision'->>'route', c.route), c.accepted_on, c.decided_on,
  coalesce(r.state->'confirmation'->'decision'->>'outcome', ''),
  coalesce(r.state->'course'->'closed'->>'on', ''), c.total_due,
  case when c.decided_on = '' then 0 else (c.decided_on::date - c.accepted_on::date) * 5 / 7 end,
  case when c.decided_on = '' then 0 else c.decided_on::date - c.accepted_on::date end,
  1 + case when jsonb_array_length(coalesce(nullif(r.state->'intake'->'notice', 'null'::jsonb)->'missing', '[]')) > 0
        then 1 else 0 end
    + case when r.state->'confirmation'->'service'->>'method' = 'in-person' then 1 else 0 end,
  r.state @? '$.deliberation.deliberations[*] ? (@.resolution == "return")'
    or coalesce(r.state->'confirmation'->'countyReview'->>'agrees', 'true') = 'false',
  jsonb_array_length(r.state->'publicity'->'objections'),
  jsonb_array_length(jsonb_path_query_array(r.state, '$.publicity.objections[*] ? (@.handled.upheld == true)')),
  jsonb_array_length(jsonb_path_query_array(r.state, '$.publicity.objections[*] ? (@.handled == null)')),
  jsonb_array_length(r.state->'investigation'->'visits'),
  jsonb_array_length(jsonb_path_query_array(r.state, '$.investigation.visits[*] ? (@.visitors.size() >= 2)')),
  jsonb_array_length(jsonb_path_query_array(r.state, '$.publicity.notices[*] ? (@.kind == "before")')),
  jsonb_array_length(jsonb_path_query_array(r.state,
    '$.publicity.notices[*] ? (@.kind == "before" && @.takenDown != null)')),
  c.channel <> 'ordinary'
from case_row c join record r on r.stream = 'case:' || c.case_id
where c.accepted_on <> '';
