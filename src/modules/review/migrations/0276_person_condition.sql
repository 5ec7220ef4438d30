-- What the monthly statistics of the register count of a person (低保月报): taken from the facts with each change.
alter table benefit_person
  add column covered boolean not null default false,
  add column sex text not null default '',
  add column birth text not null default '',
  add column labour text not null default '',
  add column disabled boolean not null default false,
  add column ill boolean not null default false;

update benefit_person p set
  covered = coalesce((who.person->>'covered')::boolean, false),
  sex = coalesce(who.fact->>'sex', ''),
  birth = coalesce(who.fact->>'birth', ''),
  labour = coalesce(who.fact->>'labourCapacity', ''),
  disabled = coalesce(who.fact->>'disabilityKind', 'none') <> 'none',
  ill = coalesce((who.fact->>'seriouslyIll')::boolean, false)
from (
  select r.stream, each.value as person, (
    select m.value from jsonb_array_elements(
      case jsonb_typeof(r.state->'enrolment'->'facts'->'members') when 'array'
        then r.state->'enrolment'->'facts'->'members' else '[]' end) m
    where m.value->>'id' = each.value->>'memberId') as fact
  from record r, jsonb_array_elements(r.state->'enrolment'->'people') each
  where r.kind = 'benefit' and jsonb_typeof(r.state->'enrolment') = 'object'
) who
where who.stream = 'benefit:' || p.benefit_id and who.person->>'memberId' = p.member_id;
