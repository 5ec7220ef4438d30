-- A request from one township of the installation to another, and the answer. Each row has two sides that see it: whose
-- case it is, and who is asked. The case itself stays closed to the other side.
create table cooperation_request (
  request_id   text primary key,
  case_id      text not null,
  area         text not null,
  to_township  text not null,
  from_name    text not null,
  families     text not null,
  asked        text[] not null,
  note         text not null,
  sent_on      text not null,
  reply_by     text not null,
  -- Answered, given up, or the case is over: nobody waits for it any more.
  settled      boolean not null
);
create index cooperation_request_to on cooperation_request (to_township) where not settled;

create table assistance_row (
  assistance_id text primary key,
  area          text not null,
  -- '' for a request from outside this installation.
  from_township text not null,
  from_name     text not null,
  families      text not null,
  asked         text[] not null,
  received_on   text not null,
  due_on        text not null,
  -- '' while it waits.
  settled_on    text not null,
  declined      boolean not null,
  by_name       text not null,
  answer        text not null,
  assisted      boolean
);
create index assistance_row_open on assistance_row (area collate "C", due_on) where settled_on = '';

alter table cooperation_request enable row level security;
alter table assistance_row      enable row level security;
create policy area on cooperation_request using (starts_with(area, (select visible_prefix())));
create policy asked on cooperation_request for select
  using (starts_with(to_township, (select visible_prefix())));
create policy area on assistance_row using (starts_with(area, (select visible_prefix())));
create policy asking on assistance_row for select
  using (from_township <> '' and starts_with(from_township, (select visible_prefix())));

grant select, insert on cooperation_request to yimen_app;
grant update (settled) on cooperation_request to yimen_app;
grant select, insert on assistance_row to yimen_app;
grant update (settled_on, declined, by_name, answer, assisted) on assistance_row to yimen_app;
