-- A township's decision commits the county's money in the same transaction: whoever decides below books that promise,
-- and learns what is promised and sealed of these recipients so far. Nothing of the ledger or the rolls is to be seen.
create policy promise_below on fund_entry for insert
  with check (kind = 'commit' and length((select visible_prefix())) >= 9
    and starts_with((select visible_prefix()), area));
create policy promise_below on fund_posting for insert
  with check (account in ('committed', 'encumbered') and length((select visible_prefix())) >= 9
    and starts_with((select visible_prefix()), area));

-- What is committed to these recipients; of a county only those below it, and those of it, ask.
create function promised_to(grants text[], of_year int)
  returns table (party text, residence text, amount double precision)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
    select p.party, p.residence, sum(p.amount)::float8 from fund_posting p
    where p.party = any (grants) and p.account = 'committed' and p.year = of_year
      and (starts_with(p.area, visible_prefix()) or starts_with(visible_prefix(), p.area))
    group by p.party, p.residence having sum(p.amount) <> 0;
end $$;
create function roll_is_sealed(roll text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select 1 from roll_run where roll_id = roll and phase in ('sealed', 'released', 'closed')) $$;
create function first_roll_month(county text, of_scheme text) returns text
  language sql stable security definer set search_path = public, pg_temp
  as $$ select min(month) from roll_run where area = county and scheme = of_scheme
    and phase not in ('sent-back', 'cancelled') $$;
revoke all on function promised_to(text[], int), roll_is_sealed(text), first_roll_month(text, text) from public;
grant execute on function promised_to(text[], int), roll_is_sealed(text), first_roll_month(text, text) to yimen_app;
