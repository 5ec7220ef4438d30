-- What hangs where: a row per notice, so that a place's boards are found without opening every case.
create table notice (
  notice_id  text    not null,
  case_id    text    not null,
  area       text    not null,
  township   text    not null,
  kind       text    not null check (kind in ('before', 'after')),
  level      text    not null check (level in ('township', 'village')),
  posted_on  text    not null,
  taken_down boolean not null,
  primary key (case_id, notice_id)
);
create index notice_hanging on notice (township, kind) where not taken_down;

-- Who opened a confidential objection, when and for what.
create table objection_reading (
  case_id      text   not null,
  area         text   not null,
  objection_id text   not null,
  person       text   not null,
  post         text   not null,
  purpose      text   not null,
  at           bigint not null
);
create index objection_reading_case on objection_reading (case_id, at);

alter table notice            enable row level security;
alter table objection_reading enable row level security;
create policy area on notice            using (starts_with(area, (select visible_prefix())));
create policy area on objection_reading using (starts_with(area, (select visible_prefix())));

grant select, insert, update on notice to yimen_app;
grant select, insert on objection_reading to yimen_app;
