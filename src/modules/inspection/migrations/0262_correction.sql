-- Orders of the county to a township to put something right; the township reads and answers them (DL-14).
create table correction_row (
  correction_id text primary key,
  -- The township.
  area          text   not null,
  check_id      text   not null,
  case_id       text   not null,
  ref           text   not null,
  grade         text   not null,
  what          text   not null,
  ordered_on    text   not null,
  due_on        text   not null,
  -- 'open', 'answered', 'closed'
  standing      text   not null,
  closed_on     text   not null,
  -- 0 where nothing was paid wrongly; what the county proposes to get back, for whoever runs the recovery.
  recovery      bigint not null,
  recovery_from text   not null,
  recovery_to   text   not null,
  constraint correction_once unique (check_id),
  constraint correction_standing check (standing in ('open', 'answered', 'closed')),
  constraint correction_of_township check (length(area) = 9)
);
create index correction_row_area on correction_row (area collate "C", standing, due_on);
create index correction_row_case on correction_row (case_id);
alter table correction_row enable row level security;
create policy area on correction_row using (starts_with(area, (select visible_prefix())));
grant select, insert, update on correction_row to yimen_app;

create table accountability_row (
  accountability_id text primary key,
  area              text not null,
  township          text not null,
  opened_on         text not null,
  reason            text not null,
  conclusion        text not null,
  concluded_on      text not null,
  constraint accountability_of_county check (length(area) = 6)
);
alter table accountability_row enable row level security;
create policy area on accountability_row using (starts_with(area, (select visible_prefix())));
grant select, insert, update on accountability_row to yimen_app;
