-- Drafts of standards and local rules on their way to publication, as lists need them; the record holds the rest.
create table policy_row (
  policy_id  text primary key,
  area       text not null,
  title      text not null,
  status     text not null,
  drafted_by text not null,
  drafted_on text not null,
  document   text not null,
  effective  text not null,
  constraint policy_row_status check (status in ('drafted', 'submitted', 'approved', 'published', 'given-up'))
);
create index policy_row_area on policy_row (area collate "C", drafted_on);
-- The same document is published once in a county.
create unique index policy_row_document on policy_row (area, document) where document <> '';

alter table policy_row enable row level security;
create policy area on policy_row using (starts_with(area, (select visible_prefix())));
grant select, insert, update on policy_row to yimen_app;
