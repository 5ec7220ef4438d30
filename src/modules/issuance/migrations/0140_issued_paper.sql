-- Every text of a paper that left the office, once: its code, who issued it, and the hash of its data. Never changed.
create table issued_paper (
  serial   bigint generated always as identity,
  code     text   primary key,
  area     text   not null,
  address  text   not null,
  paper    text   not null,
  organ    text   not null,
  number   text   not null,
  dated    text   not null,
  hash     text   not null,
  person   text   not null,
  at       bigint not null
);
create index issued_paper_address on issued_paper (address, serial);
create index issued_paper_area on issued_paper (area collate "C", serial);

alter table issued_paper enable row level security;
create policy area on issued_paper using (starts_with(area, (select visible_prefix())));
grant select, insert on issued_paper to yimen_app;

-- What anybody may ask about a code, from wherever they are: that it was issued, never about whom.
create function check_issued_paper(asked text)
  returns table (paper text, organ text, number text, dated text, hash text, at bigint, replaced_at bigint)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select i.paper, i.organ, i.number, i.dated, i.hash, i.at,
    (select min(n.at) from issued_paper n
      where n.address = i.address and n.serial > i.serial and n.hash <> i.hash)
  from issued_paper i where i.code = asked
$$;
revoke all on function check_issued_paper(text) from public;
grant execute on function check_issued_paper(text) to yimen_app;
