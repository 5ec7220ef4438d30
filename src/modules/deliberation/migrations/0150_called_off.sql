-- A meeting may be called off, and help is reported only to one that somebody came to.
alter table meeting_row add column attended boolean not null default false;
