-- Which files may be seen where: one row per file and case ('' for papers outside a case). The bytes are in the file store.
create table evidence_file (
  hash        text   not null check (hash ~ '^[0-9a-f]{64}$'),
  case_id     text   not null default '',
  area        text   not null,
  name        text   not null,
  mime        text   not null,
  bytes       int    not null,
  pages       int    not null,
  -- The camera's own clock, "2026-11-20 09:12:33"; '' when the picture does not say.
  taken_at    text   not null default '',
  uploaded_by text   not null,
  at          bigint not null,
  primary key (hash, case_id, area)
);
create index evidence_file_case on evidence_file (case_id) where case_id <> '';

alter table evidence_file enable row level security;
create policy area on evidence_file using (starts_with(area, (select visible_prefix())));

-- Evidence is added and seen, never changed or taken away.
grant select, insert on evidence_file to yimen_app;
