-- Data of other departments as it was supplied on a day, kept for one purpose and until one day. Who brought it and
-- who had it destroyed stands in the record (stream "snapshot"); no name, ID number or account is kept in plain text.
create table snapshot_load (
  load_id    text   primary key,
  area       text   not null,
  source     text   not null,
  element    text   not null,
  person     text   not null,
  post       text   not null,
  command    text   not null,
  created_at bigint not null,
  as_of      text   not null,
  keep_until text   not null,
  file_name  text   not null,
  file_hash  text   not null,
  -- 'loading', 'loaded', 'failed', 'destroyed'
  phase      text   not null,
  -- Records of the file that have been gone through, and of those the ones that count.
  done       int    not null,
  good       int    not null,
  bad        int    not null,
  fault      text   not null,
  busy_until bigint not null,
  constraint snapshot_load_phase check (phase in ('loading', 'loaded', 'failed', 'destroyed'))
);
create index snapshot_load_area on snapshot_load (area, created_at);
-- The same file is never counted twice.
create unique index snapshot_load_once on snapshot_load (area, source, file_hash) where phase in ('loading', 'loaded');

-- One row of a snapshot. It is read as a whole against the register, so it has no index of its own but the load's.
create table snapshot_row (
  load_id  text   not null,
  area     text   not null,
  place    int    not null,
  -- Blind indexes; '' where the source has none.
  id_index text   not null,
  account  text   not null,
  on_date  text   not null,
  amount   bigint,
  code     text   not null,
  -- Whatever a person wrote, sealed; '' where the source has none.
  detail   text   not null
);
create index snapshot_row_load on snapshot_row using brin (load_id);

create table snapshot_bad_row (
  load_id text not null references snapshot_load,
  area    text not null,
  place   int  not null,
  field   text not null,
  message text not null,
  primary key (load_id, place)
);

-- One comparison of the whole register with the snapshots of a day.
create table matching_run (
  run_id     text   primary key,
  area       text   not null,
  number     text   not null unique,
  month      text   not null,
  day        text   not null,
  person     text   not null,
  post       text   not null,
  command    text   not null,
  created_at bigint not null,
  -- The loads compared with, fixed when it was ordered.
  loads      text[] not null,
  -- 'gathering', 'judging', 'done', 'failed'
  phase      text   not null,
  total      int    not null,
  done       int    not null,
  -- The last household judged.
  place      text   not null,
  -- {rule: findings}
  counts     jsonb  not null,
  fault      text   not null,
  busy_until bigint not null,
  constraint matching_run_phase check (phase in ('gathering', 'judging', 'done', 'failed'))
);
create index matching_run_area on matching_run (area, created_at);
create unique index matching_run_one on matching_run (area) where phase in ('gathering', 'judging');

-- Rows of snapshots that are about somebody in the register; they go when the run is over.
create table matching_hit (
  run_id     text   not null references matching_run,
  area       text   not null,
  benefit_id text   not null,
  member_id  text   not null,
  load_id    text   not null,
  place      int    not null,
  on_date    text   not null,
  amount     bigint,
  code       text   not null,
  detail     text   not null
);
create index matching_hit_benefit on matching_hit (run_id, benefit_id);

-- What a comparison found. The id follows from household, rule and figures: the same finding is never there twice,
-- and another figure is another finding.
create table match_finding (
  finding_id text   primary key,
  area       text   not null,
  county     text   not null,
  benefit_id text   not null,
  member_id  text   not null,
  rule       text   not null,
  scheme     text   not null,
  number     text   not null,
  head       text   not null,
  member     text   not null,
  sentence   text   not null,
  -- [{loadId, place, source, asOf, onDate, amount, code, detail}]; detail stays sealed.
  evidence   jsonb  not null,
  role       text   not null,
  holder     text   not null,
  due_on     text   not null,
  holds      boolean not null,
  found_on   text   not null,
  first_run  text   not null references matching_run,
  last_run   text   not null references matching_run,
  -- Number of the comparison that found it, under which the source's data may be looked at.
  run_number text   not null,
  -- 'open' or how it was disposed of.
  outcome    text   not null,
  reason     text   not null,
  settled_on text   not null,
  settled_by text   not null,
  recused    text[] not null
);
create index match_finding_list on match_finding (county, outcome, due_on, finding_id);
create index match_finding_benefit on match_finding (benefit_id);

alter table snapshot_load    enable row level security;
alter table snapshot_row     enable row level security;
alter table snapshot_bad_row enable row level security;
alter table matching_run     enable row level security;
alter table matching_hit     enable row level security;
alter table match_finding    enable row level security;
create policy area on snapshot_load    using (starts_with(area, (select visible_prefix())));
create policy area on snapshot_row     using (starts_with(area, (select visible_prefix())));
create policy area on snapshot_bad_row using (starts_with(area, (select visible_prefix())));
create policy area on matching_run     using (starts_with(area, (select visible_prefix())));
create policy area on matching_hit     using (starts_with(area, (select visible_prefix())));
create policy area on match_finding    using (starts_with(area, (select visible_prefix())));

grant select, insert, update on snapshot_load to yimen_app;
grant select, insert, delete on snapshot_row to yimen_app;
grant select, insert, delete on snapshot_bad_row to yimen_app;
grant select, insert, update on matching_run to yimen_app;
grant select, insert, delete on matching_hit to yimen_app;
grant select, insert, update on match_finding to yimen_app;
