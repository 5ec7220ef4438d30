-- Rolls (发放花名册) of one scheme of a county and month, how far each has been built, and their lines. Who did what
-- stands in the record (stream "roll"). A line keeps the account it is to be paid to, sealed.
create table roll_run (
  roll_id    text   primary key,
  area       text   not null,
  scheme     text   not null,
  month      text   not null,
  -- The first, second, … roll of the scheme and month.
  no         int    not null,
  phase      text   not null,
  begun_on   text   not null,
  -- Recipients to look at, and looked at so far; the last one looked at.
  total      int    not null,
  done       int    not null,
  reached    text   not null,
  busy_until bigint not null,
  fault      text   not null,
  constraint roll_run_no unique (area, scheme, month, no),
  constraint roll_run_phase check (phase in
    ('building', 'built', 'frozen', 'reviewed', 'sealed', 'released', 'closed', 'sent-back', 'cancelled'))
);
-- One roll of a scheme under way in a county at a time: what is due is reckoned against the rolls before it.
create unique index roll_run_open on roll_run (area, scheme)
  where phase not in ('closed', 'sent-back', 'cancelled');

create table roll_line (
  line_id       text   primary key,
  roll_id       text   not null references roll_run,
  -- The village.
  area          text   not null,
  -- 'benefit' (an entry of the register) or 'case' (assistance given once).
  grant_kind    text   not null,
  grant_id      text   not null,
  number        text   not null,
  payee         text   not null,
  for_month     text   not null,
  -- 'monthly', 'arrears', 'correction', 'once', 'stage', 'reissue'
  kind          text   not null,
  -- Number of the decision it rests on.
  basis         text   not null,
  amount        bigint not null,
  -- '' or why it is not paid now.
  held          text   not null,
  bank          text   not null,
  holder        text   not null,
  -- {cipher, tail, index} with the places it may be bound to; null where there is none.
  account       jsonb,
  account_at    jsonb  not null,
  account_index text   not null,
  -- Two people of different units checked it.
  account_checked boolean not null,
  id_number     jsonb,
  id_number_at  jsonb  not null,
  id_index      text   not null,
  -- The returned line it is paid again for.
  reissue_of    text references roll_line,
  -- Struck out with its roll: sent back or cancelled before it was sealed.
  void          boolean not null default false,
  constraint roll_line_amount check (amount > 0)
);
create index roll_line_roll on roll_line (roll_id, area collate "C", number, line_id);
create index roll_line_grant on roll_line (grant_id);
create index roll_line_account on roll_line (account_index) where account_index <> '';
-- No line twice: a month once, an arrear or a sum given once per decision, a returned line once (R-4).
create unique index roll_line_month on roll_line (grant_id, for_month)
  where kind = 'monthly' and held = '' and not void;
create unique index roll_line_once on roll_line (grant_id, for_month, kind, basis)
  where kind <> 'reissue' and held = '' and not void;
create unique index roll_line_reissue on roll_line (reissue_of)
  where reissue_of is not null and held = '' and not void;

-- Nobody edits a frozen roll, whoever they are: lines come and go while it is built; later they may only be struck
-- out as a whole, when it was sent back or cancelled.
create function guard_roll_line() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare stage text;
begin
  select phase into stage from roll_run where roll_id = coalesce(new.roll_id, old.roll_id);
  if stage in ('building', 'built') then return coalesce(new, old); end if;
  if tg_op = 'UPDATE' and stage in ('sent-back', 'cancelled')
    and to_jsonb(new) - 'void' = to_jsonb(old) - 'void' then return new; end if;
  raise exception 'the roll is frozen' using errcode = 'restrict_violation', constraint = 'roll_line_frozen';
end $$;
revoke all on function guard_roll_line() from public;
create trigger guard before insert or update or delete on roll_line
  for each row execute function guard_roll_line();

alter table roll_run  enable row level security;
alter table roll_line enable row level security;
create policy area on roll_run  using (starts_with(area, (select visible_prefix())));
create policy area on roll_line using (starts_with(area, (select visible_prefix())));
grant select, insert, update on roll_run to yimen_app;
grant select, insert, delete on roll_line to yimen_app;
grant update (held, void) on roll_line to yimen_app;
