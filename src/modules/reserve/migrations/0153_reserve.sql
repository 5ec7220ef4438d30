-- Money handed out from a township's reserve: a row per payment, written with the events of its case (LS-13).
create table reserve_use (
  case_id       text   not null,
  seq           int    not null,
  area          text   not null,
  number        text   not null,
  applicant     text   not null,
  amount        bigint not null,
  on_day        text   not null,
  handed_out_by text   not null,
  received_by   text   not null,
  witness       text   not null,
  primary key (case_id, seq)
);
create index reserve_use_area on reserve_use (area collate "C", on_day);
alter table reserve_use enable row level security;
create policy area on reserve_use using (starts_with(area, (select visible_prefix())));
grant select, insert on reserve_use to yimen_app;
