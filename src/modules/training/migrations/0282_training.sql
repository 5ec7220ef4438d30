-- Training (mission 6.4): courses with their bank of questions, days of teaching, tests and certificates. A superior's
-- courses are open to those below for reading; what somebody did lies with their own place.
create table training_course (
  course_id        text    not null,
  edition          int     not null,
  area             text    not null,
  title            text    not null,
  acts             text[]  not null,
  parts            jsonb   not null,
  needs_attendance boolean not null,
  published_on     text    not null,
  -- '' while it is offered.
  retired_on       text    not null,
  primary key (course_id, edition)
);
create index training_course_area on training_course (area collate "C");

create table training_question (
  course_id   text  not null,
  edition     int   not null,
  question_id text  not null,
  area        text  not null,
  body        text  not null,
  options     jsonb not null,
  answers     int[] not null,
  basis       text  not null,
  primary key (course_id, edition, question_id),
  constraint training_question_answered check (cardinality(answers) > 0)
);

create table training_session (
  session_id text not null primary key,
  area       text not null,
  course_id  text not null,
  on_day     text not null,
  place      text not null,
  teacher    text not null,
  -- Null until it is recorded who was there.
  attendance int
);
create index training_session_course on training_session (course_id, on_day);

create table training_attendance (
  session_id text not null,
  person     text not null,
  area       text not null,
  course_id  text not null,
  on_day     text not null,
  primary key (session_id, person, area)
);
create index training_attendance_person on training_attendance (person, course_id);

create table training_attempt (
  attempt_id text not null primary key,
  person     text not null,
  area       text not null,
  course_id  text not null,
  on_day     text not null,
  status     text not null,
  constraint training_attempt_status check (status in ('open', 'passed', 'failed', 'lapsed'))
);
create index training_attempt_person on training_attempt (person, on_day);
-- One attempt at a time: of two that begin in the same moment the second meets this.
create unique index training_attempt_open on training_attempt (person, area) where status = 'open';

create table training_certificate (
  number     text not null,
  act        text not null,
  person     text not null,
  area       text not null,
  course_id  text not null,
  from_on    text not null,
  until_on   text not null,
  -- '' while it was not taken back.
  revoked_on text not null,
  primary key (number, act),
  constraint training_certificate_days check (until_on > from_on)
);
create index training_certificate_person on training_certificate (person, act, until_on);
create index training_certificate_area on training_certificate (area collate "C");

alter table training_course      enable row level security;
alter table training_question    enable row level security;
alter table training_session     enable row level security;
alter table training_attendance  enable row level security;
alter table training_attempt     enable row level security;
alter table training_certificate enable row level security;
create policy area on training_course using (starts_with(area, (select visible_prefix())));
create policy above on training_course for select
  using (length((select visible_prefix())) >= 6 and starts_with((select visible_prefix()), area));
create policy area on training_question using (starts_with(area, (select visible_prefix())));
create policy above on training_question for select
  using (length((select visible_prefix())) >= 6 and starts_with((select visible_prefix()), area));
create policy area on training_session using (starts_with(area, (select visible_prefix())));
create policy above on training_session for select
  using (length((select visible_prefix())) >= 6 and starts_with((select visible_prefix()), area));
create policy area on training_attendance using (starts_with(area, (select visible_prefix())));
create policy own on training_attendance for select
  using (person = current_setting('yimen.person', true));
create policy area on training_attempt using (starts_with(area, (select visible_prefix())));
create policy own on training_attempt for select
  using (person = current_setting('yimen.person', true));
create policy area on training_certificate using (starts_with(area, (select visible_prefix())));
create policy own on training_certificate for select
  using (person = current_setting('yimen.person', true));

grant select, insert on training_course, training_question, training_session, training_attendance,
  training_attempt, training_certificate to yimen_app;
grant update (retired_on) on training_course to yimen_app;
grant update (attendance) on training_session to yimen_app;
grant update (status) on training_attempt to yimen_app;
grant update (revoked_on) on training_certificate to yimen_app;
