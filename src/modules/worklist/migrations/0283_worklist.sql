-- Who works on what (mission 6.1): each open piece of work of every flow has a named person; who is away, from when to
-- when, and who stands in. What work there is follows from the rows of the flows themselves and is not kept twice.
create table work_assignment (
  item_id     text not null primary key,
  -- The place whose people do it.
  area        text not null,
  person      text not null,
  assigned_on text not null,
  because     text not null
);
create index work_assignment_area on work_assignment (area collate "C", person);

create table absence_row (
  absence_id text not null primary key,
  area       text not null,
  person     text not null,
  from_on    text not null,
  -- The last day of it; moved forward when somebody is back earlier.
  to_on      text not null,
  -- '' where nobody was named.
  substitute text not null,
  reason     text not null,
  constraint absence_days check (to_on >= from_on or to_on = ''),
  constraint absence_not_own_substitute check (substitute <> person)
);
create index absence_row_area on absence_row (area collate "C", to_on);

alter table work_assignment enable row level security;
alter table absence_row     enable row level security;
create policy area on work_assignment using (starts_with(area, (select visible_prefix())));
create policy area on absence_row using (starts_with(area, (select visible_prefix())));
grant select, insert on work_assignment, absence_row to yimen_app;
grant update (person, assigned_on, because) on work_assignment to yimen_app;
grant update (to_on) on absence_row to yimen_app;
