-- What was paid and is asked back (追回): from which paid lines, in which instalments it comes, what of it is waived.
create table recovery (
  recovery_id text   primary key,
  area        text   not null,
  grant_id    text   not null,
  number      text   not null,
  payee       text   not null,
  scheme      text   not null,
  -- 'overpaid', 'correction', 'death', 'fraud', 'refused-stop'
  ground      text   not null,
  -- 'proposed', 'open', 'declined', 'waived', 'settled'
  status      text   not null,
  proposed_by text   not null,
  decided_by  text   not null,
  amount      bigint not null,
  repaid      bigint not null,
  waived      bigint not null,
  -- The next instalment to come; '' when none is open.
  due_on      text   not null,
  constraint recovery_status check (status in ('proposed', 'open', 'declined', 'waived', 'settled')),
  constraint recovery_sums check (amount > 0 and repaid >= 0 and waived >= 0 and repaid + waived <= amount),
  constraint recovery_two_people check (decided_by = '' or decided_by <> proposed_by)
);
create index recovery_area on recovery (area collate "C", status);
create index recovery_grant on recovery (grant_id);

create table recovery_line (
  recovery_id text   not null references recovery,
  line_id     text   not null references roll_line,
  area        text   not null,
  amount      bigint not null,
  -- Declined with its recovery.
  void        boolean not null default false,
  primary key (recovery_id, line_id),
  constraint recovery_line_amount check (amount > 0)
);
create index recovery_line_line on recovery_line (line_id) where not void;

-- Nothing is asked back that was not paid: the bank paid the line, and all that is asked back of it is no more than it.
create function guard_recovery_line() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare paid bigint;
begin
  select l.amount into paid from roll_line l join line_outcome o on o.line_id = l.line_id
    where l.line_id = new.line_id and o.outcome = 'paid' for update of l;
  if paid is null or (select coalesce(sum(amount), 0) from recovery_line where line_id = new.line_id and not void) > paid then
    raise exception 'nothing was paid to be asked back' using errcode = 'check_violation', constraint = 'recovery_line_paid';
  end if;
  return null;
end $$;
revoke all on function guard_recovery_line() from public;
create trigger guard after insert on recovery_line for each row execute function guard_recovery_line();

-- No line gives back more than it was paid.
create function guard_recovered() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from fund_posting p where p.account = 'paid' and p.line_id <> ''
    and p.line_id in (select line_id from added where account = 'recovered')
    group by p.line_id having sum(p.amount) < 0) then
    raise exception 'more was given back than paid' using errcode = 'check_violation', constraint = 'fund_posting_recovered';
  end if;
  return null;
end $$;
revoke all on function guard_recovered() from public;
create trigger recovered after insert on fund_posting referencing new table as added
  for each statement execute function guard_recovered();

alter table recovery      enable row level security;
alter table recovery_line enable row level security;
create policy area on recovery      using (starts_with(area, (select visible_prefix())));
create policy area on recovery_line using (starts_with(area, (select visible_prefix())));
grant select, insert on recovery to yimen_app;
grant update (status, decided_by, repaid, waived, due_on) on recovery to yimen_app;
grant select, insert on recovery_line to yimen_app;
grant update (void) on recovery_line to yimen_app;
