-- Lists run by legal deadline, cases without one last; the task lists read only cases somebody must act on.
create index case_row_township_order on case_row (township, (nullif(due_on, '')), case_id);
create index case_row_county_order on case_row (county, (nullif(due_on, '')), case_id);
create index case_row_township_active on case_row (township, (nullif(due_on, '')), case_id)
  where cardinality(roles) > 0;
create index case_row_county_active on case_row (county, (nullif(due_on, '')), case_id)
  where cardinality(roles) > 0;
