-- The texts of the working rules and who has read which version. A superior's texts are open to those below for
-- reading; only the office the row belongs to, and those above it, write.
create table rule_version (
  rule_id         text not null,
  version         int  not null,
  area            text not null,
  name            text not null,
  title           text not null,
  document_number text not null,
  issuer          text not null,
  issued_on       text not null,
  effective_from  text not null,
  body            text not null,
  -- '' when only the words were typed in.
  file_hash       text not null,
  file_name       text not null,
  file_mime       text not null,
  -- Of the rule as it stood after this version; '' while it holds.
  repealed_on     text not null,
  repealed_because text not null,
  primary key (rule_id, version)
);
create index rule_version_area on rule_version (area collate "C", name);

create table rule_reading (
  person  text not null,
  rule_id text not null,
  version int  not null,
  area    text not null,
  read_on text not null,
  primary key (person, rule_id, version)
);
create index rule_reading_rule on rule_reading (rule_id, version);

alter table rule_version enable row level security;
alter table rule_reading enable row level security;
create policy area on rule_version using (starts_with(area, (select visible_prefix())));
create policy above on rule_version for select
  using (length((select visible_prefix())) >= 6 and starts_with((select visible_prefix()), area));
create policy area on rule_reading using (starts_with(area, (select visible_prefix())));
create policy own on rule_reading for select
  using (person = current_setting('yimen.person', true));

grant select, insert on rule_version to yimen_app;
grant update (repealed_on, repealed_because) on rule_version to yimen_app;
grant select, insert on rule_reading to yimen_app;
