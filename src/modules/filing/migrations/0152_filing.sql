-- 备案: which decision of a township went to the county, and when the county had it (DL-17).
create table filing_row (
  filing_id   text primary key,
  area        text not null,
  number      text not null,
  sent_on     text not null,
  decisions   int  not null,
  late        int  not null,
  received_on text not null
);
create index filing_row_area on filing_row (area collate "C", sent_on);
alter table filing_row enable row level security;
create policy area on filing_row using (starts_with(area, (select visible_prefix())));
grant select, insert, update on filing_row to yimen_app;

-- A decision is sent once: the wall behind the decider.
create table filed_decision (
  case_id   text primary key,
  filing_id text not null,
  area      text not null
);
alter table filed_decision enable row level security;
create policy area on filed_decision using (starts_with(area, (select visible_prefix())));
grant select, insert on filed_decision to yimen_app;
