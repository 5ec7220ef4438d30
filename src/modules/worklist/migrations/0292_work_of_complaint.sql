-- Who works on a complaint is told to nobody who may not know of it: a person it speaks of finds no row of it here
-- either, whatever their post (JT-05, TH-20). The row of the complaint itself says who may.
create policy complaint on work_assignment as restrictive using (
  not starts_with(item_id, 'complaint~')
  or exists (select 1 from complaint_row c where c.complaint_id = split_part(item_id, '~', 2)));
