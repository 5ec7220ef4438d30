-- Which of these files hang on another case, wherever it is: a recycled picture crosses borders, its case is not told.
create function find_used_elsewhere(hashes text[], except_case text)
  returns table (hash text)
  language sql stable security definer set search_path = public
as $$
  select distinct f.hash from evidence_file f
  where f.hash = any (hashes) and f.case_id <> '' and f.case_id <> except_case
$$;
revoke all on function find_used_elsewhere(text[], text) from public;
grant execute on function find_used_elsewhere(text[], text) to yimen_app;
