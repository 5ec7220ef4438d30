import { arrayOf, type WorkSource, withState } from './work-source.ts';

const COMPLAINT_READERS = ['inspector', 'county-leader', 'auditor'] as const;

/** The county's own work of supervision: what it looks into, whom it answers, what it decides and publishes. */
export const countyWork: readonly WorkSource[] = [
  {
    // Only the desks that may open it are told, and nobody it speaks of (TH-20).
    ...{ flow: 'complaint', readers: COMPLAINT_READERS, recused: 'accused' },
    from: `complaint_row where standing in ('received', 'accepted', 'concluded')`,
    ...{ id: `complaint_id || '~' || standing`, area: 'area', dueOn: 'due_on' },
    ...{ roles: arrayOf(['inspector', 'county-leader']), path: `'/complaints/' || complaint_id` },
    what: `'举报投诉 ' || upper(left(complaint_id, 8))`,
    act: `case standing when 'received' then '决定是否受理' when 'accepted' then '核查并作出结论'
      else '答复举报人' end`,
  },
  {
    flow: 'flag',
    from: `(select f.case_id, f.county, c.number, c.applicant, c.recused,
        bool_or(k.case_id is not null) as looked_at
      from county_flag f join case_row c using (case_id)
        left join county_check k on k.case_id = f.case_id
      where not exists (select 1 from flag_clearing x where x.case_id = f.case_id and x.kind = f.kind)
      group by f.case_id, f.county, c.number, c.applicant, c.recused) f
      where not exists (select 1 from county_check k where k.case_id = f.case_id and k.done_on = '')`,
    ...{ id: `case_id || '~' || looked_at`, area: 'county', roles: arrayOf(['inspector']) },
    ...{ what: `applicant || ' ' || number`, path: `'/flags'`, recused: 'recused' },
    act: `case when looked_at then '核查已有结果，销号或者整改' else '安排实地核查' end`,
    caseId: 'case_id',
  },
  {
    ...{ flow: 'draw', from: `draw_row where published_on = ''` },
    ...{ id: `draw_id || '~' || phase`, area: 'area', roles: arrayOf(['inspector']) },
    ...{ what: `period || ' 随机抽查'`, path: `'/draws/' || draw_id` },
    act: `case phase when 'visiting' then '核查办完后公开抽签材料' else '办理抽签的下一步' end`,
  },
  {
    ...{ flow: 'accountability', from: `accountability_row where concluded_on = ''` },
    ...{ id: 'accountability_id', area: 'area', roles: arrayOf(['county-leader']), what: 'reason' },
    ...{ act: `'审查容错情形，作出结论'`, path: `'/accountabilities/' || accountability_id` },
  },
  {
    flow: 'anomaly',
    from: `dispatch_row d ${withState(`'dispatch:' || d.dispatch_id`)},
      jsonb_array_elements(r.state->'anomalies') a
      where d.closed_on = '' and d.open > 0 and jsonb_typeof(a->'answered') = 'null'`,
    ...{ id: `d.dispatch_id || '~' || left(md5(a->>'key'), 12)`, area: 'd.area' },
    // Whoever it was handed to answers, whatever their post.
    roles: `case when a->>'handedTo' is null then array[a->>'owner']
      else array['aid-officer', 'verifier', 'inspector', 'county-leader'] end`,
    separated: `array(select jsonb_array_elements_text(a->'people'))`,
    ...{ what: `a->>'sentence'`, act: `'查明原因并处置'`, dueOn: `a->>'dueOn'` },
    ...{ path: `'/dispatches/' || d.dispatch_id`, named: `coalesce(a->>'handedTo', '')` },
  },
  {
    ...{ flow: 'dispatch', from: `dispatch_row where closed_on = '' and open = 0` },
    ...{
      id: 'dispatch_id',
      area: 'area',
      roles: arrayOf(['county-leader']),
      act: `'调度会后月结'`,
    },
    ...{ what: `month || ' 每月调度'`, path: `'/dispatches/' || dispatch_id` },
    since: `to_char((month || '-01')::date + interval '1 month', 'YYYY-MM-DD')`,
  },
  {
    flow: 'evaluation',
    from: `record where kind = 'evaluation' and jsonb_typeof(state->'selfScored') = 'object'
      and (jsonb_typeof(state->'scored') = 'null'
        or jsonb_typeof(state->'appeal') = 'object' and jsonb_typeof(state->'answered') = 'null')`,
    ...{ id: `substr(stream, 12) || '~' || jsonb_typeof(state->'scored')` },
    area: 'substr(area, 1, 6)',
    roles: `array[case jsonb_typeof(state->'scored') when 'null' then 'inspector' else 'county-leader' end]`,
    separated: `array_remove(array[state#>>'{scored,by}'], null)`,
    what: `(state->>'year') || '年度绩效评价'`,
    act: `case jsonb_typeof(state->'scored') when 'null' then '县级评分' else '答复评分异议' end`,
    path: `'/evaluations/' || area || '/' || (state->>'year')`,
  },
  {
    flow: 'source',
    from: `(select q.case_id, min(q.due_on) as due_on, min(q.escalated_to) as to_whom from source_query q
      where q.escalated_to <> '' and q.phase in ('waiting', 'failing', 'partial') group by q.case_id) q
      join case_row c using (case_id) where c.status = 'open'`,
    ...{ id: 'case_id', area: 'c.county', roles: arrayOf(['verifier', 'aid-officer']) },
    ...{ what: `c.applicant || ' ' || c.number`, act: `'催办到期没有答复的核对来源'` },
    ...{ path: `'/verification/cases/' || case_id`, dueOn: 'q.due_on', recused: 'c.recused' },
    ...{ named: 'q.to_whom', caseId: 'case_id' },
  },
  {
    flow: 'policy',
    from: `policy_row p ${withState(`'policy:' || p.policy_id`)}
      where p.status in ('drafted', 'submitted', 'approved')`,
    ...{ id: `p.policy_id || '~' || p.status`, area: 'p.area', what: 'p.title' },
    roles: `case p.status when 'drafted' then array['aid-officer']
      when 'submitted' then array['aid-officer', 'county-leader'] else array['county-leader'] end`,
    act: `case p.status when 'drafted' then '修改、试算、报批' when 'submitted' then '审批或者退回'
      else '编文号、公布' end`,
    separated: `case p.status when 'drafted' then '{}'::text[]
      else array(select jsonb_array_elements_text(r.state->'writers')) end`,
    named: `case p.status when 'drafted' then p.drafted_by else '' end`,
    path: `'/policies/' || p.policy_id`,
  },
  {
    flow: 'raise',
    from: `raise_list l ${withState(`'raise-list:' || l.list_id`)} where l.status = 'listed'`,
    ...{ id: 'list_id', area: 'l.area', roles: arrayOf(['aid-officer', 'county-leader']) },
    ...{ what: `l.document || ' 补发清单'`, act: `'审批补发清单'` },
    ...{ separated: `array[r.state#>>'{listed,by}']`, path: `'/policies/' || l.policy_id` },
  },
  {
    flow: 'subsidy',
    from: `subsidy_plan s ${withState(`'price-subsidy:' || s.subsidy_id`)} where s.status = 'drafted'`,
    ...{ id: 'subsidy_id', area: 's.area', roles: arrayOf(['county-leader']), what: 's.document' },
    ...{ act: `'审批价格临时补贴'`, path: `'/price-subsidies/' || subsidy_id` },
    separated: `array[r.state#>>'{drafted,by}']`,
  },
  {
    flow: 'instrument',
    from: `instrument_row where status = 'draft'`,
    ...{ id: 'instrument_id', area: 'substr(area, 1, 6)', what: 'number' },
    ...{ roles: arrayOf(['aid-officer', 'county-leader']), act: `'核对赋权文件，使其生效'` },
    separated: `array(select jsonb_array_elements_text(state->'writtenBy'))`,
    path: `'/instruments/' || instrument_id`,
  },
  {
    flow: 'destruction',
    from: `destruction_row where status in ('proposed', 'approved')`,
    ...{ id: `destruction_id || '~' || status`, area: 'substr(area, 1, 6)', what: 'number' },
    roles: `array[case status when 'proposed' then 'county-leader' else 'aid-officer' end]`,
    act: `case status when 'proposed' then '审批销毁清单' else '按批准的清单监销' end`,
    path: `'/destructions/' || destruction_id`,
  },
  {
    ...{ flow: 'export', from: `export_request_row where status = 'asked'` },
    ...{ id: 'request_id', area: 'area', roles: arrayOf(['chair', 'county-leader']) },
    ...{ what: 'title', act: `'审批名单导出'`, path: `'/exports'`, separated: 'array[person]' },
  },
];
