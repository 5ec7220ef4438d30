import { sql } from 'kysely';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import type { CaseState } from '../case/index.ts';
import type { FlagKind } from './check.ts';
import {
  type FlagEvent,
  flagSlot,
  type FlagState,
  type MonthEvent,
  monthSlot,
  type MonthState,
} from './flag.ts';

/** The county's word on a flag. */
export const flagKind: TitledKind<FlagState, FlagEvent> = {
  name: 'flag',
  initial: flagSlot.initial,
  evolve: (state, event, meta) => evolveSlot(flagSlot, state, event, meta),
  titleOf: (type) => (flagSlot.titles as Record<string, string | undefined>)[type] ?? type,
  project: async (tx, { area, state: { cleared } }) => {
    if (!cleared) return;
    const { caseId, kind, reason, on, by } = cleared;
    await sql`insert into flag_clearing (case_id, kind, area, reason, cleared_on, cleared_by)
      values (${caseId}, ${kind}, ${area}, ${reason}, ${on}, ${by})
      on conflict (case_id, kind) do nothing`.execute(tx);
  },
};

export const monthKind: TitledKind<MonthState, MonthEvent> = {
  name: 'supervised-month',
  initial: monthSlot.initial,
  evolve: (state, event, meta) => evolveSlot(monthSlot, state, event, meta),
  titleOf: (type) => (monthSlot.titles as Record<string, string | undefined>)[type] ?? type,
  project: async (tx, { id, area, state: { closed } }) => {
    if (!closed) return;
    await sql`insert into supervised_month (month_id, area, month, closed_on)
      values (${id}, ${area}, ${id.slice(7)}, ${closed.on}) on conflict (month_id) do nothing`.execute(
      tx,
    );
  },
};

type Raised = {
  readonly caseId: string;
  readonly kind: FlagKind;
  readonly rule: string;
  readonly area: string;
  readonly because: string;
  readonly on: string;
};

/** Raises a flag once; what was raised stays. */
export async function raiseFlag(tx: WriteTx, raised: Raised): Promise<void> {
  const { caseId, kind, rule, area, because, on } = raised;
  await sql`insert into county_flag (case_id, kind, rule, area, county, because, raised_on)
    values (${caseId}, ${kind}, ${rule}, ${area}, ${area.slice(0, 6)}, ${because}, ${on})
    on conflict (case_id, kind, rule) do nothing`.execute(tx);
}

/** The flags the law itself names, written with the events of the case: nobody ticks them (DL-12). */
export async function storeFlags(
  tx: WriteTx,
  { caseId, area, state }: { caseId: string; area: string; state: CaseState },
): Promise<void> {
  const { disclosure, publicity, intake } = state;
  const on = intake.accepted?.on;
  if (!on) return;
  if (disclosure.registered) {
    const because = '近亲属备案：本户与经办人员、村（社区）干部有近亲属关系';
    const day = disclosure.matchedOn ?? on;
    await raiseFlag(tx, { caseId, kind: 'kin', rule: '', area, because, on: day });
  }
  const late = publicity.objections.find((each) => each.inConfirmation);
  if (late) {
    const because = '公示期满以后、作出决定以前有人反映';
    await raiseFlag(tx, { caseId, kind: 'report', rule: '', area, because, on: late.receivedOn });
  }
}

export type FlagRow = {
  readonly caseId: string;
  readonly kind: FlagKind;
  readonly because: readonly string[];
  readonly raisedOn: string;
  readonly area: string;
  readonly ref: string;
  readonly applicant: string;
  readonly status: string;
  readonly checkId: string;
  readonly outcome: string;
  readonly doneOn: string;
  readonly clearedOn: string;
  readonly reason: string;
};

const MOST = 2000;

/**
 * Flags of a county with the newest check of the case and how they were cleared; relatives' cases left out. A visit
 * of the county before the confirmation (DB-20b) is a check of the flag too.
 */
export async function listFlags(
  tx: ReadTx,
  { county, caseId = '', upTo = '9999' }: { county: string; caseId?: string; upTo?: string },
): Promise<readonly FlagRow[]> {
  const found = await sql<FlagRow>`
    select f.case_id as "caseId", f.kind, array_agg(f.because order by f.rule) as because,
      min(f.raised_on) as "raisedOn", c.area, c.number as ref, c.applicant, c.status,
      coalesce(k.check_id, '') as "checkId", coalesce(k.outcome, '') as outcome,
      coalesce(k.done_on, '') as "doneOn", coalesce(x.cleared_on, '') as "clearedOn",
      coalesce(x.reason, '') as reason
    from county_flag f join case_row c on c.case_id = f.case_id
      left join lateral (select check_id, outcome, done_on from county_check k
        where k.case_id = f.case_id order by (done_on = '') , ordered_on desc, check_id limit 1) k on true
      left join flag_clearing x on x.case_id = f.case_id and x.kind = f.kind
    where f.county = ${county} and f.raised_on <= ${upTo} and (${caseId} = '' or f.case_id = ${caseId})
      and coalesce(current_setting('yimen.person', true), '') <> all (c.recused)
    group by f.case_id, f.kind, c.area, c.number, c.applicant, c.status, k.check_id, k.outcome, k.done_on,
      x.cleared_on, x.reason
    order by coalesce(x.cleared_on, '') <> '', min(f.raised_on), f.case_id, f.kind limit ${MOST}`.execute(
    tx,
  );
  return found.rows;
}

/** Kinds of flags of each case raised by a day, whoever asks: the frame of the draw is nobody's to shorten. */
export async function forcedBy(
  tx: ReadTx,
  county: string,
  upTo: string,
): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ caseId: string; forced: string }>`
    select case_id as "caseId", string_agg(distinct upper(kind), '+' order by upper(kind)) as forced
    from county_flag where county = ${county} and raised_on <= ${upTo} group by case_id`.execute(
    tx,
  );
  return new Map(found.rows.map(({ caseId, forced }) => [caseId, forced]));
}

/** How many flags of a month nobody has cleared, relatives or not. */
export async function countOpenFlags(tx: ReadTx, county: string, upTo: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from (select distinct f.case_id, f.kind from county_flag f
      where f.county = ${county} and f.raised_on <= ${upTo} and not exists (select 1 from flag_clearing x
        where x.case_id = f.case_id and x.kind = f.kind)) open`.execute(tx);
  return found.rows[0]?.count ?? 0;
}

/** Whether this place lies in the area of the transaction: what begins there is not told of elsewhere. */
export async function isSeen(tx: ReadTx, area: string): Promise<boolean> {
  const found = await sql<{ seen: boolean }>`
    select starts_with(${area}, visible_prefix()) as seen`.execute(tx);
  return found.rows[0]?.seen ?? false;
}
