-- Who looked at a sensitive text, of whom, and why: one row per look, written with its event and never changed.
create table reading_row (
  reading_id text primary key,
  area       text   not null,
  case_id    text   not null,
  member_id  text   not null,
  field      text   not null,
  purpose    text   not null,
  person     text   not null,
  on_day     text   not null,
  at         bigint not null
);
create index reading_row_case on reading_row (case_id, at);
create index reading_row_area on reading_row (area collate "C", at);
create index reading_row_person on reading_row (person, on_day);

alter table reading_row enable row level security;
create policy area on reading_row using (starts_with(area, (select visible_prefix())));
grant select, insert on reading_row to yimen_app;

-- How often somebody has looked today, in whatever area: the daily budget is the person's, not the post's.
create function readings_of_asker(on_day text) returns bigint
  language sql stable security definer set search_path = public
as $$
  select count(*) from reading_row r
  where r.person = current_setting('yimen.person', true) and r.on_day = readings_of_asker.on_day
$$;
revoke all on function readings_of_asker(text) from public;
grant execute on function readings_of_asker(text) to yimen_app;
