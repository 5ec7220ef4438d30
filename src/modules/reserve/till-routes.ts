import { dayOf } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { findStream } from '../../platform/record/record.ts';
import { actorOf } from '../case/given.ts';
import { bookMissing, bookSettled, bookTillPaid } from '../funds/till-store.ts';
import { evidenceOf } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { townshipsIn } from '../standards/township.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide-till.ts';
import { differenceOf, restored, type TillState } from './till.ts';
import { movementsOf } from './till-movement.ts';
import { listTills, tillKind, tillRecords, type TillRow } from './till-store.ts';

const MOST_SHOWN = 300;
const TOWNSHIP = /^\d{9}$/;
const idOf = ({ params }: { params: { township: string } }) => params.township;
const byOf = async ({ asker }: { asker: Parameters<typeof actorOf>[0] }) => ({
  by: actorOf(asker),
});

/** Townships' tills: asked for, reviewed, sent by three people; counted; what a count did not find is settled. */
export function registerTills(router: Router, standards: Standards): void {
  registerAsking(router, standards);
  registerPaying(router);
  registerCounts(router);
  registerQueries(router, standards);
}

function limitOf(standards: Standards, township: string, today: LocalDate) {
  return fen(standards.procedureOf(township, today, 'temporary').reserveLimit.value);
}

function registerAsking(router: Router, standards: Standards): void {
  streamCommand(router, tillKind, {
    contract: contract.askReserve,
    access: access.AskReserve,
    id: idOf,
    begins: ({ params }) => {
      if (!TOWNSHIP.test(params.township)) throw absent();
      return params.township;
    },
    given: async ({ act }, { id }) => ({ limit: limitOf(standards, id, dayOf(act.recordedAt)) }),
    decide: ({ amount, ...asked }, state, given) =>
      decide.askReserve({ ...asked, amount: amount ?? fen(0) }, state, given),
  });
  streamCommand(router, tillKind, {
    contract: contract.approveReserve,
    access: access.ApproveReserve,
    id: idOf,
    given: byOf,
    decide: decide.approveReserve,
  });
  streamCommand(router, tillKind, {
    contract: contract.declineReserve,
    access: access.DeclineReserve,
    id: idOf,
    given: byOf,
    decide: decide.declineReserve,
  });
}

function registerPaying(router: Router): void {
  streamCommand(router, tillKind, {
    contract: contract.payReserve,
    access: access.PayReserve,
    id: idOf,
    given: async (call, { state }) => {
      await requireFile(call.tx, call.body.receipt.hash, 'receipt');
      return { ...(await byOf(call)), amount: state.ask?.amount ?? fen(0) };
    },
    decide: decide.payReserve,
    then: ({ tx, act }, { id, version }, _, { amount }) => {
      const on = dayOf(act.recordedAt);
      return bookTillPaid(tx, { township: id, version, booked: act }, { amount, on });
    },
  });
}

function registerCounts(router: Router): void {
  streamCommand(router, tillKind, {
    contract: contract.countReserve,
    access: access.CountReserve,
    id: idOf,
    given: async (call) => {
      await requireFile(call.tx, call.body.sheet.hash, 'sheet');
      return byOf(call);
    },
    decide: decide.countTill,
    then: async ({ tx, act }, { id, version, state }) => {
      const missing = state.count ? -differenceOf(state.count) : 0;
      if (missing > 0) await bookMissing(tx, { township: id, version, booked: act }, fen(missing));
    },
  });
  streamCommand(router, tillKind, {
    contract: contract.settleDifference,
    access: access.SettleDifference,
    id: idOf,
    given: byOf,
    decide: decide.settleDifference,
    then: async ({ tx, act, body }, { id, version, state }) => {
      const missing = state.count ? -differenceOf(state.count) : 0;
      if (!state.count || missing <= 0) return;
      const isBack = restored(state.count, body.outcome) > 0;
      const settled = { amount: fen(missing), isBack };
      await bookSettled(tx, { township: id, version, booked: act }, settled);
    },
  });
}

async function requireFile(tx: ReadTx, hash: string, field: string): Promise<void> {
  if ((await evidenceOf(tx, hash)).length > 0) return;
  throw invalid([field], '没有收到这个文件，请重新上传。');
}

function registerQueries(router: Router, standards: Standards): void {
  queryRoute(router, contract.tillList, access.TillList, async ({ tx, asker, context }) => {
    const today = dayOf(context.clock.now());
    const rows = new Map((await listTills(tx, asker.area)).map((row) => [row.township, row]));
    const tills = townshipsIn(standards, asker.area).map(({ code }) =>
      shown(standards, rows.get(code) ?? emptyTill(code), today),
    );
    const sum = (of: (row: TillRow) => number) =>
      [...rows.values()].reduce((all, row) => all + of(row), 0);
    return { tills, balance: sum(({ balance }) => balance), spent: sum(({ spent }) => spent) };
  });
  queryRoute(router, contract.tillView, access.TillView, async (call) => {
    const { tx, asker, context, params } = call;
    const { township } = params;
    const isOwn = township.startsWith(asker.area.slice(0, 9));
    if (!TOWNSHIP.test(township) || !isOwn) throw absent();
    const loaded = await findStream(tx, tillKind, township);
    const [row = emptyTill(township)] = await listTills(tx, township);
    const movements = movementsOf(await tillRecords(tx, township))
      .toReversed()
      .slice(0, MOST_SHOWN);
    const { ask, count, spent } = loaded?.state ?? tillKind.initial;
    const people = [ask?.by, count?.by, ...movements.map(({ actor }) => actor)];
    const names = await context.namesOf(tx, [...new Set(people.flatMap((each) => each ?? []))]);
    const named = (person: string) => names.get(person) ?? '';
    return {
      version: loaded?.version ?? 0,
      till: shown(standards, row, dayOf(context.clock.now())),
      vouchers: spent.length,
      ask: ask && askOf(ask, named(ask.by), asker.person),
      count: count && {
        ...{ on: count.on, by: named(count.by), witness: count.witness },
        ...{ counted: count.counted, booked: count.booked, explanation: count.explanation },
        ...{ isOpen: count.isOpen, isOwn: count.by === asker.person },
      },
      movements: movements.map(({ actor, ...each }) => ({ ...each, by: named(actor) })),
    };
  });
}

function askOf(ask: NonNullable<TillState['ask']>, by: string, person: string) {
  const { kind, amount, reason, status, on, spent } = ask;
  const hadHandIn = [ask.by, ask.approvedBy].includes(person);
  return { kind, amount, reason, status, on, by, vouchers: spent.length, hadHandIn };
}

function emptyTill(township: string): TillRow {
  return {
    ...{ township, balance: 0, spent: 0, askStatus: null, askAmount: 0 },
    ...{ countedOn: '', difference: 0 },
  };
}

function shown(standards: Standards, row: TillRow, today: LocalDate) {
  const { township } = row;
  return { ...row, name: standards.nameOf(township), limit: limitOf(standards, township, today) };
}
