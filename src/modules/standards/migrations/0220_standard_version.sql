-- Standards and local rules published in the program, on top of the files that came with it. A version is never
-- changed and never taken away: a mistake is another version. Decisions rest on it from the day after it was
-- published at the earliest, so that what was decided before replays as it was.
create table standard_version (
  version_id   text   primary key,
  serial       bigint generated always as identity unique,
  -- The county that published it.
  area         text   not null,
  -- Path below regions/, and the place that file is of.
  file         text   not null,
  place        text   not null,
  name         text   not null,
  title        text   not null,
  -- {documents, entries} as they are written in the files.
  content      jsonb  not null,
  document     text   not null,
  issued_on    text   not null,
  effective    text   not null,
  in_use_from  text   not null,
  published_by text   not null,
  published_at bigint not null,
  constraint standard_version_document check (length(document) >= 2),
  constraint standard_version_own check (starts_with(place, area)),
  constraint standard_version_later check
    (in_use_from > to_char(to_timestamp(published_at / 1000.0) at time zone 'Asia/Shanghai', 'YYYY-MM-DD'))
);
create index standard_version_area on standard_version (area collate "C", serial);

create function keep_published() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  raise exception 'what was published stays as it was' using errcode = 'restrict_violation', constraint = 'standard_version_append_only';
end $$;
revoke all on function keep_published() from public;
create trigger keep before update or delete or truncate on standard_version execute function keep_published();

alter table standard_version enable row level security;
create policy area on standard_version using (starts_with(area, (select visible_prefix())));
create policy above on standard_version for select
  using (length((select visible_prefix())) >= 6 and starts_with((select visible_prefix()), area));
grant select, insert on standard_version to yimen_app;

-- Every process asks before each request whether something was published meanwhile; the number tells nobody anything.
create function published_count() returns bigint
  language sql stable security definer set search_path = public, pg_temp
  as 'select count(*) from standard_version';
revoke all on function published_count() from public;
grant execute on function published_count() to yimen_app;
