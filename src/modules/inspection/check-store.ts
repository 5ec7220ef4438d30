import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { evolveSlot } from '../../kernel/slot.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { type Act, append } from '../../platform/record/record.ts';
import {
  type CheckEvent,
  type CheckRecord,
  checkSlot,
  type CheckState,
  type Reason,
} from './check.ts';

/** A check of the county; its row follows every event. */
export const checkKind: TitledKind<CheckState, CheckEvent> = {
  name: 'check',
  initial: checkSlot.initial,
  evolve: (state, event, meta) => evolveSlot(checkSlot, state, event, meta),
  titleOf: (type) => (checkSlot.titles as Record<string, string | undefined>)[type] ?? type,
  project: async (tx, { id, area, state: { order, team, record } }) => {
    if (!order) return;
    const people = record?.visitors ?? team?.people ?? [];
    await sql`
      insert into county_check (check_id, area, case_id, ref, place, reasons, draw_id, ordered_on, due_on, team,
        planned_on, outcome, grade, done_on)
      values (${id}, ${area}, ${order.caseId}, ${order.ref}, ${order.place}, ${order.reasons}::text[],
        ${order.drawId ?? ''}, ${order.on}, ${order.dueOn}, ${people.map(({ person }) => person)}::text[],
        ${team?.plannedOn ?? ''}, ${record?.outcome ?? ''}, ${record?.grade ?? ''}, ${record?.on ?? ''})
      on conflict (check_id) do update set team = excluded.team, planned_on = excluded.planned_on,
        outcome = excluded.outcome, grade = excluded.grade, done_on = excluded.done_on`.execute(tx);
  },
};

export type ToCheck = {
  readonly caseId: string;
  readonly ref: string;
  readonly place: string;
  readonly reasons: readonly Reason[];
};

/** Begins a check of each of these households for a draw, in the transaction of whatever asked for it. */
export async function orderDrawChecks(
  tx: WriteTx,
  act: Act,
  of: { readonly drawId: string; readonly county: string; readonly dueOn: LocalDate },
  households: readonly ToCheck[],
): Promise<void> {
  const known = await sql<{ case_id: string }>`
    select case_id from county_check where draw_id = ${of.drawId}`.execute(tx);
  const ordered = new Set(known.rows.map((row) => row.case_id));
  for (const household of households) {
    if (ordered.has(household.caseId)) continue;
    const from = { id: randomUUID(), area: of.county, version: 0, state: checkSlot.initial };
    const { drawId, dueOn } = of;
    const event: CheckEvent = { type: 'CheckOrdered', ...household, drawId, dueOn };
    await append(tx, checkKind, from, [event], act);
  }
}

/** What the checks of a draw came to so far, by case number. */
export async function resultsOfDraw(
  tx: ReadTx,
  drawId: string,
): Promise<ReadonlyMap<string, CheckRecord['outcome']>> {
  const found = await sql<{ ref: string; outcome: CheckRecord['outcome'] }>`
    select ref, outcome from county_check where draw_id = ${drawId} and outcome <> ''`.execute(tx);
  return new Map(found.rows.map(({ ref, outcome }) => [ref, outcome]));
}
