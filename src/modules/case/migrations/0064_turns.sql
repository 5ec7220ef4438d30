-- Whose turn it is in which open stage, as `stage:role`: a home page names the act that is its reader's.
alter table case_row add column turns text[] not null default '{}';
