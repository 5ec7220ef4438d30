-- How far each connected source of a request has come: one clock each. What was asked about whom, on which
-- authorisation and under which case number stands in the record (stream "lookup"), what it answered in the case.
create table source_query (
  request_id   text   not null,
  source       text   not null,
  case_id      text   not null,
  area         text   not null,
  -- 'http', 'file', 'person'
  way          text   not null,
  -- 'waiting' never answered yet, 'failing' asked in vain, 'partial' more is to come, 'answered', 'refused' no right to ask
  phase        text   not null,
  attempts     int    not null,
  asked_at     bigint,
  next_at      bigint not null,
  busy_until   bigint not null,
  fault        text   not null,
  due_on       text   not null,
  remind_on    text   not null,
  reminded_on  text   not null,
  escalated_on text   not null,
  escalated_to text   not null,
  primary key (request_id, source),
  constraint source_query_phase check (phase in ('waiting', 'failing', 'partial', 'answered', 'refused'))
);
create index source_query_task on source_query (escalated_to) where escalated_to <> '';
create index source_query_case on source_query (case_id);

alter table source_query enable row level security;
create policy area on source_query using (starts_with(area, (select visible_prefix())));
grant select, insert, update on source_query to yimen_app;
