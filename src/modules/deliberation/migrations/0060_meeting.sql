-- Meetings of a township, for the list of meetings and the minutes.
create table meeting_row (
  meeting_id text primary key,
  area       text not null,
  number     text not null,
  on_day     text not null,
  status     text not null,
  listed     int  not null,
  resolved   int  not null
);
create index meeting_row_area on meeting_row (area, on_day);
alter table meeting_row enable row level security;
create policy area on meeting_row using (starts_with(area, (select visible_prefix())));
grant select, insert, update on meeting_row to yimen_app;
