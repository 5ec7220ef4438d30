-- Double-entry ledger in fen. An entry moves money between accounts; what it takes from one it gives to others. Rows
-- are added, never changed: a mistake is another entry.
create table fund_entry (
  entry_id    text   primary key,
  area        text   not null,
  -- What moved it ('roll-reviewed', 'reply', 'recovery', …) and which one: the same cause never moves money twice.
  kind        text   not null,
  cause       text   not null,
  on_day      text   not null,
  recorded_at bigint not null,
  person      text   not null,
  constraint fund_entry_once unique (kind, cause)
);
create index fund_entry_area on fund_entry (area, recorded_at);

create table fund_posting (
  entry_id text   not null references fund_entry,
  place    int    not null,
  area     text   not null,
  account  text   not null,
  scheme   text   not null,
  -- The line of a roll it is about; '' where it is about none.
  line_id  text   not null,
  amount   bigint not null,
  primary key (entry_id, place),
  constraint fund_posting_account check (account in
    ('appropriation', 'reserve', 'payable', 'paid', 'returned', 'recovered')),
  constraint fund_posting_amount check (amount <> 0)
);
create index fund_posting_account on fund_posting (area, account);
create index fund_posting_line on fund_posting (line_id) where line_id <> '';

-- What an entry takes and gives is written in one statement and makes zero: so does the whole ledger, always.
create function guard_balance() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select 1 from added group by entry_id having sum(amount) <> 0) then
    raise exception 'debits and credits differ' using errcode = 'check_violation', constraint = 'fund_posting_balanced';
  end if;
  return null;
end $$;
revoke all on function guard_balance() from public;
create trigger balance after insert on fund_posting referencing new table as added
  for each statement execute function guard_balance();

create function keep_as_written() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'the ledger is only added to' using errcode = 'restrict_violation', constraint = 'fund_ledger_append_only';
end $$;
revoke all on function keep_as_written() from public;
create trigger keep before update or delete or truncate on fund_entry   execute function keep_as_written();
create trigger keep before update or delete or truncate on fund_posting execute function keep_as_written();

alter table fund_entry   enable row level security;
alter table fund_posting enable row level security;
create policy area on fund_entry   using (starts_with(area, (select visible_prefix())));
create policy area on fund_posting using (starts_with(area, (select visible_prefix())));
grant select, insert on fund_entry   to yimen_app;
grant select, insert on fund_posting to yimen_app;
