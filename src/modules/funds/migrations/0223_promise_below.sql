-- A township's decision commits the county's money in the same transaction: whoever decides below books that promise,
-- and reads what is promised and lined so far. Nothing else of the ledger is written or read from below.
create policy promise_below on fund_entry for insert
  with check (kind = 'commit' and length((select visible_prefix())) >= 9
    and starts_with((select visible_prefix()), area));
create policy promise_below on fund_posting for insert
  with check (account in ('committed', 'encumbered') and length((select visible_prefix())) >= 9
    and starts_with((select visible_prefix()), area));
create policy promised_below on fund_posting for select
  using (account = 'committed' and length((select visible_prefix())) >= 9
    and starts_with((select visible_prefix()), area));
create policy roll_above on roll_run for select
  using (length((select visible_prefix())) >= 9 and starts_with((select visible_prefix()), area));
