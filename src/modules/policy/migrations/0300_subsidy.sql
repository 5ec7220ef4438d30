-- 价格临时补贴 (SL-32): plans as documents lay them down, and the months an approved one pays. The roll takes it from
-- here.
create table subsidy_plan (
  subsidy_id  text   primary key,
  area        text   not null,
  document    text   not null,
  status      text   not null,
  from_month  text   not null,
  until_month text   not null,
  schemes     text[] not null,
  -- For each person and month.
  urban       bigint not null,
  rural       bigint not null,
  -- What it comes to a month, when it was drafted.
  households  int    not null,
  people      int    not null,
  amount      bigint not null,
  drafted_on  text   not null,
  constraint subsidy_plan_status check (status in ('drafted', 'approved', 'given-up', 'stopped')),
  constraint subsidy_plan_months check (until_month >= from_month),
  constraint subsidy_plan_amount check (urban >= 0 and rural >= 0 and urban + rural > 0)
);
create index subsidy_plan_area on subsidy_plan (area, drafted_on);

create table subsidy_month (
  area       text    not null,
  scheme     text    not null,
  month      text    not null,
  subsidy_id text    not null references subsidy_plan,
  -- Of a plan that was stopped.
  void       boolean not null default false,
  primary key (subsidy_id, scheme, month),
  constraint subsidy_month_scheme check (scheme in ('dibao', 'tekun'))
);
-- A month of a scheme is paid by one document.
create unique index subsidy_month_once on subsidy_month (area, scheme, month) where not void;

-- Somebody gets it once for a month, whatever documents say (R-4).
create unique index roll_line_subsidy on roll_line (grant_id, for_month)
  where kind = 'subsidy' and held = '' and not void;
create index roll_line_subsidy_basis on roll_line (basis) where kind = 'subsidy';

alter table subsidy_plan  enable row level security;
alter table subsidy_month enable row level security;
create policy area on subsidy_plan  using (starts_with(area, (select visible_prefix())));
create policy area on subsidy_month using (starts_with(area, (select visible_prefix())));
grant select, insert on subsidy_plan  to yimen_app;
grant select, insert on subsidy_month to yimen_app;
grant update (status) on subsidy_plan  to yimen_app;
grant update (void)   on subsidy_month to yimen_app;
