-- The same facts as the bulk kernel reads them (src/rules/packed-facts.ts). Empty for rows written before: their
-- facts are read instead.
alter table case_facts add column packed bytea not null default '';
