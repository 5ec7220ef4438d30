-- Who took which list out as a workbook, with what filter and how many rows: one row per workbook, written with its
-- event and never changed. What was in it is not kept.
create table ledger_taken_row (
  taken_id text   primary key,
  area     text   not null,
  person   text   not null,
  at       bigint not null,
  title    text   not null,
  -- What it is a list of, where it belongs to one thing: the id of a takeover; '' otherwise.
  about    text   not null,
  filter   text   not null,
  rows     int    not null
);
create index ledger_taken_row_area on ledger_taken_row (area collate "C", at);
create index ledger_taken_row_about on ledger_taken_row (about, at) where about <> '';

alter table ledger_taken_row enable row level security;
create policy area on ledger_taken_row using (starts_with(area, (select visible_prefix())));
grant select, insert on ledger_taken_row to yimen_app;
