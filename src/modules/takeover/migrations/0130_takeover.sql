-- How far the work on a ledger of the time before has come, and what was found in it, household by household. What
-- somebody did stands in the record (stream "takeover"); the ledger itself lies encrypted in the bundle store. No ID
-- number, phone or account is kept here.
create table takeover_run (
  takeover_id text   primary key,
  area        text   not null,
  -- Who asked for what is being done, for whom the job acts.
  person      text   not null,
  post        text   not null,
  command     text   not null,
  created_at  bigint not null,
  file_name   text   not null,
  file_hash   text   not null,
  -- 'received', 'checking', 'checked', 'registering', 'closed'
  phase       text   not null,
  total       int    not null,
  done        int    not null,
  fault       text   not null,
  busy_until  bigint not null,
  constraint takeover_run_phase check (phase in ('received', 'checking', 'checked', 'registering', 'closed'))
);
create index takeover_run_area on takeover_run (area, created_at);
create index takeover_run_file on takeover_run (area, file_hash);

create table takeover_household (
  takeover_id text   not null references takeover_run on delete cascade,
  place       int    not null,
  area        text   not null,
  -- Rows of the file, the heading being row 1.
  file_rows   jsonb  not null,
  township    text   not null,
  village     text   not null,
  head        text   not null,
  scheme      text   not null,
  members     int    not null,
  amount      bigint not null,
  -- 'good', 'bad', 'same', 'differs', 'entered'
  standing    text   not null,
  -- [{row, column, message}]
  faults      jsonb  not null,
  notes       jsonb  not null,
  -- [{field, code}] that no code table knows.
  unknown     jsonb  not null,
  -- Against the register: [{title, register, ledger}].
  differences jsonb  not null,
  -- Against the rules of today: 'same', 'differs', 'open', and the sentence.
  rules_is    text   not null,
  rules_text  text   not null,
  -- 'register' or 'ledger' once somebody has said what counts; '' before.
  answer      text   not null,
  -- The entry it is or becomes in the register; '' while there is none.
  benefit_id  text   not null,
  -- The entry the ledger differs from.
  earlier_id  text   not null,
  -- Whether that entry may be replaced: nobody has compared it yet.
  replaceable boolean not null,
  primary key (takeover_id, place),
  constraint takeover_household_standing check (standing in ('good', 'bad', 'same', 'differs', 'entered'))
);
create index takeover_household_list on takeover_household (takeover_id, standing, place);
create index takeover_household_benefit on takeover_household (benefit_id) where benefit_id <> '';

-- Which heading carries what, by county and by the headings a file has: the same ledger is never mapped twice.
create table takeover_layout (
  area     text not null,
  layout   text not null,
  mapping  jsonb not null,
  system   text not null,
  person   text not null,
  settled_on text not null,
  primary key (area, layout)
);

-- What the codes of other systems stand for to a county, from a day on; they go before those that came with the program.
-- Rows are added, never changed: a later row takes the place of an earlier one.
create table takeover_code (
  area      text not null,
  system    text not null,
  field     text not null,
  code      text not null,
  -- null: stands for nothing that is taken over.
  value     text,
  from_on   text not null,
  person    text not null,
  primary key (area, system, field, code, from_on)
);

alter table takeover_run       enable row level security;
alter table takeover_household enable row level security;
alter table takeover_layout    enable row level security;
alter table takeover_code      enable row level security;
create policy area on takeover_run       using (starts_with(area, (select visible_prefix())));
create policy area on takeover_household using (starts_with(area, (select visible_prefix())));
create policy area on takeover_layout    using (starts_with(area, (select visible_prefix())));
create policy area on takeover_code      using (starts_with(area, (select visible_prefix())));

grant select, insert, update on takeover_run to yimen_app;
grant select, insert, update, delete on takeover_household to yimen_app;
grant select, insert, update on takeover_layout to yimen_app;
grant select, insert on takeover_code to yimen_app;
