-- Two people who press at the same moment must not set two runs over one caseload going.
create unique index preview_run_under_way on preview_run (area) where state in ('waiting', 'running');
