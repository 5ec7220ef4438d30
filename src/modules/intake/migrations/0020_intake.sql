-- A client makes the id of a case it opens. Whether the id is already somebody else's is the one thing told
-- about a case outside the area: yes or no.
create function case_id_taken(id text) returns boolean
  language sql stable security definer set search_path = public
as $$
  select exists (select 1 from case_row where case_id = id)
$$;
revoke all on function case_id_taken(text) from public;
grant execute on function case_id_taken(text) to yimen_app;
