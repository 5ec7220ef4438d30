-- Rolls, bank and books of a county beside each other, once a day: what was open and what did not agree that morning.
-- Rows are added, never changed.
create table fund_check (
  area            text   not null,
  day             text   not null,
  rolls           int    not null,
  open_lines      int    not null,
  open_amount     bigint not null,
  returned_lines  int    not null,
  returned_amount bigint not null,
  -- Sentences; none when everything agrees.
  differences     jsonb  not null,
  recorded_at     bigint not null,
  primary key (area, day)
);
create trigger keep before update or delete or truncate on fund_check execute function keep_as_written();

alter table fund_check enable row level security;
create policy area on fund_check using (starts_with(area, (select visible_prefix())));
grant select, insert on fund_check to yimen_app;
