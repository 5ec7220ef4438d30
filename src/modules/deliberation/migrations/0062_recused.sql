-- Relatives of the family among the officials: no list shows them the case (JT-05, TH-01).
alter table case_row add column recused text[] not null default '{}';
update case_row c set recused = coalesce((
  select array_agg(distinct hit ->> 'person')
  from record r, jsonb_array_elements(r.state -> 'disclosure' -> 'hits') hit
  where r.stream = 'case:' || c.case_id and hit ->> 'person' is not null), '{}');
