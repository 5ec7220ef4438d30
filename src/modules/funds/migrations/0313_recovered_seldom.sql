-- A month's postings give nothing back: those of a whole roll are not compared with each other for it.
create or replace function guard_recovered() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not exists (select 1 from added where account = 'recovered') then
    return null;
  end if;
  if exists (select 1 from fund_posting p where p.account = 'paid' and p.line_id <> ''
    and p.line_id in (select line_id from added where account = 'recovered')
    group by p.line_id having sum(p.amount) < 0) then
    raise exception 'more was given back than paid' using errcode = 'check_violation', constraint = 'fund_posting_recovered';
  end if;
  return null;
end
$$;
