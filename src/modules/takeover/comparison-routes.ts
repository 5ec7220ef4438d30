import { sql } from 'kysely';
import type { ReadTx } from '../../platform/database/database.ts';
import { absent } from '../../platform/http/problem.ts';
import {
  commandRoute,
  queryRoute,
  requireArea,
  requireRole,
  type Router,
} from '../../platform/http/route.ts';
import type { BenefitState } from '../review/index.ts';
import { compareExisting, type Verdict } from '../review/register-existing.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { areOfTakeover, listAwaiting } from './household-store.ts';
import { findRun, takeoverKind, type TakeoverRun } from './store.ts';
import { findStream } from '../../platform/record/record.ts';
import type { CommandCall, QueryCall } from '../../platform/http/route.ts';

/** A second person goes through the entries of a ledger beside its scan, a page at a time (JT-06). */
export function registerComparison(router: Router, standards: Standards): void {
  const { entriesToCompare, compareEntries } = contract;
  queryRoute(router, entriesToCompare, access.EntriesToCompare, async (call) => {
    const { tx, asker, search } = call;
    const { takeoverId } = await ownRun(call);
    const { entries, left } = await listAwaiting(tx, takeoverId, search.limit);
    const states = await statesOf(
      tx,
      entries.map(({ benefitId }) => benefitId),
    );
    const takeover = await findStream(tx, takeoverKind, takeoverId);
    return {
      left,
      scans: takeover?.state.orders.flatMap(({ scans }) => [...scans]) ?? [],
      entries: entries.flatMap(({ benefitId, rows }) => {
        const state = states.get(benefitId);
        return state?.enrolment ? [entryLine(standards, { benefitId, rows }, state, asker)] : [];
      }),
    };
  });
  commandRoute(router, compareEntries, access.CompareEntries, async (call) => {
    const { tx, act, asker, body, context } = call;
    const { takeoverId } = await ownRun(call);
    requireRole(context, access.CompareEntries, asker);
    const verdicts = [
      ...body.agree.map((benefitId) => ({ benefitId, verdict: { agrees: true } as Verdict })),
      ...body.disagree.map(({ benefitId, reason }) => ({
        benefitId,
        verdict: { agrees: false, reason } as Verdict,
      })),
    ];
    const ids = verdicts.map(({ benefitId }) => benefitId);
    if (!(await areOfTakeover(tx, takeoverId, ids))) throw absent();
    const left: { benefitId: string; message: string }[] = [];
    for (const { benefitId, verdict } of verdicts) {
      const no = await compareExisting(
        standards,
        { tx, act, asker, sealer: context.sealer },
        benefitId,
        verdict,
      );
      if (no === 'absent') throw absent();
      if (no) left.push({ benefitId, message: no.message });
    }
    const done = (wanted: readonly string[]) =>
      wanted.filter((id) => !left.some(({ benefitId }) => benefitId === id)).length;
    const returned = done(body.disagree.map(({ benefitId }) => benefitId));
    return { status: 200, answer: { confirmed: done(body.agree), returned, left } };
  });
}

/** The ledger asked for; in another county it is not found. */
export async function ownRun({
  tx,
  asker,
  context,
  params,
}: Pick<
  CommandCall<'/:takeoverId', unknown> | QueryCall<'/:takeoverId', unknown>,
  'tx' | 'asker' | 'context' | 'params'
>): Promise<TakeoverRun> {
  const run = await findRun(tx, params.takeoverId);
  if (!run) throw absent();
  requireArea(context, asker, run.area);
  return run;
}

async function statesOf(
  tx: ReadTx,
  benefitIds: readonly string[],
): Promise<ReadonlyMap<string, BenefitState>> {
  const found = await sql<{ id: string; state: BenefitState }>`
    select substr(stream, 9) as id, state from record
    where stream = any (${benefitIds.map((id) => `benefit:${id}`)}::text[])`.execute(tx);
  return new Map(found.rows.map(({ id, state }) => [id, state]));
}

function entryLine(
  standards: Standards,
  { benefitId, rows }: { readonly benefitId: string; readonly rows: readonly number[] },
  { enrolment, entries, openedBy }: BenefitState,
  { person }: { readonly person: string },
): contract.EntryLine {
  const [entry] = entries;
  if (!enrolment || !entry || enrolment.scheme === 'temporary') {
    throw new Error(`${benefitId} is no entry of a ledger`);
  }
  const { scheme, number, village, people, account } = enrolment;
  return {
    ...{ benefitId, rows: [...rows], number, scheme: scheme as 'dibao' },
    document: entry.decision,
    ...{ decidedOn: entry.decidedOn, from: entry.from, amount: entry.amount },
    townshipName: standards.nameOf(village.slice(0, 9)),
    villageName: standards.nameOf(village),
    people: people.map(({ name, idNumber, covered }) => ({
      ...{ name, covered },
      idTail: idNumber?.tail ?? '',
    })),
    account: account ? `${account.bank} ${account.holder} 尾号 ${account.number.tail}` : '',
    isOwn: openedBy === person,
  };
}
