import { randomUUID } from 'node:crypto';
import { getCase } from './get-case.ts';
import { dayOf } from '../../kernel/clock.ts';
import { read, type ReadTx } from '../../platform/database/database.ts';
import { type Context, principalOf } from '../../platform/http/context.ts';
import { absent, ProblemError, refusedBy } from '../../platform/http/problem.ts';
import { commandRoute, queryRoute, requireRole, type Router } from '../../platform/http/route.ts';
import { append } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { sealContext } from '../household/seal-context.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import type { CaseState } from './case.ts';
import * as contract from './contract.ts';
import { actorOf } from './given.ts';
import { type ReadingField, readingFields, revealField, sealedOf } from './reading.ts';
import {
  findReadingInstant,
  readingKind,
  type ReadingRow,
  readingsOfArea,
  readingsOfCase,
  readingsToday,
} from './reading-store.ts';

export function registerReadings(router: Router, standards: Standards): void {
  registerReveal(router, standards);
  queryRoute(router, contract.caseReadings, access.CaseReadings, async (call) => {
    const { tx, context, params } = call;
    await getCase(standards, call, params.caseId);
    return { readings: await named(context, tx, await readingsOfCase(tx, params.caseId)) };
  });
  queryRoute(router, contract.readingList, access.ReadingList, async (call) => {
    const { tx, asker, context, search } = call;
    const { person, before, limit } = search;
    const rows = await readingsOfArea(tx, { area: asker.area, person, before, limit });
    const next = rows.length === limit ? (rows.at(-1)?.at ?? null) : null;
    return { readings: await named(context, tx, rows), next };
  });
}

/**
 * 查看: first the trace, in the command's transaction; the plain text is opened after it stands and goes to the
 * screen only. It is never part of the stored answer.
 */
function registerReveal(router: Router, standards: Standards): void {
  const { context } = router;
  commandRoute(
    router,
    contract.revealField,
    access.RevealField,
    async ({ tx, act, asker, params, body }) => {
      const loaded = await getCase(standards, { tx, asker, context }, params.caseId);
      requireRole(context, access.RevealField, asker);
      if (!sealedOf(loaded.state, body)) throw absent();
      const today = dayOf(act.recordedAt);
      const given = { by: actorOf(asker), readingsToday: await readingsToday(tx, today) };
      const decision = revealField({ caseId: params.caseId, ...body }, given);
      if (!decision.ok) throw refusedBy(decision.refusal);
      const fresh = { id: randomUUID(), area: loaded.area, version: 0, state: null };
      await append(tx, readingKind, fresh, decision.events, act);
      return { status: 200, answer: { readingId: fresh.id } };
    },
    ({ asker, params, body }, answer) =>
      read(context.database, principalOf(asker), async (tx) => {
        await requireFresh(context, tx, answer);
        const loaded = await getCase(standards, { tx, asker, context }, params.caseId);
        return { value: opened(context, loaded, body) };
      }),
  );
}

const SHOWN_MS = 60_000;

// A repeat of the same request answers for the minute the text is shown; after that a new look leaves a new trace.
async function requireFresh(context: Context, tx: ReadTx, answer: unknown): Promise<void> {
  const { readingId } = answer as { readingId: string };
  const at = await findReadingInstant(tx, readingId);
  if (at === null || context.clock.now() - at > SHOWN_MS) {
    throw new ProblemError({ code: 'key-reused' });
  }
}

function opened(
  { sealer }: Context,
  { id, state }: Loaded<CaseState>,
  asked: { field: ReadingField; memberId: string },
): string {
  const sealed = sealedOf(state, asked);
  if (!sealed) throw absent();
  const ofMember = asked.field === 'idNumber' || asked.field === 'phone';
  return sealer.open(sealContext(id, asked.field, ofMember ? asked.memberId : ''), sealed);
}

async function named(context: Context, tx: ReadTx, rows: readonly ReadingRow[]) {
  const names = await context.namesOf(tx, [...new Set(rows.map((row) => row.person))]);
  return rows.map((row) => ({
    ...row,
    what: readingFields[row.field],
    reader: names.get(row.person) ?? '',
  }));
}
