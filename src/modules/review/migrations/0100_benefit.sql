-- One row per version of a recipient's entry in the register: what the register said on any past day is read off
-- the days between which a version was the newest one. Rows are added; only the day a version ended is filled in.
create table benefit_row (
  benefit_id  text   not null,
  version     int    not null,
  area        text   not null,
  township    text   not null,
  county      text   not null,
  scheme      text   not null,
  number      text   not null,
  head        text   not null,
  search      text   not null,
  members     int    not null,
  -- 'not-needed', 'awaited', 'confirmed', 'rejected': whether an entry taken over from a document counts.
  confirmation text  not null,
  kin         boolean not null,
  recused     text[] not null,
  -- [{from, amount, standing}] in the order of the decisions.
  entries     jsonb  not null,
  review_due  text   not null,
  valid_until text   not null,
  known_on    text   not null,
  until_on    text   not null,
  primary key (benefit_id, version)
);
create index benefit_row_township on benefit_row (township, number, benefit_id) where until_on = '';
create index benefit_row_county on benefit_row (county, number, benefit_id) where until_on = '';
create index benefit_row_past on benefit_row (county, known_on);

-- Who is covered by what, by blind index: nobody is in the register twice.
create table benefit_person (
  benefit_id text    not null,
  member_id  text    not null,
  area       text    not null,
  township   text    not null,
  scheme     text    not null,
  number     text    not null,
  id_index   text    not null,
  -- Whether an entry without a case behind it and still running: what a new application would not find otherwise.
  from_document boolean not null,
  running    boolean not null,
  primary key (benefit_id, member_id)
);
create index benefit_person_id on benefit_person (id_index) where running and id_index <> '';

-- What waits for somebody. It follows from the state of the recipient and is written with every event.
create table benefit_task (
  benefit_id text   not null,
  place      int    not null,
  area       text   not null,
  township   text   not null,
  county     text   not null,
  kind       text   not null,
  scheme     text   not null,
  number     text   not null,
  head       text   not null,
  what       text   not null,
  due_on     text   not null,
  roles      text[] not null,
  recused    text[] not null,
  primary key (benefit_id, place)
);
create index benefit_task_township on benefit_task (township, due_on);
create index benefit_task_county on benefit_task (county, due_on);

alter table benefit_row    enable row level security;
alter table benefit_person enable row level security;
alter table benefit_task   enable row level security;
create policy area on benefit_row    using (starts_with(area, (select visible_prefix())));
create policy area on benefit_person using (starts_with(area, (select visible_prefix())));
create policy area on benefit_task   using (starts_with(area, (select visible_prefix())));

grant select, insert on benefit_row to yimen_app;
grant update (until_on) on benefit_row to yimen_app;
grant select, insert, update, delete on benefit_person to yimen_app;
grant select, insert, update, delete on benefit_task to yimen_app;

-- Whether any of these people receives assistance, anywhere: the township may ask beyond its border, as it may of
-- applications, and learns where and what, never who.
create function find_running_benefit(indexes text[], except_benefit text)
  returns table (id_index text, benefit_id text, number text, township text, scheme text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select p.id_index, p.benefit_id, p.number, p.township, p.scheme
  from benefit_person p
  where p.id_index = any (indexes) and p.id_index <> '' and p.running and p.benefit_id <> except_benefit
$$;
revoke all on function find_running_benefit(text[], text) from public;
grant execute on function find_running_benefit(text[], text) to yimen_app;

-- An application asks the same question: a granted case counts as long as its assistance runs, and those taken over
-- from documents count too.
create or replace function find_elsewhere(indexes text[], except_case text)
  returns table (id_index text, case_id text, number text, township text, scheme text, status text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select p.id_index, p.case_id, c.number, c.township, c.scheme, c.status
  from case_person p join case_row c using (case_id)
  where p.id_index = any (indexes) and p.case_id <> except_case
    and (c.status = 'open' or c.status = 'granted' and not exists (
      select 1 from benefit_person b
      where b.id_index = p.id_index and not b.running
        and (b.benefit_id = p.case_id or starts_with(b.benefit_id, p.case_id || '-'))))
  union all
  select b.id_index, b.benefit_id, b.number, b.township, b.scheme, 'granted'
  from benefit_person b
  where b.id_index = any (indexes) and b.running and b.from_document
$$;
