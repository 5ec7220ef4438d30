-- The county's queue: one row per request, following from the case's state like the case's own list row.
create table verification_request (
  request_id   text primary key,
  case_id      text not null,
  area         text not null,
  township     text not null,
  county       text not null,
  case_number  text not null,
  applicant    text not null,
  members      text[] not null,
  sources      text[] not null,
  -- 'memberId source' of every answer, so that a list of what is still to be asked needs no state.
  answered     text[] not null,
  requested_on text not null,
  start_by     text not null,
  finish_by    text not null,
  started_on   text not null,
  recheck      boolean not null,
  -- open, reported, superseded, ended (the case itself is over)
  status       text not null
);
create index verification_request_queue on verification_request (county, finish_by, request_id)
  where status = 'open';
create index verification_request_case on verification_request (case_id);

alter table verification_request enable row level security;
create policy area on verification_request using (starts_with(area, (select visible_prefix())));
grant select, insert, update on verification_request to yimen_app;
