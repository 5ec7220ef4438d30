-- What this installation is (demo or not, which county); written once when it is set up.
create table setting (
  name  text primary key,
  value text not null
);
grant select, insert on setting to yimen_app;
