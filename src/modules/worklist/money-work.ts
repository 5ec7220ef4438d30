import { SCHEME_SHORT } from '../../rules/scheme.ts';
import { arrayOf, monthOf, type WorkSource, withState, wordsOf } from './work-source.ts';

// A roll is asked for with the request of its month; until that is approved nothing of it goes to the bank.
const rolls = `(select l.*, coalesce(q.status, '') as asked,
    array_remove(array[r.state#>>'{begun,by}', r.state#>>'{frozen,by}', r.state#>>'{reviewed,by}',
      r.state#>>'{sealed,by}'], null) as hands
  from roll_run l ${withState(`'roll:' || l.roll_id`)}
    left join fund_request_roll f on f.roll_id = l.roll_id and not f.void
    left join fund_request q on q.request_id = f.request_id
  where l.phase in ('built', 'frozen', 'reviewed', 'sealed', 'released')) l
  where not (l.phase = 'sealed' and l.asked in ('asked', 'reviewed'))`;

// A task is the supplier's until it is handed in; what the quality check drew is looked at before it is accepted.
const services = `(select t.*, w.done_by, r.state#>>'{order,by}' as ordered_by,
    case when w.done_by is null then 'go' when k.outcome = 'drawn' then 'recheck' else 'accept' end as step
  from service_task t ${withState(`'service-task:' || t.task_id`)}
    left join service_work w on w.task_id = t.task_id and w.round = t.round
    left join service_recheck k on k.task_id = t.task_id and k.round = t.round
  where t.standing = 'ordered' and (w.done_by is null or k.outcome is not null)) t`;

