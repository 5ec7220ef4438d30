-- What the audit administrator said of a look that a rule found odd (SL-70). It lies with the county.
create table look_review (
  reading_id  text primary key,
  area        text not null,
  verdict     text not null,
  note        text not null check (note <> ''),
  reviewed_on text not null,
  reviewed_by text not null,
  constraint look_review_verdict check (verdict in ('proper', 'unclear', 'improper'))
);
alter table look_review enable row level security;
create policy area on look_review using (starts_with(area, (select visible_prefix())));
grant select, insert on look_review to yimen_app;
