-- Every decision on running assistance once, under one number, and never by somebody who found, calculated or
-- proposed what it stands on: the wall behind the decider (JT-06).
create table benefit_decision (
  adjustment_id text primary key,
  benefit_id    text   not null,
  area          text   not null,
  number        text   not null,
  kind          text   not null,
  decided_on    text   not null,
  from_month    text   not null,
  amount        bigint not null,
  instrument_id text   not null,
  decided_by    text   not null,
  prepared_by   text[] not null,
  constraint benefit_decision_number_unique unique (number),
  constraint benefit_decision_separated check (not decided_by = any (prepared_by))
);
create index benefit_decision_area on benefit_decision (area, decided_on);
alter table benefit_decision enable row level security;
create policy area on benefit_decision using (starts_with(area, (select visible_prefix())));
grant select, insert on benefit_decision to yimen_app;
