-- The county's draw of a month (DL-13, CBS-1). It lies with the county, so no township finds it; what townships may
-- read stands in draw_notice: the announcement at once, the proof once the visits are done.
create table draw_row (
  draw_id      text primary key,
  area         text not null,
  period       text not null,
  phase        text not null,
  count        int  not null,
  drawn        int  not null,
  forced       int  not null,
  published_on text not null,
  constraint draw_once unique (area, period)
);
alter table draw_row enable row level security;
create policy area on draw_row using (starts_with(area, (select visible_prefix())));
grant select, insert, update on draw_row to yimen_app;

create table draw_notice (
  draw_id      text primary key,
  county       text  not null,
  period       text  not null,
  announced_on text  not null,
  root         text  not null,
  count        int   not null,
  strength     text  not null,
  published_on text  not null,
  -- '' until it is published; then the file that `yimen verify-draw` reads.
  proof        text  not null,
  constraint draw_proof_published check ((published_on = '') = (proof = ''))
);
alter table draw_notice enable row level security;
create policy own on draw_notice for all
  using (starts_with(county, (select visible_prefix())))
  with check (starts_with(county, (select visible_prefix())));
-- A township below the county reads what is announced to it.
create policy announced on draw_notice for select
  using (starts_with((select visible_prefix()), county));
grant select, insert, update on draw_notice to yimen_app;

-- What was announced stays; the proof is added once.
create function draw_notice_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if (new.draw_id, new.county, new.period, new.announced_on, new.root, new.count, new.strength)
    is distinct from (old.draw_id, old.county, old.period, old.announced_on, old.root, old.count, old.strength)
    or (old.proof <> '' and new.proof <> old.proof) then
    raise exception 'a draw is announced and published once' using errcode = '23514', constraint = 'draw_notice_stays';
  end if;
  return new;
end $$;
create trigger draw_notice_stays before update on draw_notice for each row execute function draw_notice_stays();
