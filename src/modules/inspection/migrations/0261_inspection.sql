-- Cases the county must look at itself (DL-12): derived from the record with the case (kin, complaint) or by the
-- county's dated rules (major doubt). A row is never changed and never taken away.
create table county_flag (
  case_id   text not null,
  kind      text not null,
  -- Which rule found it; '' where the law itself names the case.
  rule      text not null,
  -- The village of a case whose township knows it; the county where the township must not.
  area      text not null,
  county    text not null,
  because   text not null,
  raised_on text not null,
  primary key (case_id, kind, rule),
  constraint county_flag_kind check (kind in ('kin', 'report', 'doubt'))
);
create index county_flag_county on county_flag (county, kind, raised_on);
alter table county_flag enable row level security;
create policy area on county_flag using (starts_with(area, (select visible_prefix())));
grant select, insert on county_flag to yimen_app;

-- Cases accepted before this table was there.
insert into county_flag (case_id, kind, rule, area, county, because, raised_on)
select case_id, 'kin', '', area, county, '近亲属备案：本户与经办人员、村（社区）干部有近亲属关系', accepted_on
from case_row where kin and accepted_on <> '';
insert into county_flag (case_id, kind, rule, area, county, because, raised_on)
select distinct on (c.case_id) c.case_id, 'report', '', c.area, c.county, '公示期满以后、作出决定以前有人反映',
  o->>'receivedOn'
from case_row c join record r on r.stream = 'case:' || c.case_id,
  jsonb_array_elements(r.state->'publicity'->'objections') o
where (o->>'inConfirmation')::boolean and c.accepted_on <> '';

-- The county's word that a flag is settled, with its reason; the flag itself stays.
create table flag_clearing (
  case_id    text not null,
  kind       text not null,
  area       text not null,
  reason     text not null check (reason <> ''),
  cleared_on text not null,
  cleared_by text not null,
  primary key (case_id, kind),
  constraint flag_clearing_by_county check (length(area) = 6)
);
alter table flag_clearing enable row level security;
create policy area on flag_clearing using (starts_with(area, (select visible_prefix())));
grant select, insert on flag_clearing to yimen_app;

-- Checks of the county; they lie with the county, so no township finds one (T-05d).
create table county_check (
  check_id   text   primary key,
  area       text   not null,
  case_id    text   not null,
  ref        text   not null,
  place      text   not null,
  reasons    text[] not null,
  draw_id    text   not null,
  ordered_on text   not null,
  due_on     text   not null,
  team       text[] not null,
  planned_on text   not null,
  outcome    text   not null,
  grade      text   not null,
  done_on    text   not null,
  constraint county_check_of_county check (length(area) = 6),
  constraint county_check_two check (done_on = '' or cardinality(team) >= 2)
);
create unique index county_check_once on county_check (draw_id, case_id) where draw_id <> '';
create index county_check_area on county_check (area, done_on, place);
create index county_check_case on county_check (case_id);
alter table county_check enable row level security;
create policy area on county_check using (starts_with(area, (select visible_prefix())));
grant select, insert, update on county_check to yimen_app;

-- A result once recorded stays.
create function county_check_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.done_on <> '' and (new.outcome, new.grade, new.done_on, new.team)
    is distinct from (old.outcome, old.grade, old.done_on, old.team) then
    raise exception 'the result of a check stays' using errcode = '23514', constraint = 'county_check_stays';
  end if;
  return new;
end $$;
create trigger county_check_stays before update on county_check for each row execute function county_check_stays();

create table supervised_month (
  month_id  text primary key,
  area      text not null,
  month     text not null,
  closed_on text not null,
  constraint supervised_month_once unique (area, month)
);
alter table supervised_month enable row level security;
create policy area on supervised_month using (starts_with(area, (select visible_prefix())));
grant select, insert on supervised_month to yimen_app;
