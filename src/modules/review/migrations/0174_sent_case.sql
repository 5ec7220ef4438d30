-- An application on its way to another township is asked for and answered as a household of the register is.
alter table transfer_request add column case_id text not null default '';
