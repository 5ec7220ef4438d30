-- Accounts of staff: login name, password, second factor. The server alone reads them (sign-in); administrators
-- reach them through the functions below, each limited to the administrator's own area.
create table account (
  person       text primary key references person (id),
  area         text   not null,
  name         text   not null,
  -- argon2id; '' until an administrator has set a first password.
  password     text   not null default '',
  password_at  bigint not null default 0,
  -- The first password is used once: the next sign-in asks for one of the person's own.
  one_time     boolean not null default true,
  -- Sealed; '' until the person has set up their authenticator.
  totp         text   not null default '',
  totp_step    bigint,
  failures     int    not null default 0,
  locked_until bigint not null default 0,
  signed_in_at bigint not null default 0
);
create unique index account_name on account (lower(name));

-- Between the first factor and the second.
create table sign_in_ticket (
  token_hash text primary key,
  person     text   not null references person (id),
  step       text   not null,
  -- Sealed secret of an authenticator that is being set up.
  secret     text   not null default '',
  expires_at bigint not null
);

-- The made-up people of a demo, and what each does there.
create table demo_person (
  person text primary key references person (id),
  place  int  not null,
  what   text not null
);

alter table account        enable row level security;
alter table sign_in_ticket enable row level security;
create policy server on account        using (current_setting('yimen.area', true) = '*');
create policy server on sign_in_ticket using (current_setting('yimen.area', true) = '*');
grant select, insert, update on account to yimen_app;
grant select, insert, delete on sign_in_ticket to yimen_app;
grant select, insert on demo_person to yimen_app;

create function register_account(of_person text, in_area text, login_name text) returns void
  language sql volatile security definer set search_path = public
as $$
  insert into account (person, area, name) select of_person, in_area, login_name
  where starts_with(in_area, visible_prefix())
    and not exists (select 1 from account a where a.person = of_person)
$$;
create function login_name_taken(login_name text) returns boolean
  language sql stable security definer set search_path = public
as $$ select exists (select 1 from account where lower(name) = lower(login_name)) $$;
create function set_first_password(of_person text, encoded text, now_ms bigint) returns void
  language sql volatile security definer set search_path = public
as $$
  update account set password = encoded, password_at = now_ms, one_time = true, failures = 0, locked_until = 0
  where person = of_person and starts_with(area, visible_prefix());
  update session set ended_at = now_ms
  where person = of_person and ended_at is null
    and exists (select 1 from account a where a.person = of_person and starts_with(a.area, visible_prefix()))
$$;
create function reset_second_factor(of_person text, now_ms bigint) returns void
  language sql volatile security definer set search_path = public
as $$
  update account set totp = '', totp_step = null
  where person = of_person and starts_with(area, visible_prefix());
  update session set ended_at = now_ms
  where person = of_person and ended_at is null
    and exists (select 1 from account a where a.person = of_person and starts_with(a.area, visible_prefix()))
$$;
create function account_standing()
  returns table (person text, name text, has_password boolean, has_totp boolean, locked_until bigint, signed_in_at bigint)
  language sql stable security definer set search_path = public
as $$
  select a.person, a.name, a.password <> '', a.totp <> '', a.locked_until, a.signed_in_at
  from account a where starts_with(a.area, visible_prefix())
$$;
revoke all on function register_account(text, text, text), login_name_taken(text),
  set_first_password(text, text, bigint), reset_second_factor(text, bigint), account_standing() from public;
grant execute on function register_account(text, text, text), login_name_taken(text),
  set_first_password(text, text, bigint), reset_second_factor(text, bigint), account_standing() to yimen_app;

-- A post asked for is none yet, and an ended one is none any more, whatever its dates: the next request finds out.
alter table post add column standing text not null default 'held';
create or replace function find_asker(token_hash text, now_ms bigint, today text)
  returns table (person text, name text, post text, role text, area text)
  language sql volatile security definer set search_path = public
as $$
  update session s set seen_at = greatest(s.seen_at, now_ms)
  from post p join person w on w.id = p.person
  where s.token_hash = find_asker.token_hash and p.id = s.post and s.ended_at is null
    and now_ms - s.seen_at < 900000 and now_ms - s.opened_at < 28800000
    and p.standing = 'held' and p.from_on <= today and (p.to_on = '' or p.to_on >= today)
  returning w.id, w.name, p.id, p.role, p.area
$$;

-- Posts follow from their person's events; a session sees those of its area and its own.
alter table post enable row level security;
create policy area on post using (starts_with(area, (select visible_prefix())));
create policy own on post for select using (person = current_setting('yimen.person', true));
