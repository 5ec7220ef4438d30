import { arrayOf, monthOf, type WorkSource } from './work-source.ts';

/** Work on families: applications, households of the register, what was found about them. */
export const householdWork: readonly WorkSource[] = [
  {
    flow: 'case',
    // A vote is nobody's work but the voter's own, so it is in no list.
    from: `(select c.case_id, c.area, c.applicant, c.number, c.due_on, c.recused, split_part(t, ':', 1) as stage,
        array_agg(split_part(t, ':', 2)) filter (where t not like '%:voter') as roles
      from case_row c, unnest(c.turns) t where cardinality(c.roles) > 0
      group by c.case_id, split_part(t, ':', 1)) s where roles is not null`,
    ...{ id: `case_id || '~' || stage`, area: 'area', roles: 'roles', stage: 'stage' },
    what: `applicant || case when number = '' then '' else ' ' || number end`,
    ...{ path: `'/cases/' || case_id`, dueOn: 'due_on', recused: 'recused', caseId: 'case_id' },
  },
  {
    ...{ flow: 'benefit', from: 'benefit_task' },
    id: `benefit_id || '~' || kind || '~' || place`,
    ...{ area: 'area', roles: 'roles', what: `head || ' ' || number`, act: 'what', stage: 'kind' },
    ...{ path: `'/benefits/' || benefit_id`, dueOn: 'due_on', recused: 'recused' },
  },
  {
    ...{ flow: 'finding', from: `match_finding where outcome = 'open'` },
    ...{ id: 'finding_id', area: 'area', roles: 'array[role]', what: `head || ' ' || number` },
    ...{ act: 'sentence', path: `'/matching/findings'`, dueOn: 'due_on', recused: 'recused' },
    named: 'holder',
  },
  {
    flow: 'check',
    from: `county_check k left join case_row c using (case_id) where k.done_on = ''`,
    ...{
      id: 'check_id',
      area: 'k.area',
      roles: arrayOf(['inspector']),
      act: `'实地核查并登记结果'`,
    },
    ...{ what: 'coalesce(c.applicant, k.ref)', path: `'/checks/' || check_id`, dueOn: 'k.due_on' },
    ...{ stage: `'county-visit'`, recused: `coalesce(c.recused, '{}')`, caseId: 'k.case_id' },
    named: `coalesce(k.team[1], '')`,
  },
  {
    flow: 'correction',
    from: `correction_row k left join case_row c using (case_id) where standing <> 'closed'`,
    id: `correction_id || '~' || standing`,
    area: `case standing when 'open' then k.area else substr(k.area, 1, 6) end`,
    roles: `array[case standing when 'open' then 'case-officer' else 'inspector' end]`,
    ...{ what: 'coalesce(c.applicant, k.ref)', act: 'k.what', caseId: 'k.case_id' },
    ...{ path: `'/corrections/' || correction_id`, dueOn: 'k.due_on' },
    recused: `coalesce(c.recused, '{}')`,
  },
  {
    ...{ flow: 'handover', from: 'handover_row h join case_row c using (case_id)' },
    ...{ id: 'case_id', area: 'substr(h.area, 1, 6)', roles: arrayOf(['aid-officer']) },
    ...{ what: 'c.applicant', act: `'接收移交'`, path: `'/cases/' || case_id` },
    ...{ recused: 'c.recused', caseId: 'case_id' },
  },
  {
    ...{ flow: 'assistance', from: `assistance_row where settled_on = ''` },
    ...{ id: 'assistance_id', area: 'area', roles: arrayOf(['case-officer']), what: 'from_name' },
    ...{ act: `'协助调查并答复'`, path: `'/assistances/' || assistance_id`, dueOn: 'due_on' },
  },
  {
    ...{ flow: 'discovery', from: `discovery_row where ended_on = ''` },
    ...{ id: 'discovery_id', area: 'area', roles: arrayOf(['window-clerk', 'case-officer']) },
    ...{ what: 'name', act: `'告知政策、协助申请'`, path: `'/discoveries/' || discovery_id` },
  },
  {
    ...{ flow: 'visit', from: 'owed_visit v join case_row c using (case_id) where not v.done' },
    ...{ id: `v.case_id || '~' || visit_id`, area: 'v.area', act: `'补充入户'` },
    ...{ roles: arrayOf(['investigator', 'case-officer']), what: 'c.applicant' },
    ...{ path: `'/cases/' || v.case_id`, stage: `'investigation'`, dueOn: 'make_good_by' },
    ...{ recused: 'c.recused', caseId: 'v.case_id' },
  },
  {
    ...{ flow: 'filing', from: `filing_row where received_on = ''` },
    ...{ id: 'filing_id', area: 'substr(area, 1, 6)', roles: arrayOf(['aid-officer']) },
    ...{ what: 'number', act: `'审阅并签收备案'`, path: `'/filings/' || filing_id` },
  },
  {
    flow: 'transfer',
    from: `transfer_request r where status = 'open'
      and not exists (select 1 from transfer_answer a where a.transfer_id = r.transfer_id)`,
    ...{ id: 'transfer_id', area: 'to_township', roles: arrayOf(['case-officer']) },
    ...{ what: `head || ' ' || number`, act: `'答复是否同意转入'`, path: `'/transfers'` },
  },
  {
    flow: 'challenge',
    from: `challenge_row h left join case_row c using (case_id) where h.status not in ('已结', '已执行')`,
    ...{ id: 'challenge_id', area: 'h.area', roles: arrayOf(['case-officer', 'aid-officer']) },
    // Who decided answers for it.
    place: `case when c.route = 'county' then substr(h.area, 1, 6) else '' end`,
    ...{
      what: `h.applicant || ' ' || h.number`,
      act: `h.body || '：' || h.status`,
      dueOn: 'h.due_on',
    },
    ...{ path: `'/challenges/' || challenge_id`, recused: 'h.recused' },
  },
  {
    ...{ flow: 'table', from: `monthly_table_row where standing in ('reported', 'returned')` },
    ...{ id: `table_id || '~' || standing`, what: `${monthOf('month')} || '月报表'` },
    area: `case standing when 'reported' then substr(area, 1, 6) else area end`,
    roles: `array[case standing when 'reported' then 'aid-officer' else 'case-officer' end]`,
    act: `case standing when 'reported' then '审核，接收或者退回' else '按退回意见改好重报' end`,
    path: `'/monthly-tables/' || table_id`,
  },
];
