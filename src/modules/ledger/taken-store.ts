import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { dayOf, formatInstant } from '../../kernel/clock.ts';
import { evolveSlot, type Slot } from '../../kernel/slot.ts';
import type { ReadTx, WriteTx } from '../../platform/database/database.ts';
import type { Asker, Context } from '../../platform/http/context.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import { refusedBy } from '../../platform/http/problem.ts';
import { type Act, append, lockStream } from '../../platform/record/record.ts';
import { whyNotTaken } from './decide-export.ts';
import { refusals } from './export-refusal.ts';
import { exportKind, findExport, takenSince } from './export-store.ts';

/** A list that went out as a workbook: which, how filtered, how many rows; nobody's data. */
export type LedgerTaken = {
  readonly title: string;
  readonly about: string;
  readonly filter: string;
  readonly rows: number;
};
export type TakenEvent = { readonly type: 'LedgerTaken' } & LedgerTaken;
export type TakenState = (LedgerTaken & { readonly by: string }) | null;

const slot: Slot<TakenState, TakenEvent> = {
  initial: null,
  evolve: { LedgerTaken: (_, { type: __, ...taken }, { actor }) => ({ ...taken, by: actor }) },
  titles: { LedgerTaken: '导出台账' },
};

/** Workbooks taken out, a stream of one event each. */
export const takenKind: TitledKind<TakenState, TakenEvent> = {
  name: 'ledger-taken',
  initial: null,
  evolve: (state, event, meta) => evolveSlot(slot, state, event, meta),
  titleOf: () => slot.titles.LedgerTaken,
  project: async (tx, { id, area, state }) => {
    if (!state) return;
    const { title, about, filter, rows, by } = state;
    await sql`
      insert into ledger_taken_row (taken_id, area, person, at, title, about, filter, rows)
      select ${id}, ${area}, ${by}, e.recorded_at, ${title}, ${about}, ${filter}, ${rows}
      from event e where e.stream = ${`ledger-taken:${id}`} and e.seq = 1`.execute(tx);
  },
};

/**
 * The one gate every list goes out by (TH-09): leaves the trace that somebody takes it, in the transaction that reads
 * it, and answers the line printed on each page. More rows than one may take alone need an approval for exactly this
 * address; what the office itself had brought (`about`) is not counted.
 */
export async function recordTaken(
  tx: WriteTx,
  { clock, exportLimits }: Pick<Context, 'clock' | 'exportLimits'>,
  asker: Asker,
  { path, ...taken }: LedgerTaken & { readonly path: string },
): Promise<string> {
  const now = clock.now();
  const today = dayOf(now);
  const approved = await findExport(tx, { person: asker.person, path, status: 'approved' });
  const limits = exportLimits(asker.area, today);
  if (taken.about === '') {
    const why = whyNotTaken(taken.rows, {
      ...{ limits, today, approvedUntil: approved?.validUntil ?? null },
      takenToday: await takenSince(tx, asker.person, Date.parse(`${today}T00:00:00+08:00`)),
    });
    if (why) throw refusedBy(refusals[why]);
  }
  const from = { id: randomUUID(), area: asker.area, version: 0, state: takenKind.initial };
  const act = {
    ...{ actor: asker.person, post: asker.post, command: randomUUID() },
    recordedAt: now,
  };
  await append(tx, takenKind, from, [{ type: 'LedgerTaken', ...taken }], act);
  const isApproved = taken.rows > limits.alone && taken.about === '' && approved !== undefined;
  if (isApproved) await closeRequest(tx, approved.id, taken.rows, act);
  const purpose = isApproved ? `，用途：${approved.purpose}` : '';
  return `${asker.name}，${formatInstant(now)}导出${purpose}，编号${from.id.slice(0, 8)}`;
}

/** An approval is good for one workbook. */
async function closeRequest(tx: WriteTx, id: string, rows: number, act: Act): Promise<void> {
  const request = await lockStream(tx, exportKind, id);
  if (request?.state.status !== 'approved') throw refusedBy(refusals['export-needs-second']);
  await append(tx, exportKind, request, [{ type: 'ExportMade', rows }], act);
}

export type TakenRow = LedgerTaken & { readonly person: string; readonly at: number };

/** What was taken out in an area, or of one thing, newest first. */
export async function listTaken(
  tx: ReadTx,
  {
    area,
    about = '',
    before,
    limit,
  }: { area: string; about?: string; before: number; limit: number },
): Promise<readonly TakenRow[]> {
  const found = await sql<TakenRow>`
    select title, about, filter, rows, person, at from ledger_taken_row
    where area collate "C" >= ${area} and area collate "C" < ${`${area}~`}
      and (${about} = '' or about = ${about}) and at < ${before}
    order by at desc limit ${limit}`.execute(tx);
  return found.rows;
}

/** What says which part of a list is asked for: a workbook holds all of it. */
export const PAGE_PARTS: readonly string[] = ['after', 'before', 'limit'];

/** How a list was filtered. What was typed may be a name: that something was typed is enough. */
export function filterWords(search: Readonly<Record<string, unknown>>): string {
  return Object.entries(search)
    .filter(([key, value]) => !PAGE_PARTS.includes(key) && (value ?? '') !== '')
    .map(([key, value]) => (key === 'text' ? '按姓名或者编号查找' : `${key}=${String(value)}`))
    .join('；');
}
