-- Households on their way from one township of the county to another. Each side writes its own row and sees the
-- other's: what is handed over, and the answer. The register entry itself stays closed to the other side.
create table transfer_request (
  transfer_id text primary key,
  benefit_id  text not null,
  area        text not null,
  to_township text not null,
  from_name   text not null,
  scheme      text not null,
  number      text not null,
  head        text not null,
  members     int  not null,
  amount      bigint not null,
  reason      text not null,
  moved_on    text not null,
  sent_on     text not null,
  -- [{hash, name, mime}] of the file that goes along.
  files       jsonb not null,
  -- 'open', 'recalled', 'moved'
  status      text not null
);
create index transfer_request_to on transfer_request (to_township) where status = 'open';
create index transfer_request_from on transfer_request (area collate "C") where status = 'open';

create table transfer_answer (
  transfer_id text primary key,
  area        text not null,
  from_area   text not null,
  status      text not null,
  village     text not null,
  note        text not null,
  answered_on text not null
);
alter table transfer_request enable row level security;
alter table transfer_answer  enable row level security;
create policy area on transfer_request using (starts_with(area, (select visible_prefix())));
create policy asked on transfer_request for select
  using (starts_with(to_township, (select visible_prefix())));
create policy area on transfer_answer using (starts_with(area, (select visible_prefix())));
create policy asking on transfer_answer for select
  using (starts_with(from_area, (select visible_prefix())));
grant select, insert on transfer_request to yimen_app;
grant update (status) on transfer_request to yimen_app;
grant select, insert on transfer_answer to yimen_app;
