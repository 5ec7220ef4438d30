-- Which temporary assistance was already granted to these people, anywhere in the installation: the same cause is
-- not helped twice (LS-17). It answers when, how much and under which number, never with a name.
create function find_earlier_reliefs(indexes text[], except_case text, since text)
  returns table (number text, decided_on text, amount float8)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select distinct c.number, c.decided_on, c.amount::float8
  from case_person p join case_row c using (case_id)
  where p.id_index = any (indexes) and p.id_index <> '' and p.case_id <> except_case
    and c.scheme = 'temporary' and c.status = 'granted' and c.decided_on >= since
$$;
revoke all on function find_earlier_reliefs(text[], text, text) from public;
grant execute on function find_earlier_reliefs(text[], text, text) to yimen_app;
