-- One decision per case, whatever happens: the last wall behind the decider (R-1).
create table decision_row (
  case_id       text primary key,
  area          text not null,
  number        text not null,
  outcome       text not null,
  decided_on    text not null,
  route         text not null,
  instrument_id text not null,
  amount        bigint not null,
  serve_by      text not null,
  constraint decision_number_unique unique (number)
);
create index decision_row_area on decision_row (area, decided_on);
alter table decision_row enable row level security;
create policy area on decision_row using (starts_with(area, (select visible_prefix())));
grant select, insert on decision_row to yimen_app;
