-- The record: what happened (event), where each stream stands now (record), where each chain ends (chain_head).
-- Row security compares the row's area with the area of the transaction; '*' is the server acting for itself.

-- '' is every area, '~' none: a transaction without identity sees nothing.
create function visible_prefix() returns text
  language sql stable parallel safe
  return case coalesce(current_setting('yimen.area', true), '')
    when '*' then '' when '' then '~' else current_setting('yimen.area', true) end;

create table event (
  chain        text   not null,
  chain_seq    bigint not null,
  stream       text   not null,
  seq          int    not null,
  kind         text   not null,
  area         text   not null,
  type         text   not null,
  data         jsonb  not null,
  salt         text   not null,
  actor        text   not null,
  post         text   not null,
  authority    text   not null default '-',
  command      text   not null,
  occurred_on  text   not null,
  recorded_at  bigint not null,
  payload_hash text   not null,
  prev_hash    text   not null,
  hash         text   not null,
  primary key (stream, seq),
  constraint event_chain_unique unique (chain, chain_seq)
);

create table chain_head (
  chain text primary key,
  seq   bigint not null,
  hash  text not null
);

create table record (
  stream  text primary key,
  kind    text not null,
  area    text not null,
  version int  not null,
  state   jsonb not null
);
create index record_kind_area on record (kind, area collate "C");

create table command (
  person    text   not null,
  key       text   not null,
  route     text   not null,
  body_hash text   not null,
  answer    jsonb  not null default '{}',
  status    int    not null default 0,
  at        bigint not null,
  primary key (person, key)
);

create table draft (
  person text   not null,
  key    text   not null,
  value  text   not null,
  at     bigint not null,
  primary key (person, key)
);

create table counter (
  name text primary key,
  last bigint not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'history is append-only: % on %', tg_op, tg_table_name using errcode = '42501';
end $$;
create trigger event_append_only before update or delete on event
  for each row execute function refuse_change();
create trigger event_no_truncate before truncate on event
  for each statement execute function refuse_change();

alter table event   enable row level security;
alter table record  enable row level security;
alter table command enable row level security;
alter table draft   enable row level security;
create policy area on event   using (starts_with(area, (select visible_prefix())));
create policy area on record  using (starts_with(area, (select visible_prefix())));
create policy own  on command using (person = current_setting('yimen.person', true));
create policy own  on draft   using (person = current_setting('yimen.person', true));

grant select, insert on event to yimen_app;
grant select, insert, update on record, chain_head, command, counter to yimen_app;
grant select, insert, update, delete on draft to yimen_app;
