-- No certificate without a test that was passed: by the same person, of the same course, begun that day or, over
-- midnight, the day before. One that was taken back stays taken back.
create function certificate_is_earned() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from training_attempt t
    where t.person = new.person and t.area = new.area and t.course_id = new.course_id and t.status = 'passed'
      and t.on_day in (new.from_on, to_char(new.from_on::date - 1, 'YYYY-MM-DD'))) then
    raise exception 'no test was passed' using errcode = '23514', constraint = 'training_certificate_earned';
  end if;
  return new;
end $$;
create trigger certificate_is_earned before insert on training_certificate
  for each row execute function certificate_is_earned();

create function revocation_stays() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if old.revoked_on <> '' and new.revoked_on <> old.revoked_on then
    raise exception 'a certificate taken back stays so' using errcode = '23514', constraint = 'training_certificate_revoked';
  end if;
  return new;
end $$;
create trigger revocation_stays before update on training_certificate
  for each row execute function revocation_stays();
