-- Cases of every scheme are decided now: amounts and months are those of the scheme decided, and what is given once
-- has no caseload.
alter table case_facts add column scheme text;
update case_facts f set scheme = coalesce((select c.scheme from case_row c where c.case_id = f.case_id), 'dibao');
delete from case_facts where scheme = 'temporary';
alter table case_facts alter column scheme set not null;
