-- Which money a posting is of: the year of the budget, who provides it, for town or country (ZX-05); and about whom it
-- is where it is about no line: the recipient a sum is committed to.
alter table fund_posting add column year      int  not null default 0;
alter table fund_posting add column source    text not null default '';
alter table fund_posting add column residence text not null default '';
alter table fund_posting add column party     text not null default '';
alter table fund_posting drop constraint fund_posting_account;
alter table fund_posting add constraint fund_posting_account check (account in
  ('appropriation', 'reserve', 'encumbered', 'committed', 'payable', 'paid', 'returned', 'recovered'));
alter table fund_posting add constraint fund_posting_source check (source in
  ('', 'central', 'province', 'city', 'county', 'other'));
alter table fund_posting add constraint fund_posting_residence check (residence in ('', 'urban', 'rural', 'both'));
create index fund_posting_party on fund_posting (party, account) where party <> '';
create index fund_posting_pot on fund_posting (area, year, account, scheme, residence, source) where year > 0;

-- Town or country, as the household lives there: what pays it comes from the money for that.
alter table roll_line add column residence text not null default '';

-- Papers by which money is provided, changed or carried into another year: entered by one, approved by another. The
-- same paper counts once.
create table fund_document (
  document_id     text   primary key,
  area            text   not null,
  year            int    not null,
  -- 'allocation', 'adjustment', 'carry-over'
  kind            text   not null,
  document_number text   not null,
  -- 'entered', 'approved', 'declined'
  status          text   not null,
  entered_on      text   not null,
  entered_by      text   not null,
  checked_by      text   not null,
  total           bigint not null,
  constraint fund_document_status check (status in ('entered', 'approved', 'declined')),
  constraint fund_document_two_people check (checked_by = '' or checked_by <> entered_by)
);
create unique index fund_document_once on fund_document (area, document_number) where status <> 'declined';
create index fund_document_year on fund_document (area, year);

-- What is asked for by the month: rolls as they were sealed, reviewed and approved by two people before anything goes
-- to the bank. A roll is asked for once.
create table fund_request (
  request_id  text   primary key,
  area        text   not null,
  month       text   not null,
  -- 'asked', 'reviewed', 'approved', 'declined'
  status      text   not null,
  asked_on    text   not null,
  asked_by    text   not null,
  reviewed_by text   not null,
  approved_by text   not null,
  total       bigint not null,
  constraint fund_request_status check (status in ('asked', 'reviewed', 'approved', 'declined')),
  constraint fund_request_people check (
    (reviewed_by = '' or reviewed_by <> asked_by) and (approved_by = '' or approved_by not in (asked_by, reviewed_by)))
);
create table fund_request_roll (
  request_id text not null references fund_request,
  roll_id    text not null references roll_run,
  area       text not null,
  -- Declined with its request.
  void       boolean not null default false,
  primary key (request_id, roll_id)
);
create unique index fund_request_roll_once on fund_request_roll (roll_id) where not void;

alter table fund_document     enable row level security;
alter table fund_request      enable row level security;
alter table fund_request_roll enable row level security;
create policy area on fund_document     using (starts_with(area, (select visible_prefix())));
create policy area on fund_request      using (starts_with(area, (select visible_prefix())));
create policy area on fund_request_roll using (starts_with(area, (select visible_prefix())));
grant select, insert on fund_document to yimen_app;
grant update (status, checked_by) on fund_document to yimen_app;
grant select, insert on fund_request to yimen_app;
grant update (status, reviewed_by, approved_by) on fund_request to yimen_app;
grant select, insert on fund_request_roll to yimen_app;
grant update (void) on fund_request_roll to yimen_app;
