-- A township's till (备用金, LS-13) in the county's ledger: what it holds, what was handed out of it by voucher, what a
-- count did not find, what of that was written off.
alter table fund_posting drop constraint fund_posting_account;
alter table fund_posting add constraint fund_posting_account check (account in
  ('appropriation', 'reserve', 'encumbered', 'committed', 'payable', 'paid', 'returned', 'recovered',
    'till', 'handed-out', 'till-short', 'written-off'));
-- No till holds less than nothing, and none is put right by more than was missing.
create function guard_till() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from fund_posting p where p.account in ('till', 'till-short')
    and p.party in (select party from added where account in ('till', 'till-short'))
    group by p.account, p.party having sum(p.amount) < 0) then
    raise exception 'the till holds less' using errcode = 'check_violation', constraint = 'fund_posting_till';
  end if;
  return null;
end $$;
revoke all on function guard_till() from public;
create trigger till after insert on fund_posting referencing new table as added
  for each statement execute function guard_till();

-- A township books what it hands out and what it counts; nothing of the ledger is to be seen but its own till.
create policy till_below on fund_entry for insert
  with check (kind = 'till' and length((select visible_prefix())) >= 9
    and starts_with((select visible_prefix()), area));
create policy till_below on fund_posting for insert
  with check (account in ('till', 'handed-out', 'till-short') and length((select visible_prefix())) >= 9
    and starts_with((select visible_prefix()), area));
create function till_pieces(township text, of_account text)
  returns table (year int, source text, residence text, amount double precision)
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.year, p.source, p.residence, sum(p.amount)::float8 from fund_posting p
  where p.party = township and p.account = of_account and of_account in ('till', 'till-short')
    and (starts_with(township, visible_prefix()) or starts_with(visible_prefix(), township))
  group by p.year, p.source, p.residence having sum(p.amount) > 0
  order by p.year, p.source, p.residence
$$;
revoke all on function till_pieces(text, text) from public;
grant execute on function till_pieces(text, text) to yimen_app;

-- How each till stands; written with the events.
create table reserve_till (
  township   text   primary key,
  balance    bigint not null,
  -- Handed out and not given back yet.
  spent      bigint not null,
  -- What is asked for: '' none, 'asked', 'approved'.
  ask_status text   not null,
  ask_amount bigint not null,
  counted_on text   not null,
  -- What the last count showed and nobody has settled; below zero: missing.
  difference bigint not null,
  constraint reserve_till_balance check (balance >= 0)
);
alter table reserve_till enable row level security;
create policy area on reserve_till using (starts_with(township, (select visible_prefix())));
grant select, insert, update on reserve_till to yimen_app;
