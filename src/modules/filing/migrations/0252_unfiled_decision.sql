-- Decisions of townships that were not sent to the county for record yet (DL-17): how many there are is asked with
-- every look at the county's home, and must not be found anew among all decisions ever taken.
create table unfiled_decision (
  case_id    text primary key,
  area       text not null,
  number     text not null,
  decided_on text not null
);
create index unfiled_decision_area on unfiled_decision (area collate "C", decided_on);
alter table unfiled_decision enable row level security;
create policy area on unfiled_decision using (starts_with(area, (select visible_prefix())));
grant select, insert, delete on unfiled_decision to yimen_app;

create function note_unfiled_decision() returns trigger language plpgsql as $$
begin
  insert into unfiled_decision values (new.case_id, new.area, new.number, new.decided_on);
  return new;
end $$;
create trigger note_unfiled after insert on decision_row
  for each row when (new.route = 'township') execute function note_unfiled_decision();

create function strike_unfiled_decision() returns trigger language plpgsql as $$
begin
  delete from unfiled_decision where case_id = new.case_id;
  return new;
end $$;
create trigger strike_unfiled after insert on filed_decision
  for each row execute function strike_unfiled_decision();

insert into unfiled_decision
select d.case_id, d.area, d.number, d.decided_on from decision_row d
where d.route = 'township' and not exists (select 1 from filed_decision f where f.case_id = d.case_id);
