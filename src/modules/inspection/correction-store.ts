import { sql } from 'kysely';
import { evolveSlot } from '../../kernel/slot.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import {
  type AccountabilityEvent,
  accountabilitySlot,
  type AccountabilityState,
} from './accountability.ts';
import {
  type CorrectionEvent,
  correctionSlot,
  type CorrectionState,
  standingOf,
} from './correction.ts';

export const correctionKind: TitledKind<CorrectionState, CorrectionEvent> = {
  name: 'correction',
  initial: correctionSlot.initial,
  evolve: (state, event, meta) => evolveSlot(correctionSlot, state, event, meta),
  titleOf: (type) => (correctionSlot.titles as Record<string, string | undefined>)[type] ?? type,
  project: async (tx, { id, area, state }) => {
    const { order, dueOn, recovery, rechecks } = state;
    if (!order) return;
    const standing = standingOf(state);
    const closedOn = standing === 'closed' ? (rechecks.at(-1)?.on ?? '') : '';
    await sql`
      insert into correction_row (correction_id, area, check_id, case_id, ref, grade, what, ordered_on, due_on,
        standing, closed_on, recovery, recovery_from, recovery_to)
      values (${id}, ${area}, ${order.checkId}, ${order.caseId}, ${order.ref}, ${order.grade}, ${order.what},
        ${order.on}, ${dueOn}, ${standing}, ${closedOn}, ${recovery?.amount ?? 0}, ${recovery?.from ?? ''},
        ${recovery?.to ?? ''})
      on conflict (correction_id) do update set due_on = excluded.due_on, standing = excluded.standing,
        closed_on = excluded.closed_on, recovery = excluded.recovery, recovery_from = excluded.recovery_from,
        recovery_to = excluded.recovery_to`.execute(tx);
  },
};

export const accountabilityKind: TitledKind<AccountabilityState, AccountabilityEvent> = {
  name: 'accountability',
  initial: accountabilitySlot.initial,
  evolve: (state, event, meta) => evolveSlot(accountabilitySlot, state, event, meta),
  titleOf: (type) =>
    (accountabilitySlot.titles as Record<string, string | undefined>)[type] ?? type,
  project: async (tx, { id, area, state: { opened, concluded } }) => {
    if (!opened) return;
    await sql`
      insert into accountability_row (accountability_id, area, township, opened_on, reason, conclusion, concluded_on)
      values (${id}, ${area}, ${opened.township}, ${opened.on}, ${opened.reason}, ${concluded?.conclusion ?? ''},
        ${concluded?.on ?? ''})
      on conflict (accountability_id) do update set conclusion = excluded.conclusion,
        concluded_on = excluded.concluded_on`.execute(tx);
  },
};

export type CorrectionRow = {
  readonly correctionId: string;
  readonly area: string;
  readonly checkId: string;
  readonly caseId: string;
  readonly ref: string;
  readonly grade: string;
  readonly what: string;
  readonly orderedOn: string;
  readonly dueOn: string;
  readonly standing: 'open' | 'answered' | 'closed';
  readonly closedOn: string;
  readonly recovery: number;
};

const columns = sql.raw(
  `correction_id as "correctionId", area, check_id as "checkId", case_id as "caseId", ref, grade, what,
   ordered_on as "orderedOn", due_on as "dueOn", standing, closed_on as "closedOn", recovery::float8 as recovery`,
);

/** Corrections of an area, what is due first; of relatives' cases nothing is told. */
export async function listCorrections(tx: ReadTx, area: string): Promise<readonly CorrectionRow[]> {
  const found = await sql<CorrectionRow>`
    select ${columns} from correction_row r
    where area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
      and not exists (select 1 from case_row c where c.case_id = r.case_id
        and coalesce(current_setting('yimen.person', true), '') = any (c.recused))
    order by standing = 'closed', due_on, correction_id limit 1000`.execute(tx);
  return found.rows;
}

/** Corrections of these ids or of this check, whoever is related to whom: for deciding, never for showing. */
export async function correctionsOf(
  tx: ReadTx,
  by: { readonly ids?: readonly string[]; readonly checkId?: string; readonly caseId?: string },
): Promise<readonly CorrectionRow[]> {
  const found = await sql<CorrectionRow>`
    select ${columns} from correction_row where correction_id = any (${by.ids ?? []}::text[])
      or check_id = ${by.checkId ?? ''} or case_id = ${by.caseId ?? ''} order by ordered_on, correction_id`.execute(
    tx,
  );
  return found.rows;
}

export type AccountabilityRow = {
  readonly accountabilityId: string;
  readonly township: string;
  readonly openedOn: string;
  readonly reason: string;
  readonly conclusion: string;
  readonly concludedOn: string;
};

export async function listAccountabilities(
  tx: ReadTx,
  county: string,
): Promise<readonly AccountabilityRow[]> {
  const found = await sql<AccountabilityRow>`
    select accountability_id as "accountabilityId", township, opened_on as "openedOn", reason, conclusion,
      concluded_on as "concludedOn"
    from accountability_row where area = ${county}
    order by concluded_on <> '', opened_on desc limit 500`.execute(tx);
  return found.rows;
}
