-- What a published standard that reaches back leaves owing: for each recipient and month what was decided, and what it
-- is raised to. Approved by a second person before any of it is paid; the roll takes it from here.
create table raise_list (
  list_id    text primary key,
  -- Of two lists that raise a month the later one holds.
  serial     bigint generated always as identity unique,
  area       text not null,
  policy_id  text not null,
  document   text not null,
  status     text not null,
  listed_on  text not null,
  through    text not null,
  months     int    not null,
  households int    not null,
  amount     bigint not null,
  open       int    not null,
  constraint raise_list_status check (status in ('listed', 'approved', 'given-up'))
);
-- One list of a document waits at a time; a document has one approved list for the same last month.
create unique index raise_list_open on raise_list (policy_id) where status = 'listed';
create unique index raise_list_once on raise_list (policy_id, through) where status = 'approved';

create table raise_row (
  list_id    text   not null references raise_list,
  benefit_id text   not null,
  month      text   not null,
  -- The village.
  area       text   not null,
  number     text   not null,
  head       text   not null,
  base       bigint not null,
  raised     bigint not null,
  -- Why it waits for somebody to look at the household; '' where it can be paid.
  open       text   not null,
  -- Of a list that was given up.
  void       boolean not null default false,
  primary key (list_id, benefit_id, month),
  constraint raise_row_more check (raised > base or open <> '')
);
create index raise_row_benefit on raise_row (benefit_id) where not void and open = '';
create index raise_row_list on raise_row (list_id, area collate "C", number, month);

-- What a list says was approved as it stands: rows are only struck out, with their list, before anybody approved it.
create function guard_raise_row() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare stage text;
begin
  select status into stage from raise_list where list_id = coalesce(new.list_id, old.list_id);
  if tg_op = 'INSERT' and stage = 'listed' then return new; end if;
  if tg_op = 'UPDATE' and stage = 'given-up' and to_jsonb(new) - 'void' = to_jsonb(old) - 'void' then return new; end if;
  raise exception 'a list stays as it was made' using errcode = 'restrict_violation', constraint = 'raise_row_as_made';
end $$;
revoke all on function guard_raise_row() from public;
create trigger guard before insert or update or delete on raise_row for each row execute function guard_raise_row();

alter table raise_list enable row level security;
alter table raise_row  enable row level security;
create policy area on raise_list using (starts_with(area, (select visible_prefix())));
create policy area on raise_row  using (starts_with(area, (select visible_prefix())));
grant select, insert, update on raise_list to yimen_app;
grant select, insert, update on raise_row  to yimen_app;
