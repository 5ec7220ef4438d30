-- One row per case for lists and search, one per person in it for duplicates. Both follow from the case's state.
create table case_row (
  case_id     text primary key,
  area        text   not null,
  township    text   not null,
  county      text   not null,
  scheme      text   not null,
  route       text   not null,
  number      text   not null,
  applicant   text   not null,
  search      text   not null,
  members     int    not null,
  status      text   not null,
  stages      text[] not null,
  act         text   not null,
  waits_for   text   not null,
  roles       text[] not null,
  due_on      text   not null,
  total_due   text   not null,
  opened_on   text   not null,
  accepted_on text   not null,
  decided_on  text   not null,
  kin         boolean not null,
  amount      bigint not null,
  version     int    not null
);
create index case_row_township on case_row (township, status, due_on);
create index case_row_county on case_row (county, status, due_on);
create index case_row_number on case_row (number);

create table case_person (
  case_id     text not null,
  member_id   text not null,
  area        text not null,
  name        text not null,
  search      text not null,
  id_index    text not null,
  phone_index text not null,
  primary key (case_id, member_id)
);
create index case_person_id on case_person (id_index) where id_index <> '';
create index case_person_phone on case_person (phone_index) where phone_index <> '';
create index case_person_area on case_person (area collate "C");

-- Who did which duty on a case: the second wall behind the separation of duties (security.md §3.3).
create table duty (
  case_id text not null,
  area    text not null,
  person  text not null,
  duty    text not null,
  primary key (case_id, person, duty)
);
create table forbidden_pair (one text not null, other text not null, primary key (one, other));
insert into forbidden_pair (one, other) values
  ('accept','county-verify'), ('visit','county-verify'), ('visit','opinion'), ('county-verify','opinion'),
  ('county-verify','post'), ('county-verify','present'), ('accept','vote'), ('visit','vote'),
  ('county-verify','vote'), ('opinion','vote'), ('present','vote'), ('county-verify','minutes'),
  ('vote','minutes'), ('accept','county-check'), ('visit','county-check'), ('opinion','county-check'),
  ('post','county-check'), ('present','county-check'), ('vote','county-check'), ('minutes','county-check');

create function refuse_forbidden_pair() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from duty d join forbidden_pair f
      on (f.one = d.duty and f.other = new.duty) or (f.other = d.duty and f.one = new.duty)
    where d.case_id = new.case_id and d.person = new.person
  ) then
    raise exception 'duty % conflicts with an earlier duty of the same person', new.duty
      using errcode = '23514', constraint = 'duty_separated';
  end if;
  return new;
end $$;
create trigger duty_separated before insert on duty for each row execute function refuse_forbidden_pair();

alter table case_row    enable row level security;
alter table case_person enable row level security;
alter table duty        enable row level security;
create policy area on case_row    using (starts_with(area, (select visible_prefix())));
create policy area on case_person using (starts_with(area, (select visible_prefix())));
create policy area on duty        using (starts_with(area, (select visible_prefix())));

grant select, insert, update on case_row to yimen_app;
grant select, insert, update, delete on case_person to yimen_app;
grant select, insert on duty to yimen_app;
grant select on forbidden_pair to yimen_app;

-- The one question a township may ask beyond its border: is this person in another open case or on benefit?
-- It answers where and in what standing, never who.
create function find_elsewhere(indexes text[], except_case text)
  returns table (id_index text, case_id text, number text, township text, scheme text, status text)
  language sql stable security definer set search_path = public
as $$
  select p.id_index, p.case_id, c.number, c.township, c.scheme, c.status
  from case_person p join case_row c using (case_id)
  where p.id_index = any (indexes) and p.case_id <> except_case and c.status in ('open', 'granted')
$$;
revoke all on function find_elsewhere(text[], text) from public;
grant execute on function find_elsewhere(text[], text) to yimen_app;
