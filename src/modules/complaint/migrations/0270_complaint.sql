-- Reports and complaints (SL-68, DB-37). They lie with the county: no township finds a row, and a person a complaint
-- speaks of finds none either, whatever their post (JT-05). What was said and who said it are nowhere but in the
-- events, sealed with the key of the vault.
create table complaint_row (
  complaint_id text    primary key,
  area         text    not null,
  place        text    not null,
  channel      text    not null,
  named        boolean not null,
  received_on  text    not null,
  standing     text    not null,
  outcome      text    not null,
  -- '' where nothing is due any more
  due_on       text    not null,
  cases        text[]  not null,
  accused      text[]  not null,
  constraint complaint_of_county check (length(area) = 6),
  constraint complaint_standing check
    (standing in ('received', 'accepted', 'concluded', 'closed', 'declined', 'passed-up'))
);
create index complaint_row_area on complaint_row (area, standing, due_on);
alter table complaint_row enable row level security;
create policy area on complaint_row using (
  starts_with(area, (select visible_prefix()))
  and coalesce(current_setting('yimen.person', true), '') <> all (accused));
grant select, insert, update on complaint_row to yimen_app;

-- What the county tells a township: its own words, after the conclusion.
create table complaint_extract (
  extract_id  text primary key,
  area        text not null,
  text        text not null check (text <> ''),
  released_on text not null,
  constraint complaint_extract_of_township check (length(area) = 9)
);
create index complaint_extract_area on complaint_extract (area collate "C", released_on);
alter table complaint_extract enable row level security;
create policy area on complaint_extract using (starts_with(area, (select visible_prefix())));
grant select, insert on complaint_extract to yimen_app;

-- The code a reporter follows the complaint with, as a digest.
create table complaint_code (
  digest       text primary key,
  complaint_id text not null unique,
  area         text not null
);
alter table complaint_code enable row level security;
create policy area on complaint_code using (starts_with(area, (select visible_prefix())));
grant select, insert on complaint_code to yimen_app;

-- Who read what was reported, and what for.
create table complaint_reading (
  complaint_id text   not null,
  area         text   not null,
  person       text   not null,
  post         text   not null,
  purpose      text   not null,
  at           bigint not null,
  primary key (complaint_id, person, at)
);
alter table complaint_reading enable row level security;
create policy area on complaint_reading using (starts_with(area, (select visible_prefix())));
grant select, insert on complaint_reading to yimen_app;

-- Since when a case waits for the county's visit because of what was reported to the county (DB-20b, D-07); '' where
-- it does not. The township that wants to confirm learns this day and nothing else, and of its own cases alone.
create function county_hold(asked text) returns text
  language sql stable security definer set search_path = public, pg_temp
  return coalesce((
    select max(f.raised_on) from county_flag f join case_row c on c.case_id = f.case_id
    where f.case_id = asked and f.kind = 'report' and f.rule <> ''
      and starts_with(c.area, visible_prefix())
      and not exists (select 1 from flag_clearing x
        where x.case_id = f.case_id and x.kind = f.kind and x.cleared_on >= f.raised_on)
      and not exists (select 1 from county_check k
        where k.case_id = f.case_id and k.outcome in ('agrees', 'differs') and k.done_on >= f.raised_on)), '');
revoke all on function county_hold(text) from public;
grant execute on function county_hold(text) to yimen_app;
