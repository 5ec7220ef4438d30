-- Which line stands where in which sealed file of the bank.
create table batch_line (
  line_id text primary key references roll_line,
  roll_id text not null references roll_run,
  area    text not null,
  file_no int  not null,
  no      int  not null,
  constraint batch_line_place unique (roll_id, file_no, no)
);
alter table batch_line enable row level security;
create policy area on batch_line using (starts_with(area, (select visible_prefix())));
grant select, insert on batch_line to yimen_app;

-- What the bank answered to a released batch: each reply once, each line once (paid or returned), never changed.
create table bank_reply (
  reply_id    text   primary key,
  roll_id     text   not null references roll_run,
  area        text   not null,
  file_no     int    not null,
  file_name   text   not null,
  file_hash   text   not null,
  paid        int    not null,
  paid_amount bigint not null,
  returned    int    not null,
  returned_amount bigint not null,
  person      text   not null,
  recorded_at bigint not null,
  constraint bank_reply_once unique (roll_id, file_hash)
);
create table line_outcome (
  line_id  text primary key references roll_line,
  roll_id  text not null references roll_run,
  area     text not null,
  reply_id text not null references bank_reply,
  -- 'paid' or 'returned'
  outcome  text not null,
  reason   text not null,
  on_day   text not null,
  constraint line_outcome_is check (outcome in ('paid', 'returned'))
);
create index line_outcome_roll on line_outcome (roll_id, outcome);
alter table bank_reply   enable row level security;
alter table line_outcome enable row level security;
create policy area on bank_reply   using (starts_with(area, (select visible_prefix())));
create policy area on line_outcome using (starts_with(area, (select visible_prefix())));
grant select, insert on bank_reply   to yimen_app;
grant select, insert on line_outcome to yimen_app;
