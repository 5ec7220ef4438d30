-- A hand-in may be sent back to be put right. What was handed in before stays: each time is a row of its own.
alter table service_task add column round int not null default 1 check (round > 0);
-- What the township wants put right; '' while nothing was sent back.
alter table service_task add column returned_because text not null default '';

alter table service_work add column round int not null default 1 check (round > 0);
alter table service_work drop constraint service_work_pkey;
alter table service_work add primary key (task_id, round);

-- The quality check looks at one hand-in: one that is put right goes into the frame again.
alter table service_recheck add column round int not null default 1 check (round > 0);
alter table service_recheck drop constraint service_recheck_pkey;
alter table service_recheck add primary key (task_id, round);

create function service_work_of_round() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from service_task t where t.task_id = new.task_id and t.round = new.round) then
    raise exception 'this is not the time the task waits for' using errcode = '23514', constraint = 'service_work_round';
  end if;
  return new;
end $$;
create trigger service_work_of_round before insert on service_work
  for each row execute function service_work_of_round();

update record set state = state || '{"round": 1, "returns": []}' where kind = 'service-task' and not state ? 'round';
update record set state = state || '{"round": 1}' where kind = 'service-work' and not state ? 'round';
