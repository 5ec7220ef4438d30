-- The county's 调度 of a month, and the statutory tables its townships report (DL-14). The pack lies with the county:
-- it counts visits no township may know of.
create table dispatch_row (
  dispatch_id text primary key,
  area        text not null,
  month       text not null,
  found       int  not null,
  open        int  not null,
  -- '' while the month is open; then its figures stand in dispatch_figure.
  closed_on   text not null,
  hash        text not null,
  constraint dispatch_once unique (area, month),
  constraint dispatch_of_county check (length(area) = 6),
  constraint dispatch_closed_hash check ((closed_on = '') = (hash = ''))
);

-- What was counted when the month was closed, by township and scheme: added once, never changed.
create table dispatch_figure (
  dispatch_id text   not null references dispatch_row,
  area        text   not null,
  township    text   not null,
  scheme      text   not null,
  code        text   not null,
  value       bigint not null,
  primary key (dispatch_id, township, scheme, code),
  constraint dispatch_figure_place check (starts_with(township, area) and length(township) = 9)
);
create index dispatch_figure_code on dispatch_figure (area, code);

create table monthly_table_row (
  table_id text primary key,
  -- The township.
  area     text not null,
  month    text not null,
  standing text not null,
  constraint monthly_table_once unique (area, month),
  constraint monthly_table_of_township check (length(area) = 9),
  constraint monthly_table_standing check (standing in ('none', 'reported', 'returned', 'taken'))
);

create function dispatch_stays_closed() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.closed_on <> '' and (new.closed_on, new.hash) is distinct from (old.closed_on, old.hash) then
    raise exception 'a closed month stays closed' using errcode = '23514', constraint = 'dispatch_stays_closed';
  end if;
  return new;
end $$;
create trigger dispatch_stays_closed before update on dispatch_row for each row execute function dispatch_stays_closed();

create function monthly_table_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.standing = 'taken' and new.standing <> 'taken' then
    raise exception 'a table the county took stays' using errcode = '23514', constraint = 'monthly_table_stays';
  end if;
  return new;
end $$;
create trigger monthly_table_stays before update on monthly_table_row for each row execute function monthly_table_stays();

alter table dispatch_row      enable row level security;
alter table dispatch_figure   enable row level security;
alter table monthly_table_row enable row level security;
create policy area on dispatch_row      using (starts_with(area, (select visible_prefix())));
create policy area on dispatch_figure   using (starts_with(area, (select visible_prefix())));
create policy area on monthly_table_row using (starts_with(area, (select visible_prefix())));
grant select, insert, update on dispatch_row to yimen_app;
grant select, insert on dispatch_figure to yimen_app;
grant select, insert, update on monthly_table_row to yimen_app;

-- A township may know that the month is over for its tables, and nothing else of the pack.
create function dispatch_is_closed(dispatch text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$ select exists (select 1 from dispatch_row where dispatch_id = dispatch and closed_on <> '') $$;
revoke all on function dispatch_is_closed(text) from public;
grant execute on function dispatch_is_closed(text) to yimen_app;
