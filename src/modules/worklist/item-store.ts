import { sql } from 'kysely';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { allFlows } from '../case/index.ts';
import { countyRoles, type Role, townshipRoles } from '../identity/index.ts';
import { dutyOfStage, type WorkItem } from './owner.ts';

/** The flows work comes from, in the words of a list. */
export const flowTitles = {
  case: '申请办理',
  benefit: '动态管理',
  finding: '比对疑点',
  check: '县级实地核查',
  correction: '整改',
  handover: '移交县级',
  assistance: '协助外地调查',
  discovery: '主动发现',
  visit: '补充入户',
  filing: '备案',
} as const;
export type WorkFlow = keyof typeof flowTitles;

/** A piece of work as it stands in the rows of its flow, with who has it. */
export type OpenWork = WorkItem & {
  readonly flow: WorkFlow;
  /** Village, township or county it is about. */
  readonly area: string;
  readonly what: string;
  readonly act: string;
  readonly dueOn: string;
  readonly path: string;
  /** '' while nobody has it. */
  readonly owner: string;
  readonly because: string;
};

type Row = Omit<OpenWork, 'place' | 'roles' | 'separated'> & {
  readonly roles: readonly string[];
  /** Somebody the flow itself names: holder of a finding, first of a team. */
  readonly named: string;
  readonly stage: string;
  readonly caseId: string;
};

// One statement over the open rows of every flow. A vote is nobody's work but the voter's own, so it is in no list.
const everyFlow = sql.raw(`
  select 'case~' || case_id || '~' || stage as "itemId", 'case' as flow, area, roles,
    applicant || case when number = '' then '' else ' ' || number end as what, stage, due_on as "dueOn",
    '/cases/' || case_id as path, recused, '' as named, case_id as "caseId", '' as act
  from (select c.case_id, c.area, c.applicant, c.number, c.due_on, c.recused, split_part(t, ':', 1) as stage,
      array_agg(split_part(t, ':', 2)) filter (where t not like '%:voter') as roles
    from case_row c, unnest(c.turns) t where cardinality(c.roles) > 0
    group by c.case_id, split_part(t, ':', 1)) s
  where roles is not null
  union all
  select 'benefit~' || benefit_id || '~' || kind || '~' || place, 'benefit', area, roles, head || ' ' || number, kind,
    due_on, '/benefits/' || benefit_id, recused, '', '', what
  from benefit_task
  union all
  select 'finding~' || finding_id, 'finding', area, array[role], head || ' ' || number, '', due_on,
    '/matching/findings', recused, holder, '', sentence
  from match_finding where outcome = 'open'
  union all
  select 'check~' || check_id, 'check', k.area, array['inspector'], coalesce(c.applicant, k.ref), 'county-visit',
    k.due_on, '/checks/' || check_id, coalesce(c.recused, '{}'), coalesce(k.team[1], ''), k.case_id, '实地核查并登记结果'
  from county_check k left join case_row c using (case_id) where k.done_on = ''
  union all
  select 'correction~' || correction_id || '~' || standing, 'correction',
    case standing when 'open' then k.area else substr(k.area, 1, 6) end,
    array[case standing when 'open' then 'case-officer' else 'inspector' end], coalesce(c.applicant, k.ref),
    '', k.due_on, '/corrections/' || correction_id, coalesce(c.recused, '{}'), '', k.case_id, k.what
  from correction_row k left join case_row c using (case_id) where standing <> 'closed'
  union all
  select 'handover~' || case_id, 'handover', substr(h.area, 1, 6), array['aid-officer'], c.applicant, '', '',
    '/cases/' || case_id, c.recused, '', case_id, '接收移交'
  from handover_row h join case_row c using (case_id)
  union all
  select 'assistance~' || assistance_id, 'assistance', area, array['case-officer'], from_name, '', due_on,
    '/assistances/' || assistance_id, '{}', '', '', '协助调查并答复'
  from assistance_row where settled_on = ''
  union all
  select 'discovery~' || discovery_id, 'discovery', area, array['window-clerk', 'case-officer'], name, '', due_on,
    '/discoveries/' || discovery_id, '{}', '', '', '告知政策、协助申请'
  from discovery_row where ended_on = ''
  union all
  select 'visit~' || v.case_id || '~' || visit_id, 'visit', v.area, array['investigator', 'case-officer'], c.applicant,
    'investigation', make_good_by, '/cases/' || v.case_id, c.recused, '', v.case_id, '补充入户'
  from owed_visit v join case_row c using (case_id) where not v.done
  union all
  select 'filing~' || filing_id, 'filing', substr(area, 1, 6), array['aid-officer'], number, '', '',
    '/filings/' || filing_id, '{}', '', '', '审阅并签收备案'
  from filing_row where received_on = ''`);

