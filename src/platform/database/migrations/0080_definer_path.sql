-- Functions that run as the owner look into public alone: without pg_temp at the end of the path a session could
-- put a temporary table of the same name before ours. The limited role makes no temporary tables either.
do $$
declare each record;
begin
  for each in select p.oid::regprocedure as signature from pg_proc p
    where p.prosecdef and p.pronamespace = 'public'::regnamespace
  loop
    execute format('alter function %s set search_path = public, pg_temp', each.signature);
  end loop;
  execute format('revoke temporary on database %I from public', current_database());
end $$;
