-- The register of staff and village officials, and the relatives they declare. Both follow from the entry's events.
create table register_row (
  entry_id    text primary key,
  area        text not null,
  kind        text not null,
  name        text not null,
  search      text not null,
  position    text not null,
  place       text not null,
  -- '' when the official has no account.
  person      text not null,
  id_index    text not null,
  id_tail     text not null,
  phone_index text not null,
  relatives   int  not null,
  declared_on text not null,
  ended_on    text not null,
  version     int  not null
);
create index register_row_area on register_row (area collate "C", name);
create index register_row_id on register_row (id_index);
create index register_row_phone on register_row (phone_index) where phone_index <> '';
create index register_row_name on register_row (name);
create index register_row_person on register_row (person) where person <> '';

create table register_relative (
  entry_id text not null,
  area     text not null,
  place    int  not null,
  name     text not null,
  relation text not null,
  -- '' when the official did not know the number.
  id_index text not null,
  primary key (entry_id, place)
);
create index register_relative_id on register_relative (id_index) where id_index <> '';
create index register_relative_name on register_relative (name) where id_index = '';

alter table register_row      enable row level security;
alter table register_relative enable row level security;
create policy area on register_row      using (starts_with(area, (select visible_prefix())));
create policy area on register_relative using (starts_with(area, (select visible_prefix())));

grant select, insert, update on register_row to yimen_app;
grant select, insert, update, delete on register_relative to yimen_app;

-- The entry of the person who asks: an official of a township declares their own relatives in a county register
-- which they can neither list nor read.
create function own_register_stream() returns text
  language sql stable security definer set search_path = public
as $$
  select 'register-entry:' || entry_id from register_row
  where person = current_setting('yimen.person', true) and person <> '' and ended_on = ''
  order by entry_id limit 1
$$;
revoke all on function own_register_stream() from public;
grant execute on function own_register_stream() to yimen_app;

create policy own_entry on record for all using (stream = (select own_register_stream()));
create policy own_entry on event  for all using (stream = (select own_register_stream()));
create policy own_entry on register_row for all
  using ('register-entry:' || entry_id = (select own_register_stream()));
create policy own_entry on register_relative for all
  using ('register-entry:' || entry_id = (select own_register_stream()));

-- What a township may ask of the register it cannot list: do these very people stand in it? Equality only, on
-- blind indexes and on whole names, and only inside the asker's county.
create function find_register_hits(id_indexes text[], phone_indexes text[], member_names text[], stated_names text[])
  returns table (entry_id text, official_name text, "position" text, person text, relation text, through text, matched text)
  language sql stable security definer set search_path = public
as $$
  with mine as (
    select * from register_row r
    where r.ended_on = '' and starts_with(r.area, left(visible_prefix(), 6))
  )
  select m.entry_id, m.name, m.position, m.person, '本人', 'member-is-official', m.id_index
    from mine m where m.id_index = any (id_indexes)
  union all
  select m.entry_id, m.name, m.position, m.person, r.relation, 'registered-relative', r.id_index
    from mine m join register_relative r using (entry_id) where r.id_index <> '' and r.id_index = any (id_indexes)
  union all
  select m.entry_id, m.name, m.position, m.person, r.relation, 'registered-relative', r.name
    from mine m join register_relative r using (entry_id) where r.id_index = '' and r.name = any (member_names)
  union all
  select m.entry_id, m.name, m.position, m.person, '', 'statement', m.name
    from mine m where m.name = any (stated_names)
  union all
  select m.entry_id, m.name, m.position, m.person, '同一联系电话', 'same-phone', m.phone_index
    from mine m where m.phone_index <> '' and m.phone_index = any (phone_indexes)
$$;
revoke all on function find_register_hits(text[], text[], text[], text[]) from public;
grant execute on function find_register_hits(text[], text[], text[], text[]) to yimen_app;
