-- Who is in the register of recipients on a day, anywhere in the installation: a family that was recognised is not
-- looked into again for 临时救助. It answers where and by what, never with a name. What was taken over from a
-- document counts once it is confirmed; a recognition with an end counts until that day.
create function find_recognised(indexes text[], on_day text)
  returns table (id_index text, number text, township text, scheme text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select distinct p.id_index, p.number, p.township, p.scheme
  from benefit_person p join benefit_row r using (benefit_id)
  where p.id_index = any (indexes) and p.id_index <> '' and p.running
    and r.until_on = '' and r.confirmation in ('not-needed', 'confirmed')
    and (r.valid_until = '' or r.valid_until >= on_day)
$$;
revoke all on function find_recognised(text[], text) from public;
grant execute on function find_recognised(text[], text) to yimen_app;
