import { sql } from 'kysely';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { allFlows } from '../case/index.ts';
import { type Role, townshipRoles } from '../identity/index.ts';
import { countyWork } from './county-work.ts';
import { householdWork } from './household-work.ts';
import { moneyWork } from './money-work.ts';
import { dutyOfStage, type WorkItem } from './owner.ts';
import { selectOf, type WorkFlow } from './work-source.ts';

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

type Row = Omit<OpenWork, 'roles' | 'separated' | 'readers'> & {
  readonly roles: readonly string[];
  readonly readers: readonly string[];
  /** People whom their hand in it keeps from this one. */
  readonly kept: readonly string[];
  /** Somebody the flow itself names. */
  readonly named: string;
  readonly stage: string;
  readonly caseId: string;
};

// One statement over the open rows of every flow.
const everyFlow = sql.raw(
  [...householdWork, ...countyWork, ...moneyWork].map(selectOf).join('\nunion all\n'),
);

/** Where work is looked for: a place with what lies below it, or one piece of it. */
export type WorkFilter = {
  readonly area: string;
  /** The post that asks, for what only some posts may know of; null for the clock, which gives it out. */
  readonly role: string | null;
  readonly today: LocalDate;
  readonly itemId?: string;
};

/** Every household has a day of its next review; it is somebody's work when that is near. */
const REVIEW_AHEAD_DAYS = 60;

const MOST = 20_000;

/** The open work of an area, what is due first first. */
export async function openWork(tx: ReadTx, filter: WorkFilter): Promise<readonly OpenWork[]> {
  const { area, role, today, itemId = '' } = filter;
  const near = addDays(today, REVIEW_AHEAD_DAYS);
  const found = await sql<Row>`
    select w.*, coalesce(a.person, '') as owner, coalesce(a.because, '') as because
    from (${everyFlow}) w left join work_assignment a on a.item_id = w."itemId"
    where starts_with(w.area, ${area}) and (${itemId} = '' or w."itemId" = ${itemId})
      and w.since <= ${today} and (${role}::text is null or w.readers = '{}' or ${role} = any (w.readers))
      and not (w.flow = 'benefit' and w.stage = 'review' and w."dueOn" > ${near})
      and not (coalesce(current_setting('yimen.person', true), '') = any (w.recused))
    order by nullif(w."dueOn", '') nulls last, w."itemId" limit ${MOST}`.execute(tx);
  const separated = await separatedIn(tx, found.rows);
  return found.rows.map(({ named, stage, caseId, kept, ...row }) => {
    const roles = row.roles as readonly Role[];
    const duty = dutyOfStage[stage];
    const earlier = duty ? (separated.get(`${caseId} ${duty}`) ?? []) : [];
    return {
      ...{ ...row, roles, readers: row.readers as readonly Role[] },
      ...{ place: row.place || placeOf(row.area, roles), separated: [...earlier, ...kept] },
      ...{ owner: row.owner || named, act: row.act || actOf(stage) },
    };
  });
}

/** The township does it wherever one of its posts may; else the county. */
function placeOf(area: string, roles: readonly Role[]): string {
  const isTownship = roles.some((role) => townshipRoles.some((each) => each === role));
  return area.slice(0, isTownship ? 9 : 6);
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