/** The work of money: the steps of a month's payment, papers of the budget, what is asked back, services bought. */
export const moneyWork: readonly WorkSource[] = [
  {
    ...{ flow: 'roll', from: rolls, id: `roll_id || '~' || phase || '~' || asked`, area: 'area' },
    roles: `array[case when phase = 'frozen' then 'fund-reviewer'
      when phase = 'sealed' and asked = 'approved' then 'finance' else 'fund-planner' end]`,
    what: `${monthOf('month')} || ' ' || ${wordsOf('scheme', SCHEME_SHORT)} || '花名册'`,
    act: `case phase when 'built' then '核对并冻结花名册' when 'frozen' then '复核花名册'
      when 'reviewed' then '生成并封存代发文件' when 'released' then '录入银行回盘，对账关账'
      else case asked when 'approved' then '核对后放行代发文件' else '申请用款' end end`,
    separated: `case when phase = 'frozen' or asked = 'approved' then hands else '{}'::text[] end`,
    path: `case when phase = 'sealed' and asked = '' then '/fund-requests' else '/funds/' || roll_id end`,
  },
  {
    flow: 'request',
    from: `fund_request where status in ('asked', 'reviewed')`,
    ...{ id: `request_id || '~' || status`, area: 'area', path: `'/fund-requests'` },
    roles: `array[case status when 'asked' then 'fund-reviewer' else 'county-leader' end]`,
    ...{ what: `${monthOf('month')} || '用款申请'`, separated: 'array[asked_by, reviewed_by]' },
    act: `case status when 'asked' then '复核用款申请' else '审批用款申请' end`,
  },
  {
    flow: 'books',
    // A morning on which everything agrees again ends it.
    from: `fund_check k where jsonb_array_length(differences) > 0
      and day = (select max(l.day) from fund_check l where l.area = k.area)`,
    ...{ id: `area || '~' || day`, area: 'area', roles: arrayOf(['fund-planner']) },
    ...{
      what: `day || ' 每日对账'`,
      act: `'查明花名册、银行、账簿的差异'`,
      path: `'/fund-checks'`,
    },
  },
  {
    ...{ flow: 'budget', from: `fund_document where status = 'entered'` },
    ...{ id: 'document_id', area: 'area', roles: arrayOf(['fund-reviewer']) },
    ...{ what: 'document_number', act: `'复核录入的资金文件'`, path: `'/fund-budget'` },
    separated: 'array[entered_by]',
  },
  {
    flow: 'recovery',
    from: `recovery v left join benefit_row b on b.benefit_id = v.grant_id and b.until_on = ''
      left join case_row c on c.case_id = v.grant_id where v.status in ('proposed', 'open')`,
    ...{ id: `recovery_id || '~' || v.status`, area: 'v.area', what: `v.payee || ' ' || v.number` },
    roles: `array[case v.status when 'proposed' then 'county-leader' else 'fund-planner' end]`,
    act: `case v.status when 'proposed' then '审批追回' else '收款并登记' end`,
    separated: `case v.status when 'proposed' then array[v.proposed_by] else '{}'::text[] end`,
    ...{ path: `'/recoveries'`, dueOn: 'v.due_on' },
    recused: `coalesce(b.recused, c.recused, '{}')`,
  },
  {
    flow: 'account',
    from: `account_change a left join benefit_row b on b.benefit_id = a.grant_id and b.until_on = ''
      left join case_row c on c.case_id = a.grant_id where a.status = 'asked'`,
    ...{ id: 'change_id', area: 'a.area', roles: arrayOf(['aid-officer', 'county-leader']) },
    ...{ what: `a.payee || ' ' || a.number`, act: `'核对更正的账户'`, path: `'/account-changes'` },
    ...{ separated: 'array[a.asked_by]', recused: `coalesce(b.recused, c.recused, '{}')` },
  },
  {
    flow: 'till',
    from: `reserve_till where ask_status <> '' or difference <> 0`,
    id: `township || '~' || case ask_status when '' then 'difference' else ask_status end`,
    area: 'township',
    roles: `array[case ask_status when 'asked' then 'fund-reviewer' when 'approved' then 'finance'
      else 'county-leader' end]`,
    what: `'备用金'`,
    act: `case ask_status when 'asked' then '审批备用金' when 'approved' then '拨付备用金'
      else '处理盘点差额' end`,
    path: `'/reserve'`,
  },
  {
    flow: 'settlement',
    from: `(select distinct settlement_id, contract_id, county from settlement_line
      where standing = 'drawn-up') s join supply_contract c using (contract_id)
      ${withState(`'supply-contract:' || contract_id`)}`,
    ...{ id: 'settlement_id', area: 's.county', roles: arrayOf(['county-leader']) },
    ...{ what: `c.supplier || ' ' || c.number`, act: `'审批服务结算单'` },
    separated: `array(select d->>'by' from jsonb_array_elements(r.state->'settlements') d
      where d->>'settlementId' = settlement_id)`,
    path: `'/supply-contracts/' || contract_id`,
  },
  {
    ...{
      flow: 'service',
      from: services,
      id: `task_id || '~' || round || '~' || step`,
      what: 'who',
    },
    area: 'village',
    place: `case step when 'go' then supplier else '' end`,
    roles: `case step when 'go' then array['supplier-worker'] when 'recheck' then array['inspector']
      else array['case-officer', 'chair'] end`,
    act: `case step when 'go' then '上门服务并提交结果' when 'recheck' then '回访，登记质量复核结果'
      else '验收' end`,
    dueOn: `case step when 'go' then due_on else '' end`,
    separated: `case step when 'accept' then array[ordered_by, done_by] else '{}'::text[] end`,
    path: `'/service-tasks/' || task_id`,
  },
  {
    flow: 'recheck',
    from: `(select distinct t.contract_id from service_task t join service_work w using (task_id, round)
      where t.standing = 'ordered' and not exists (select 1 from service_recheck k
        where k.task_id = t.task_id and k.round = t.round)) t join supply_contract c using (contract_id)`,
    ...{ id: 'contract_id', area: 'c.county', roles: arrayOf(['inspector']) },
    ...{ what: `c.supplier || ' ' || c.number`, act: `'抽取质量复核'` },
    path: `'/supply-contracts/' || contract_id`,
  },
];
