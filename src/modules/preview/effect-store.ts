import { sql } from 'kysely';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Standards } from '../standards/store.ts';
import type { EffectRow } from './contract.ts';
import { maskedName } from './masked-name.ts';
import type { EffectKind, Previewed } from './preview.ts';

export type EffectFilter = {
  readonly runId: string;
  readonly scheme?: Previewed | undefined;
  readonly effect?: EffectKind | undefined;
  readonly township?: string | undefined;
  readonly onlyArrears?: boolean;
  readonly reason?: string | undefined;
  /** Last case of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
};

type Row = Omit<EffectRow, 'townshipName' | 'villageName'> & {
  readonly scheme: Previewed;
  readonly area: string;
  readonly township: string;
};

// A relative of the family finds it in no list (JT-05); who asks is known to the transaction.
const visible = sql.raw(
  `not (coalesce(current_setting('yimen.person', true), '') = any (c.recused))`,
);

function conditions(filter: EffectFilter) {
  const { runId, scheme, effect, township, onlyArrears, reason } = filter;
  return sql`e.run_id = ${runId} and ${visible}
    ${scheme ? sql`and e.scheme = ${scheme}` : sql``}
    ${effect ? sql`and e.effect = ${effect}` : sql``}
    ${township ? sql`and e.township = ${township}` : sql``}
    ${onlyArrears ? sql`and e.arrears > 0` : sql``}
    ${reason ? sql`and e.reason = ${reason}` : sql``}`;
}

const MOST_REASONS = 100;

/** What keeps households from being judged, and how many each, most first. */
export async function listReasons(
  tx: ReadTx,
  runId: string,
): Promise<{ scheme: Previewed; reason: string; count: number }[]> {
  const found = await sql<{ scheme: Previewed; reason: string; count: number }>`
    select e.scheme, e.reason, count(*)::int as count
    from preview_effect e join case_row c using (case_id)
    where ${conditions({ runId, effect: 'open', limit: MOST_REASONS })}
    group by e.scheme, e.reason order by count desc, e.reason limit ${MOST_REASONS}`.execute(tx);
  return found.rows;
}

/** Households a run found changed, names masked, one page by township and case. */
export async function listEffects(
  tx: ReadTx,
  standards: Standards,
  filter: EffectFilter,
): Promise<{ effects: (EffectRow & { scheme: Previewed })[]; next: string | null; count: number }> {
  const [township = '', caseId = ''] = filter.after?.split('|') ?? [];
  const found = await sql<Row>`
    select e.scheme, e.case_id as "caseId", c.number, c.applicant, e.area, e.township, e.effect, e.before, e.after,
      e.arrears, e.reason
    from preview_effect e join case_row c using (case_id) where ${conditions(filter)}
      and (e.township, e.case_id, e.scheme) > (${township}, ${caseId}, '~')
    order by e.township, e.case_id, e.scheme limit ${filter.limit + 1}`.execute(tx);
  const counted = await sql<{ count: number }>`
    select count(*)::int as count from preview_effect e join case_row c using (case_id)
    where ${conditions(filter)}`.execute(tx);
  const rows = found.rows.slice(0, filter.limit);
  const last = found.rows.length > filter.limit ? rows.at(-1) : undefined;
  return {
    effects: rows.map(({ area, township: own, applicant, ...row }) => ({
      ...row,
      applicant: maskedName(applicant),
      townshipName: standards.nameOf(own),
      villageName: standards.nameOf(area),
    })),
    next: last ? `${last.township}|${last.caseId}` : null,
    count: counted.rows[0]?.count ?? 0,
  };
}
