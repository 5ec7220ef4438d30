-- Asked at every request: in plpgsql its plan is kept with the connection, in sql it was made anew each time.
create or replace function find_asker(token_hash text, now_ms bigint, today text)
  returns table (person text, name text, post text, role text, area text)
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
#variable_conflict use_column
begin
  return query
    with alive as (
      select s.token_hash as token, s.seen_at, w.id as person, w.name, p.id as post, p.role, p.area
      from session s join post p on p.id = s.post join person w on w.id = p.person
      where s.token_hash = find_asker.token_hash and s.ended_at is null
        and now_ms - s.seen_at < 900000 and now_ms - s.opened_at < 28800000
        and p.standing = 'held' and p.from_on <= today and (p.to_on = '' or p.to_on >= today)
    ), seen as (
      update session s set seen_at = now_ms
      from alive a where s.token_hash = a.token and now_ms - a.seen_at >= 10000
    )
    select a.person, a.name, a.post, a.role, a.area from alive a;
end
$$;
