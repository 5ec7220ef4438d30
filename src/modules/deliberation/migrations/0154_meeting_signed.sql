-- Nothing is reported to a meeting whose minutes somebody has signed.
alter table meeting_row add column signed boolean not null default false;
