-- Accounts as two people of different units put them right: entered by one with the family there in person, checked by
-- another, in force some working days later. One correction of a recipient at a time.
create table account_change (
  change_id    text   primary key,
  area         text   not null,
  grant_id     text   not null,
  number       text   not null,
  payee        text   not null,
  -- 'asked', 'approved', 'declined'
  status       text   not null,
  asked_by     text   not null,
  asked_on     text   not null,
  checked_by   text   not null,
  effective_on text   not null,
  bank         text   not null,
  holder       text   not null,
  account      jsonb  not null,
  account_at   text   not null,
  constraint account_change_status check (status in ('asked', 'approved', 'declined')),
  constraint account_change_two_people check (checked_by = '' or checked_by <> asked_by)
);
create unique index account_change_open on account_change (grant_id) where status = 'asked';
create index account_change_grant on account_change (grant_id, effective_on) where status = 'approved';
create index account_change_area on account_change (area collate "C", asked_on);
-- What is to be told to somebody: written with the event it tells of, sent by whatever carries it.
create table fund_notice (
  notice_id text   primary key,
  area      text   not null,
  grant_id  text   not null,
  -- Sealed, with the places it may be bound to.
  phone     jsonb  not null,
  phone_at  jsonb  not null,
  text      text   not null,
  written_at bigint not null
);
alter table account_change enable row level security;
alter table fund_notice    enable row level security;
create policy area on account_change using (starts_with(area, (select visible_prefix())));
create policy area on fund_notice    using (starts_with(area, (select visible_prefix())));
grant select, insert, update on account_change to yimen_app;
grant select, insert on fund_notice to yimen_app;
