-- Lawful destruction of files whose time is over. An event keeps its place, its people and its hash; what happened
-- (data) and the salt it was hashed with go, so that the chain still verifies and nobody can guess the contents.
-- Only an event that names the stream, in a list that a second person approved, makes that possible.

create index event_destruction on event (stream) where kind = 'destruction';

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'event' then
    if new.data = '{}'::jsonb and new.salt = ''
      and to_jsonb(new) - 'data' - 'salt' = to_jsonb(old) - 'data' - 'salt'
      and exists (
        select 1 from event d
        where d.kind = 'destruction' and d.type = 'ContentsDestroyed'
          and d.data -> 'streams' @> jsonb_build_array(jsonb_build_object('stream', old.stream)))
    then
      return new;
    end if;
  end if;
  raise exception 'history is append-only: % on %', tg_op, tg_table_name using errcode = '42501';
end $$;

create table destruction_row (
  destruction_id text primary key,
  area           text   not null,
  number         text   not null,
  status         text   not null,
  files          int    not null,
  proposed_on    text   not null,
  version        int    not null
);
-- A case stands in one list at a time; it leaves the list when it is to be kept or the list is declined.
create table destruction_item (
  destruction_id text not null,
  listed_case    text not null,
  area           text not null,
  primary key (destruction_id, listed_case),
  constraint destruction_item_once unique (listed_case)
);
-- Bytes on the disk that still have to go, worked off after the transaction that destroyed their case.
create table bytes_to_drop (
  what text not null,
  id   text not null,
  area text not null,
  primary key (what, id)
);

alter table destruction_row  enable row level security;
alter table destruction_item enable row level security;
alter table bytes_to_drop    enable row level security;
create policy area on destruction_row  using (starts_with(area, (select visible_prefix())));
create policy area on destruction_item using (starts_with(area, (select visible_prefix())));
create policy area on bytes_to_drop    using (starts_with(area, (select visible_prefix())));
grant select, insert, update on destruction_row to yimen_app;
grant select, insert, delete on destruction_item to yimen_app;
grant select, delete on bytes_to_drop to yimen_app;

-- Destroys what the last event of a list names. Checks by itself, from the record alone, that another person
-- approved the list, that a third act carries it out, and that nothing outside the listed cases is touched.
create function destroy_contents(destruction text) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  list     text := 'destruction:' || destruction;
  cases    text[];
  streams  text[];
  place    text;
  holder   record;
begin
  select e.area, array(select s ->> 'stream' from jsonb_array_elements(e.data -> 'streams') s)
    into place, streams from event e where e.stream = list and e.type = 'ContentsDestroyed';
  select array_agg(item ->> 'caseId') into cases
    from event e, jsonb_array_elements(e.data -> 'items') item
    where e.stream = list and e.type = 'DestructionProposed'
      and not exists (select 1 from event k where k.stream = list and k.type = 'FileKept'
        and k.data ->> 'caseId' = item ->> 'caseId');
  if place is null or cases is null or not starts_with(place, visible_prefix()) then
    raise exception 'nothing to destroy' using errcode = '42501';
  end if;
  if not exists (
    select 1 from event p join event a on a.stream = p.stream and a.type = 'DestructionApproved'
      join event d on d.stream = p.stream and d.type = 'ContentsDestroyed'
    where p.stream = list and p.type = 'DestructionProposed'
      and a.actor <> p.actor and d.actor <> a.actor and p.seq < a.seq and a.seq < d.seq)
  then
    raise exception 'no approval by a second person' using errcode = '42501';
  end if;
  if exists (
    select 1 from unnest(streams) s where not exists (
      select 1 from unnest(cases) c
      where s in ('case:' || c, 'lookup:' || c, 'benefit:' || c) or starts_with(s, 'benefit:' || c || '-')
        or exists (select 1 from reading_row r where s = 'reading:' || r.reading_id and r.case_id = c)))
    or exists (select 1 from event e where e.stream = any (streams) and not starts_with(e.area, place))
  then
    raise exception 'a stream outside the list' using errcode = '42501';
  end if;

  update event set data = '{}', salt = '' where stream = any (streams);
  delete from record where stream = any (streams);
  insert into bytes_to_drop
    select 'bundle', packet_id, place from packet_run where case_id = any (cases)
    union all
    select distinct 'file', f.hash, place from evidence_file f where f.case_id = any (cases)
      and not exists (select 1 from evidence_file o where o.hash = f.hash and o.case_id <> all (cases));
  -- Whatever rows follow from the case, today's tables and those to come; who used the file stays known.
  for holder in
    select c.table_name, c.column_name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and c.column_name in ('case_id', 'benefit_id') and c.table_name <> 'file_use_row'
  loop
    execute format(
      'delete from %I where exists (select 1 from unnest($1) c where %I = c or starts_with(%I, c || ''-''))',
      holder.table_name, holder.column_name, holder.column_name) using cases;
  end loop;
  delete from draft d where exists (select 1 from unnest(cases) c where strpos(d.key, c) > 0);
end $$;
revoke all on function destroy_contents(text) from public;
grant execute on function destroy_contents(text) to yimen_app;
