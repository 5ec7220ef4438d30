import { dayOf } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import { read, type WriteTx } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { getOwn } from '../../platform/http/own-stream.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import { queryRoute, rawRoute, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import type { Act } from '../../platform/record/record.ts';
import { actorOf } from '../case/given.ts';
import { evidenceOf } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './budget-contract.ts';
import { fundDocumentKind, isDocumentKnown, listDocuments, usualSums } from './budget-store.ts';
import * as decide from './decide-budget.ts';
import type { FundDocumentState } from './fund-document.ts';
import { totalOf } from './fund-document.ts';
import { fundSetting } from './fund-setting.ts';
import { book, lockFunds } from './ledger-store.ts';
import { committedSums, listPots } from './pot-store.ts';
import { moved } from './posting.ts';
import { standingsOf } from './standing.ts';

/** Money provided by paper, and how it stands against what is promised. */
export function registerBudgets(router: Router, standards: Standards): void {
  registerEntering(router);
  registerChecks(router);
  registerFile(router);
  queryRoute(router, contract.budgetBoard, access.BudgetBoard, async (call) => {
    const { tx, asker, search, context } = call;
    const area = asker.area.slice(0, 6);
    const today = dayOf(context.clock.now());
    const year = search.year ?? Number(today.slice(0, 4));
    const pots = await listPots(tx, area, year);
    const { payDay } = fundSetting(standards, area);
    const standings = standingsOf(pots, await committedSums(tx, area, year), { today, payDay });
    const listed = await listDocuments(tx, area, year);
    const names = await context.namesOf(
      tx,
      listed.map(({ state }) => state.entered.by),
    );
    const documents = listed.map(({ documentId, version, state }) => ({
      ...{ documentId, version, kind: state.kind, documentNumber: state.documentNumber },
      ...{ status: state.status, enteredOn: state.entered.on, words: state.checked?.words ?? '' },
      enteredBy: names.get(state.entered.by) ?? '',
      items: [...state.items],
      total: totalOf(state.items),
      isOwn: state.entered.by === asker.person,
    }));
    const shown = pots.map(({ source, scheme, residence, budget, left }) => ({
      ...{ source, scheme, residence, budget, left },
    }));
    return { year, pots: shown, standings: [...standings], documents };
  });
}

function registerEntering(router: Router): void {
  streamCommand(router, fundDocumentKind, {
    contract: contract.enterBudget,
    access: access.EnterBudget,
    id: ({ body }) => body.documentId,
    begins: ({ asker }) => asker.area,
    anyVersion: true,
    locks: ({ tx }, { area }) => lockFunds(tx, area),
    given: async ({ tx, act, body }, { area }) => {
      if ((await evidenceOf(tx, body.file.hash)).length === 0) {
        throw invalid(['file'], '没有收到这个文件，请重新上传。');
      }
      return {
        today: dayOf(act.recordedAt),
        isKnown: await isDocumentKnown(tx, area, body.documentNumber),
        pots: await listPots(tx, area, body.year),
        usual: await usualSums(tx, area, body.year),
      };
    },
    decide: ({ documentId: _, ...paper }, state, given) => decide.enterBudget(paper, state, given),
  });
}

function registerChecks(router: Router): void {
  streamCommand(router, fundDocumentKind, {
    contract: contract.approveBudget,
    access: access.ApproveBudget,
    id: ({ params }) => params.documentId,
    locks: ({ tx }, { area }) => lockFunds(tx, area),
    given: async ({ tx, asker }, { area, state }) => ({
      by: actorOf(asker),
      pots: await listPots(tx, area, state?.year ?? 0),
    }),
    decide: decide.approveBudget,
    then: ({ tx, act }, { id, area, state }) => bookPaper(tx, { id, area, state }, act),
  });
  streamCommand(router, fundDocumentKind, {
    contract: contract.declineBudget,
    access: access.DeclineBudget,
    id: ({ params }) => params.documentId,
    given: async ({ asker }) => ({ by: actorOf(asker) }),
    decide: decide.declineBudget,
  });
}

function registerFile(router: Router): void {
  rawRoute(router, contract.budgetFile, access.BudgetFile, async (call) => {
    const { context, asker, params, reply } = call;
    const { state } = await read(context.database, principalOf(asker), (tx) =>
      getOwn({ ...call, tx }, fundDocumentKind, params.documentId),
    );
    const bytes = state && (await context.files.readView(state.file.hash, 1));
    if (!bytes) throw absent();
    return reply
      .header('content-disposition', 'inline')
      .header('x-content-type-options', 'nosniff')
      .type('image/jpeg')
      .send(bytes);
  });
}

/** What a paper provides or takes away; what it carries over leaves one year and enters the next as the same money. */
async function bookPaper(
  tx: WriteTx,
  { id, area, state }: { id: string; area: string; state: FundDocumentState },
  act: Act,
): Promise<void> {
  if (!state) throw absent();
  const postings = state.items.flatMap(({ source, scheme, residence, amount }) => {
    const pot = { year: state.year, source, residence };
    if (state.kind !== 'carry-over') {
      return moved('appropriation', 'reserve', scheme, [{ lineId: '', amount, pot }]);
    }
    const next = { ...pot, year: state.year + 1 };
    return [
      { account: 'reserve' as const, scheme, lineId: '', amount: fen(-amount), pot },
      { account: 'reserve' as const, scheme, lineId: '', amount, pot: next },
    ];
  });
  await book(tx, { area, kind: 'budget', cause: id }, postings, act);
}
