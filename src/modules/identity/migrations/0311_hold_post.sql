-- Whoever ends a post waits for the command its holder is at, and a command that comes later finds it ended.
create function hold_post(post_id text, today text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  perform 1 from post p where p.id = post_id and p.standing = 'held'
    and p.from_on <= today and (p.to_on = '' or p.to_on >= today) for share;
  return found;
end
$$;
revoke all on function hold_post(text, text) from public;
grant execute on function hold_post(text, text) to yimen_app;
