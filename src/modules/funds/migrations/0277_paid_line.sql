-- What the bank credited, line by line: the roll lies with the county, its lines with the villages, and a township
-- counts what was paid in its own villages only.
create function paid_lines(since text, before text)
  returns table (line_id text, roll_id text, area text, scheme text, grant_id text, number text, payee text,
    amount bigint, on_day text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select l.line_id, l.roll_id, l.area, r.scheme, l.grant_id, l.number, l.payee, l.amount, o.on_day
  from line_outcome o join roll_line l on l.line_id = o.line_id join roll_run r on r.roll_id = l.roll_id
  where o.outcome = 'paid' and o.on_day >= since and o.on_day < before
    and starts_with(l.area, (select visible_prefix()))
$$;
revoke all on function paid_lines(text, text) from public;
grant execute on function paid_lines(text, text) to yimen_app;
create index line_outcome_paid on line_outcome (on_day) where outcome = 'paid';
