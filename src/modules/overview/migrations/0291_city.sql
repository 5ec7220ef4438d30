-- A city compares its counties by sums alone (mission 7.6). Its post (the prefecture's code, 511700) is a prefix of no
-- county's, so row security shows it nothing; this function answers sums for the counties of that prefecture. A count
-- from 1 to 4 could tell of somebody and is left out (null), a rate over fewer than 20 cases as well.
create function shown_count(n bigint) returns int language sql immutable
  return case when n between 1 and 4 then null else n::int end;

create function city_figures(since text, today text)
  returns table (county text, accepted int, decided int, days int, on_time int, open int, late int, recipients int,
    checked int, corrections int)
  language sql stable security definer set search_path = public, pg_temp
as $$
  with city as (
    select left(current_setting('yimen.area', true), 4) as prefix
    where current_setting('yimen.area', true) ~ '^\d{4}00$'
  ), cases as (
    select m.county, count(*) filter (where accepted_on >= since) as accepted,
      count(*) filter (where decided_on >= since) as decided,
      coalesce(sum(calendar_days) filter (where decided_on >= since), 0) as days,
      count(*) filter (where decided_on >= since and (due_on = '' or decided_on <= due_on)) as on_time,
      count(*) filter (where decided_on = '' and closed_on = '') as open,
      count(*) filter (where decided_on = '' and closed_on = '' and due_on <> '' and due_on < today) as late
    from city join case_measure m on starts_with(m.county, city.prefix) group by 1
  ), register as (
    select b.county, count(*) as recipients
    from city join benefit_row b on starts_with(b.county, city.prefix)
    where b.until_on = '' and b.confirmation in ('not-needed', 'confirmed')
      and b.entries->-1->>'standing' is distinct from 'stopped' group by 1
  ), checks as (
    select k.area as county, count(*) filter (where k.done_on >= since) as checked
    from city join county_check k on starts_with(k.area, city.prefix) group by 1
  ), orders as (
    select left(c.area, 6) as county, count(*) filter (where c.standing <> 'closed') as corrections
    from city join correction_row c on starts_with(c.area, city.prefix) group by 1
  )
  select county, shown_count(coalesce(accepted, 0)), shown_count(coalesce(decided, 0)),
    case when decided >= 20 then (days * 10 / decided)::int end,
    case when decided >= 20 then (on_time * 1000 / decided)::int end,
    shown_count(coalesce(open, 0)), shown_count(coalesce(late, 0)), shown_count(coalesce(recipients, 0)),
    shown_count(coalesce(checked, 0)), shown_count(coalesce(corrections, 0))
  from cases full join register using (county) full join checks using (county) full join orders using (county)
$$;
revoke all on function city_figures(text, text), shown_count(bigint) from public;
grant execute on function city_figures(text, text), shown_count(bigint) to yimen_app;
