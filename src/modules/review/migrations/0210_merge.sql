-- Two households become one: the wall behind the decider. An entry is taken in once, by another one, and nothing that
-- was taken in takes others in.
create table benefit_merge (
  merge_id   text primary key,
  into_id    text   not null,
  other_id   text   not null,
  area       text   not null,
  number     text   not null,
  from_month text   not null,
  amount     bigint not null,
  constraint benefit_merge_once unique (other_id),
  constraint benefit_merge_of_two check (into_id <> other_id)
);
alter table benefit_merge enable row level security;
create policy area on benefit_merge using (starts_with(area, (select visible_prefix())));
grant select, insert on benefit_merge to yimen_app;

-- Whoever joined a household after its decision is in no application of that household: an application asks the
-- register for them too.
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
  where b.id_index = any (indexes) and b.id_index <> '' and b.running
    and (b.from_document or not exists (
      select 1 from case_person p
      where p.id_index = b.id_index
        and (p.case_id = b.benefit_id or starts_with(b.benefit_id, p.case_id || '-'))))
$$;
