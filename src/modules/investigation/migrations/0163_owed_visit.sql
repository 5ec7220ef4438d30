-- Families spoken to by phone or video: by which day a visit on the spot follows. Written with the events of the case.
create table owed_visit (
  case_id      text    not null,
  visit_id     text    not null,
  area         text    not null,
  way          text    not null,
  ground       text    not null,
  visited_on   text    not null,
  make_good_by text    not null,
  done         boolean not null,
  primary key (case_id, visit_id)
);
create index owed_visit_area on owed_visit (area collate "C", make_good_by) where not done;

alter table owed_visit enable row level security;
create policy area on owed_visit using (starts_with(area, (select visible_prefix())));
grant select, insert on owed_visit to yimen_app;
grant update (done) on owed_visit to yimen_app;
