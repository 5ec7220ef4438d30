-- Sending what is to be told (fund_notice): each claimed before it goes out, so that it goes out once; what nobody knows
-- the fate of is not sent again but shown to somebody.
alter table fund_notice add column line_id text not null default '';
-- 'waiting', 'sending', 'sent', 'failed', 'unknown'
alter table fund_notice add column status  text   not null default 'waiting';
alter table fund_notice add column tries   int    not null default 0;
alter table fund_notice add column next_at bigint not null default 0;
alter table fund_notice add column fault   text   not null default '';
alter table fund_notice add constraint fund_notice_status check (status in
  ('waiting', 'sending', 'sent', 'failed', 'unknown'));
-- Of one credit a family is told once.
create unique index fund_notice_line on fund_notice (line_id) where line_id <> '';
create index fund_notice_waiting on fund_notice (next_at) where status in ('waiting', 'sending');
grant update (status, tries, next_at, fault) on fund_notice to yimen_app;
