-- A transfer ends by itself with the application or the assistance it was about: the reason is shown to both sides.
alter table transfer_request add column ended_because text not null default '';
alter table transfer_request add column ended_on text not null default '';
grant update (ended_because, ended_on) on transfer_request to yimen_app;
