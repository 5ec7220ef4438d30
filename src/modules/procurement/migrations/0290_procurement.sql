-- 县买乡用 (DL-11). A contract has a place of its own, 999 below its county, where no household lies: whoever works
-- for the supplier has a post there, and row security shows that post nothing else.
create table supply_contract (
  contract_id text   primary key,
  county      text   not null,
  place       text   not null,
  number      text   not null,
  supplier    text   not null,
  from_on     text   not null,
  to_on       text   not null,
  -- '' while it runs.
  ended_on    text   not null,
  prices      jsonb  not null,
  ceiling     bigint not null,
  constraint supply_contract_place check (length(county) = 6 and place ~ ('^' || county || '999\d{3}$')),
  constraint supply_contract_period check (from_on <= to_on),
  constraint supply_contract_ceiling check (ceiling > 0)
);
create unique index supply_contract_one_place on supply_contract (place);
create index supply_contract_county on supply_contract (county, from_on);
alter table supply_contract enable row level security;
create policy county on supply_contract using (starts_with(county, (select visible_prefix())));
-- A township may order from its county's contracts; a supplier sees its own and no other.
create policy below on supply_contract for select using (
  county = left((select visible_prefix()), 6)
  and (substr((select visible_prefix()), 7, 3) <> '999' or place = (select visible_prefix())));
grant select, insert, update on supply_contract to yimen_app;

-- What a township ordered. The name of the person is masked here; in full it stands with the township alone.
create table service_task (
  task_id     text   primary key,
  contract_id text   not null references supply_contract (contract_id),
  township    text   not null,
  supplier    text   not null,
  village     text   not null,
  kind        text   not null,
  price       bigint not null check (price > 0),
  who         text   not null,
  whereabouts text   not null,
  ask         text   not null,
  ordered_on  text   not null,
  due_on      text   not null,
  -- 'ordered', 'accepted', 'rejected', 'cancelled'
  standing    text   not null,
  decided_on  text   not null,
  version     int    not null,
  constraint service_task_standing check (standing in ('ordered', 'accepted', 'rejected', 'cancelled')),
  constraint service_task_of_township check (length(township) = 9 and starts_with(village, township)),
  constraint service_task_whose unique (task_id, township, supplier)
);
create index service_task_township on service_task (township, standing, due_on);
create index service_task_supplier on service_task (supplier, standing, due_on);
create index service_task_contract on service_task (contract_id);
alter table service_task enable row level security;
create policy area on service_task using (starts_with(township, (select visible_prefix())));
create policy supplier on service_task for select using (supplier = (select visible_prefix()));
grant select, insert, update on service_task to yimen_app;

-- What the supplier's person handed in: for a task ordered from that supplier, once.
create table service_work (
  task_id     text   primary key,
  township    text   not null,
  supplier    text   not null,
  done_by     text   not null,
  done_on     text   not null,
  begun_at    text   not null,
  ended_at    text   not null,
  place       text   not null,
  met         text   not null,
  found       text   not null,
  files       jsonb  not null,
  handed_in   text   not null,
  constraint service_work_ordered foreign key (task_id, township, supplier)
    references service_task (task_id, township, supplier),
  constraint service_work_evidence check (jsonb_array_length(files) > 0),
  constraint service_work_time check (begun_at < ended_at)
);
create index service_work_supplier on service_work (supplier, done_on);
alter table service_work enable row level security;
create policy supplier on service_work using (starts_with(supplier, (select visible_prefix())));
create policy township on service_work for select using (starts_with(township, (select visible_prefix())));
grant select, insert on service_work to yimen_app;

-- Whether a task was in a frame the quality check was drawn from, and what the check found.
create table service_recheck (
  task_id  text primary key references service_task (task_id),
  township text not null,
  draw_id  text not null,
  -- '' in the frame, not drawn; 'drawn', 'agrees', 'differs'
  outcome  text not null,
  constraint service_recheck_outcome check (outcome in ('', 'drawn', 'agrees', 'differs'))
);
alter table service_recheck enable row level security;
create policy area on service_recheck using (starts_with(township, (select visible_prefix())));
grant select, insert, update on service_recheck to yimen_app;

-- Each accepted task on one settlement sheet only, unless that sheet was declined.
create table settlement_line (
  settlement_id text   not null,
  task_id       text   not null references service_task (task_id),
  contract_id   text   not null references supply_contract (contract_id),
  county        text   not null,
  amount        bigint not null check (amount > 0),
  standing      text   not null,
  primary key (settlement_id, task_id),
  constraint settlement_line_standing check (standing in ('drawn-up', 'approved', 'declined'))
);
create unique index settlement_line_once on settlement_line (task_id) where standing <> 'declined';
create index settlement_line_contract on settlement_line (contract_id);
alter table settlement_line enable row level security;
create policy county on settlement_line using (starts_with(county, (select visible_prefix())));
grant select, insert, update on settlement_line to yimen_app;

-- What is left of a contract, for whoever orders: the row is held until the order stands, so that two townships
-- cannot spend the same money.
create function supply_left(contract text) returns bigint
  language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare most bigint;
begin
  select ceiling into most from supply_contract
  where contract_id = contract and (starts_with(county, visible_prefix()) or county = left(visible_prefix(), 6))
  for update;
  return most - coalesce((select sum(price) from service_task
    where contract_id = contract and standing in ('ordered', 'accepted')), 0);
end $$;

create function service_task_within_ceiling() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if (select sum(price) from service_task where contract_id = new.contract_id and standing in ('ordered', 'accepted'))
    > (select ceiling from supply_contract where contract_id = new.contract_id) then
    raise exception 'more is ordered than the contract allows' using errcode = '23514', constraint = 'supply_ceiling';
  end if;
  return new;
end $$;
create trigger service_task_within_ceiling after insert on service_task
  for each row execute function service_task_within_ceiling();

-- What is handed in becomes visible to the township that ordered it; a supplier shares its own files alone.
create function share_task_files(task text) returns void
  language sql volatile security definer set search_path = public, pg_temp
as $$
  insert into evidence_file (hash, case_id, area, name, mime, bytes, pages, taken_at, uploaded_by, at)
  select e.hash, '', w.township, e.name, e.mime, e.bytes, e.pages, e.taken_at, e.uploaded_by, e.at
  from service_work w, jsonb_array_elements(w.files) as f
  join evidence_file e on e.hash = f->>'hash'
  where w.task_id = task and w.supplier = visible_prefix() and e.area = w.supplier and e.case_id = ''
  on conflict do nothing
$$;
revoke all on function supply_left(text), service_task_within_ceiling(), share_task_files(text) from public;
grant execute on function supply_left(text), share_task_files(text) to yimen_app;