/** Where work is looked for: a place with what lies below it, or one piece of it. */
export type WorkFilter = {
  readonly area: string;
  readonly today: LocalDate;
  readonly itemId?: string;
};

/** Every household has a day of its next review; it is somebody's work when that is near. */
const REVIEW_AHEAD_DAYS = 60;

const MOST = 20_000;

/** The open work of an area, what is due first first. */
export async function openWork(tx: ReadTx, filter: WorkFilter): Promise<readonly OpenWork[]> {
  const { area, today, itemId = '' } = filter;
  const near = addDays(today, REVIEW_AHEAD_DAYS);
  const found = await sql<Row>`
    select w.*, coalesce(a.person, '') as owner, coalesce(a.because, '') as because
    from (${everyFlow}) w left join work_assignment a on a.item_id = w."itemId"
    where starts_with(w.area, ${area}) and (${itemId} = '' or w."itemId" = ${itemId})
      and not (w.flow = 'benefit' and w.stage = 'review' and w."dueOn" > ${near})
      and not (coalesce(current_setting('yimen.person', true), '') = any (w.recused))
    order by nullif(w."dueOn", '') nulls last, w."itemId" limit ${MOST}`.execute(tx);
  const separated = await separatedIn(tx, found.rows);
  return found.rows.map(({ named, stage, caseId, ...row }) => {
    const roles = row.roles as readonly Role[];
    const duty = dutyOfStage[stage];
    return {
      ...{ ...row, roles, place: placeOf(row.area, roles) },
      ...{ owner: row.owner || named, act: row.act || actOf(stage) },
      separated: duty ? (separated.get(`${caseId} ${duty}`) ?? []) : [],
    };
  });
}

/** The township does it wherever one of its posts may; else the county. */
function placeOf(area: string, roles: readonly Role[]): string {
  const isTownship = roles.some((role) => townshipRoles.some((each) => each === role));
  const isCounty = roles.some((role) => countyRoles.some((each) => each === role));
  return area.length >= 9 && (isTownship || !isCounty) ? area.slice(0, 9) : area.slice(0, 6);
}

const acts = new Map<string, string>([
  ...allFlows.flatMap(({ stages }) => stages.map(({ id, act }) => [id, act] as const)),
  ['extension', '答复延期申请'],
]);

function actOf(stage: string): string {
  return acts.get(stage) ?? '';
}

/** Who did a duty on a case that another excludes: `caseId duty` → people who may no longer take it on (JT-06). */
async function separatedIn(
  tx: ReadTx,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = [...new Set(rows.flatMap(({ caseId }) => caseId || []))];
  const found = await sql<{ key: string; people: string[] }>`
    select d.case_id || ' ' || f.then as key, array_agg(distinct d.person) as people
    from duty d join (
      select one as done, other as then from forbidden_pair
      union all select other, one from forbidden_pair
    ) f on f.done = d.duty
    where d.case_id = any (${ids}::text[]) group by 1`.execute(tx);
  return new Map(found.rows.map(({ key, people }) => [key, people]));
}
