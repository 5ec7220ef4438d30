-- What a change of policy would do to a county's caseload: a run that goes on chunk by chunk, and the households it
-- found changed. Nothing here changes a standard or a case; a run may be dropped at any time.
create table preview_run (
  run_id      text primary key,
  area        text   not null,
  person      text   not null,
  title       text   not null,
  change      text   not null,
  day         text   not null,
  months      text   not null,
  known_on    text   not null,
  state       text   not null,
  total       int    not null,
  done        int    not null,
  cursor      text   not null,
  sums        text   not null,
  fault       text   not null,
  busy_until  bigint not null,
  created_at  bigint not null,
  finished_at bigint not null
);
create index preview_run_area on preview_run (area, created_at);

create table preview_effect (
  run_id   text   not null references preview_run on delete cascade,
  scheme   text   not null,
  case_id  text   not null,
  area     text   not null,
  township text   not null,
  effect   text   not null,
  before   bigint not null,
  after    bigint not null,
  arrears  bigint not null,
  reason   text   not null,
  primary key (run_id, scheme, case_id)
);
create index preview_effect_list on preview_effect (run_id, scheme, effect, township, case_id);

alter table preview_run    enable row level security;
alter table preview_effect enable row level security;
create policy area on preview_run    using (starts_with(area, (select visible_prefix())));
create policy area on preview_effect using (starts_with(area, (select visible_prefix())));
grant select, insert, update, delete on preview_run to yimen_app;
grant select, insert, delete on preview_effect to yimen_app;
