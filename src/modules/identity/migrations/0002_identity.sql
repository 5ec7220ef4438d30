-- People, their posts, their accounts and sessions. Names of staff are not secret; accounts and sessions are the server's.
create table person (
  id   text primary key,
  name text not null
);

create table post (
  id      text primary key,
  person  text not null references person (id),
  role    text not null,
  area    text not null,
  from_on text not null,
  -- '' while it lasts.
  to_on   text not null default ''
);
create index post_person on post (person);
create index post_area on post (area collate "C", role);

create table session (
  token_hash text primary key,
  person     text   not null references person (id),
  post       text   not null references post (id),
  opened_at  bigint not null,
  seen_at    bigint not null,
  ended_at   bigint
);
create index session_person on session (person) where ended_at is null;

alter table session enable row level security;
create policy server on session using (current_setting('yimen.area', true) = '*');

grant select, insert, update on person, post, session to yimen_app;

-- Who owns a session, in one round trip and without an open transaction: every request asks this first.
-- Null when it ended, was idle for 15 minutes, is older than 8 hours, or its post is over (G-11, TH-23).
create function find_asker(token_hash text, now_ms bigint, today text)
  returns table (person text, name text, post text, role text, area text)
  language sql volatile security definer set search_path = public
as $$
  update session s set seen_at = greatest(s.seen_at, now_ms)
  from post p join person w on w.id = p.person
  where s.token_hash = find_asker.token_hash and p.id = s.post and s.ended_at is null
    and now_ms - s.seen_at < 900000 and now_ms - s.opened_at < 28800000
    and p.from_on <= today and (p.to_on = '' or p.to_on >= today)
  returning w.id, w.name, p.id, p.role, p.area
$$;
revoke all on function find_asker(text, bigint, text) from public;
grant execute on function find_asker(text, bigint, text) to yimen_app;
