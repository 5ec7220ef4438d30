import type { ReadTx } from '../../platform/database/database.ts';
import type { Asker, Context } from '../../platform/http/context.ts';
import { getOwn } from '../../platform/http/own-stream.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { reconciliationOf } from './batch-store.ts';
import { changesOf, monthBefore } from './change-store.ts';
import * as contract from './contract.ts';
import { countyBalances } from './ledger-store.ts';
import { batchNumber } from './make-batch.ts';
import { changeKinds, type ChangeKind } from './roll-change.ts';
import { findRun, listRuns, rollKind } from './store.ts';
import { answeredByFile, listLines, summaryOf } from './view-store.ts';

/** What is shown of rolls: the board, one roll, its lines, and how it differs from the month before. */
export function registerViews(router: Router, standards: Standards): void {
  queryRoute(router, contract.fundBoard, access.FundBoard, async ({ tx, asker }) => {
    const area = asker.area.slice(0, 6);
    return { rolls: [...(await listRuns(tx, area))], balances: await countyBalances(tx, area) };
  });
  queryRoute(router, contract.rollView, access.RollView, viewOf);
  registerLists(router, standards);
}

type Asked = {
  readonly tx: ReadTx;
  readonly asker: Asker;
  readonly context: Context;
  readonly params: { readonly rollId: string };
};

async function ownRoll(call: Asked) {
  const loaded = await getOwn(call, rollKind, call.params.rollId);
  const run = await findRun(call.tx, call.params.rollId);
  if (!loaded.state || !run) throw absent();
  return { loaded, state: loaded.state, run };
}

type Mark = { readonly by: string; readonly on: string } | null;

async function viewOf(call: Asked) {
  const { tx, asker, context } = call;
  const { loaded, state, run } = await ownRoll(call);
  const { begun, frozen, reviewed, sealed, released, closed, ended } = state;
  const marks = { begun, frozen, reviewed, sealed, released, closed, ended };
  const people = [...Object.values(marks), ...state.taken, ...state.replies].flatMap((each) =>
    each ? [each.by] : [],
  );
  const names = await context.namesOf(tx, [...new Set(people)]);
  const nameOf = (person: string) => names.get(person) ?? '';
  const shown = (mark: Mark) => mark && { by: nameOf(mark.by), on: mark.on };
  const { kinds, holds } = await summaryOf(tx, run.rollId);
  const answered = await answeredByFile(tx, run.rollId);
  const sum = (of: readonly { lines: number; amount: number }[], what: 'lines' | 'amount') =>
    of.reduce((total, each) => total + each[what], 0);
  return {
    ...run,
    version: loaded.version,
    batch: batchNumber({ area: loaded.area, ...state }),
    lines: sum(kinds, 'lines'),
    amount: sum(kinds, 'amount'),
    held: sum(holds, 'lines'),
    ...{ kinds: [...kinds], holds: [...holds] },
    begun: shown(begun),
    ...{ frozen: shown(frozen), reviewed: shown(reviewed), sealed: shown(sealed) },
    ...{ released: shown(released), closed: shown(closed), ended: shown(ended) },
    words: ended?.words ?? reviewed?.words ?? '',
    hash: sealed?.hash ?? frozen?.hash ?? '',
    files: (sealed?.files ?? []).map(({ no, bank, name, hash, lines, amount }) => ({
      ...{ no, bank, name, hash, lines, amount, answered: answered.get(no) ?? 0 },
      takenBy: state.taken.filter((each) => each.no === no).map(({ by }) => nameOf(by)),
    })),
    replies: state.replies.map((each) => ({ ...each, by: nameOf(each.by) })),
    reconciliation: released ? shownBooks(await reconciliationOf(tx, run.rollId, state)) : null,
    hadHandIn: [begun, frozen, reviewed, sealed].some((each) => each?.by === asker.person),
  };
}

function shownBooks({ differences, ...books }: Awaited<ReturnType<typeof reconciliationOf>>) {
  return { ...books, differences: [...differences] };
}

const PAGE = 200;

function registerLists(router: Router, standards: Standards): void {
  queryRoute(router, contract.rollLines, access.RollLines, async (call) => {
    const { run } = await ownRoll(call);
    const found = await listLines(call.tx, run.rollId, call.search);
    const lines = found.lines.map(({ area, ...each }) => ({
      ...each,
      villageName: standards.nameOf(area),
    }));
    return { ...found, lines };
  });
  queryRoute(router, contract.rollChanges, access.RollChanges, async (call) => {
    const { kind, offset } = call.search;
    const { run } = await ownRoll(call);
    const before = await monthBefore(call.tx, run);
    const all = await changesOf(call.tx, run, before);
    const wanted = kind ? all.filter((each) => each.kind === kind) : all;
    const page = wanted.slice(offset, offset + PAGE);
    const changes = page.map(({ area, ...each }) => ({
      ...each,
      villageName: standards.nameOf(area),
    }));
    const next = offset + page.length < wanted.length ? offset + page.length : null;
    const sums = (Object.keys(changeKinds) as ChangeKind[]).flatMap((each) => {
      const of = all.filter((change) => change.kind === each);
      const difference = of.reduce((sum, change) => sum + change.now - change.before, 0);
      return of.length > 0 ? [{ kind: each, lines: of.length, difference }] : [];
    });
    return { before, sums, changes, next };
  });
}
