import { randomUUID } from 'node:crypto';
import { dayOf } from '../../kernel/clock.ts';
import { addFen } from '../../kernel/fen.ts';
import { sm3 } from '../../platform/crypto/sm3.ts';
import { type ReadTx, write, type WriteTx } from '../../platform/database/database.ts';
import { type Context, principalOf } from '../../platform/http/context.ts';
import { performOnce } from '../../platform/http/perform.ts';
import { absent, refusedBy } from '../../platform/http/problem.ts';
import { receiveFile } from '../../platform/http/receive-file.ts';
import { keyOf, rawRoute, requireArea, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { type Act, append, lockStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { actorOf } from '../case/given.ts';
import { access } from './access.ts';
import type { BankLayout } from './bank-layout.ts';
import { insertBatchLines, insertReply, reconciliationOf, sentLines } from './batch-store.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { layoutsOf } from './layout-store.ts';
import { moved } from './posting.ts';
import { book, lockFunds, piecesOf } from './ledger-store.ts';
import { releaseSealed } from './commitment-store.ts';
import { noteCredits } from './message-store.ts';
import { potsOf } from './pot-store.ts';
import { isApproved } from './request-store.ts';
import { drawn } from './pot.ts';
import { linesHash, paidLines, type RollLine } from './line-store.ts';
import { batchNumber, hashOver, type MadeBatch, makeBatch, wholeFile } from './make-batch.ts';
import { readReply } from './read-reply.ts';
import { renewStatistics } from './renew-statistics.ts';
import { judgedReply, type LineOutcome } from './reply.ts';
import type { Reply, RollEvent, RollState, SealedFile } from './roll.ts';
import { lockRun, rollKind } from './store.ts';

type Roll = NonNullable<RollState>;

/** From the reviewed roll to the bank and back: sealed, released, taken, answered, closed. */
export function registerBatches(router: Router): void {
  registerSealing(router);
  registerRelease(router);
  registerBankFile(router);
  registerReply(router);
  streamCommand(router, rollKind, {
    contract: contract.closeRoll,
    access: access.CloseRoll,
    id: ({ params }) => params.rollId,
    given: async ({ tx, params }, { state }) => {
      if (!state) throw absent();
      return { reconciliation: await reconciliationOf(tx, params.rollId, state) };
    },
    decide: decide.closeRoll,
  });
}

function registerSealing(router: Router): void {
  streamCommand(router, rollKind, {
    contract: contract.sealBatch,
    access: access.SealBatch,
    id: ({ params }) => params.rollId,
    locks: ({ tx, params }) => lockRun(tx, params.rollId),
    given: async ({ tx, act, params, context }, { area, state }) => {
      const lines = await paidLines(tx, params.rollId);
      const made = madeOf(context, { area, state }, lines, act);
      const files = made.files.map(({ sealed }) => sealed);
      const { banksWithoutLayout } = made;
      return {
        hash: linesHash(lines),
        batchHash: made.hash,
        files,
        banksWithoutLayout,
        made,
        lines,
      };
    },
    decide: decide.sealBatch,
    then: async ({ tx, act, context }, { id, area, state }, _, { made, lines }) => {
      if (!state) throw absent();
      const places = made.files.flatMap(({ sealed, lineIds }) =>
        lineIds.map((lineId, index) => ({ lineId, fileNo: sealed.no, no: index + 1 })),
      );
      await insertBatchLines(tx, { rollId: id, area }, places);
      await bookSealed(tx, { area, rollId: id, scheme: state.scheme }, lines, act);
      await renewStatistics(tx, places.length);
      for (const { sealed, bytes } of made.files) {
        await context.bundles.put(sealed.bundleId, whole(bytes));
      }
    },
  });
}

async function* whole(bytes: Buffer) {
  yield bytes;
}

/** Nothing is opened of a roll nobody reviewed. */
function madeOf(
  { sealer }: Context,
  { area, state }: { readonly area: string; readonly state: RollState },
  lines: readonly RollLine[],
  act: Act,
): MadeBatch {
  if (state?.status !== 'reviewed') return { files: [], hash: '', banksWithoutLayout: [] };
  const of = { scheme: state.scheme, batch: batchNumber({ area, ...state }) };
  return makeBatch(sealer, layoutsOf(area), lines, { ...of, date: dayOf(act.recordedAt) });
}

async function bookSealed(
  tx: WriteTx,
  { area, rollId, scheme }: { area: string; rollId: string; scheme: string },
  lines: readonly RollLine[],
  act: Act,
): Promise<void> {
  const on = dayOf(act.recordedAt);
  const year = Number(on.slice(0, 4));
  await lockFunds(tx, area);
  const pots = await potsOf(tx, { area, scheme, year });
  const fresh = drawn(
    lines.filter(({ reissueOf }) => reissueOf === null),
    pots,
    year,
  );
  const returned = await piecesOf(
    tx,
    'returned',
    lines.flatMap(({ reissueOf }) => reissueOf ?? []),
  );
  const again = lines.flatMap(({ lineId, reissueOf }) =>
    (returned.get(reissueOf ?? '') ?? []).map((each) => ({
      ...each,
      lineId,
      fromLineId: each.lineId,
    })),
  );
  await book(
    tx,
    { area, kind: 'seal', cause: rollId },
    [...moved('reserve', 'payable', scheme, fresh), ...moved('returned', 'payable', scheme, again)],
    act,
  );
  await releaseSealed(tx, { area, rollId, scheme }, act, on);
}

/** One hash over the files as they are kept now, or '' when one is gone or the lines are not those frozen. */
async function presentHash(
  context: Context,
  tx: ReadTx,
  rollId: string,
  state: RollState,
): Promise<string> {
  const files = state?.sealed?.files ?? [];
  if (linesHash(await paidLines(tx, rollId)) !== state?.frozen?.hash) return '';
  const kept: Pick<SealedFile, 'no' | 'hash' | 'amount'>[] = [];
  for (const file of files) {
    const bytes = await wholeFile(context, file);
    if (!bytes) return '';
    kept.push({ ...file, hash: sm3(bytes).toString('hex') });
  }
  return hashOver(kept);
}

function registerRelease(router: Router): void {
  streamCommand(router, rollKind, {
    contract: contract.releaseBatch,
    access: access.ReleaseBatch,
    id: ({ params }) => params.rollId,
    given: async ({ tx, asker, params, context }, { state }) => ({
      by: actorOf(asker),
      batchHash: await presentHash(context, tx, params.rollId, state),
      isApproved: await isApproved(tx, params.rollId),
    }),
    decide: decide.releaseBatch,
  });
}

type Asking = { readonly params: { readonly rollId: string; readonly fileNo: string } };

async function lockedRoll(
  context: Context,
  tx: WriteTx,
  asker: Parameters<typeof principalOf>[0],
  { params }: Asking,
): Promise<{ loaded: Loaded<RollState>; state: Roll; file: SealedFile }> {
  const loaded = await lockStream(tx, rollKind, params.rollId);
  if (!loaded?.state) throw absent();
  requireArea(context, asker, loaded.area);
  const { state } = loaded;
  if (state.status !== 'released') throw refusedBy(decide.no('batch-not-released').refusal);
  const file = state.sealed?.files.find(({ no }) => String(no) === params.fileNo);
  if (!file) throw absent();
  return { loaded, state, file };
}

/** The sealed bytes, to whoever brings them to the bank; that they were taken is in the record. */
function registerBankFile(router: Router): void {
  rawRoute(router, contract.bankFile, access.BankFile, async (call) => {
    const { context, asker, params, reply } = call;
    const { bytes, name } = await write(context.database, principalOf(asker), async (tx) => {
      const { loaded, file } = await lockedRoll(context, tx, asker, { params });
      const kept = await wholeFile(context, file);
      const decided = decide.takeBankFile(file, loaded.state, { isWhole: kept !== null });
      if (!decided.ok || !kept) throw refusedBy(decide.no('batch-altered').refusal);
      const { person: actor, post } = asker;
      const act = { actor, post, command: randomUUID(), recordedAt: context.clock.now() };
      await append(tx, rollKind, loaded, decided.events, act);
      return { bytes: kept, name: file.name };
    });
    return reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .type('application/octet-stream')
      .send(bytes);
  });
}

function registerReply(router: Router): void {
  rawRoute(router, contract.importReply, access.ImportReply, async (call) => {
    const { context, asker, request, reply, params } = call;
    const { name, bytes } = await receiveFile(request);
    const isPartial = (request.query as { partial?: string }).partial === 'yes';
    const hash = sm3(bytes).toString('hex');
    const route = `ImportReply ${params.rollId} ${params.fileNo}`;
    const attempt = { key: keyOf(request), route, bodyHash: hash };
    const answered = await performOnce(context, asker, attempt, async (tx, act) => {
      const { loaded, state, file } = await lockedRoll(context, tx, asker, { params });
      if (state.replies.some((each) => each.hash === hash)) {
        throw refusedBy(decide.no('reply-twice').refusal);
      }
      const layout = layoutsOf(loaded.area).find(({ id }) => id === file.layout);
      if (!layout) throw refusedBy(decide.no('bank-without-layout').refusal);
      const judged = await judgedOf(context, tx, { layout, bytes, name, isPartial }, loaded, file);
      const fileName = name.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(-100);
      const made = replyOf(judged, { hash, fileName, fileNo: file.no });
      const open = await bookReply(tx, { loaded, state }, made, judged, act);
      return { status: 200, answer: { paid: made.paid, returned: made.returned, open } };
    });
    return reply.status(answered.status).send(answered.answer);
  });
}

type Received = {
  readonly layout: BankLayout;
  readonly bytes: Buffer;
  readonly name: string;
  readonly isPartial: boolean;
};

async function judgedOf(
  { sealer }: Context,
  tx: ReadTx,
  { layout, bytes, name, isPartial }: Received,
  { id, area, state }: Loaded<RollState>,
  file: SealedFile,
): Promise<readonly LineOutcome[]> {
  if (!state) throw absent();
  const found = await readReply(layout, bytes, name);
  if (!found.ok) throw refusedBy(decide.no('reply-unreadable', found.message).refusal);
  const judged = judgedReply(layout, found.rows, await sentLines(tx, id, file.no), {
    batch: batchNumber({ area, ...state }),
    isPartial,
    indexOf: (account) => sealer.indexOf('account', account),
  });
  if (!judged.ok) throw refusedBy(judged.refusal);
  return judged.outcomes;
}

function replyOf(
  outcomes: readonly LineOutcome[],
  of: { readonly hash: string; readonly fileName: string; readonly fileNo: number },
): Reply {
  const [paid, returned] = (['paid', 'returned'] as const).map((outcome) =>
    outcomes.filter((each) => each.outcome === outcome).map(({ amount }) => amount),
  );
  return {
    ...{ replyId: randomUUID(), ...of },
    ...{ paid: paid?.length ?? 0, paidAmount: addFen(...(paid ?? [])) },
    ...{ returned: returned?.length ?? 0, returnedAmount: addFen(...(returned ?? [])) },
  };
}

/** Books what the bank answered, in one transaction with the record of it; answers how many lines are open. */
async function bookReply(
  tx: WriteTx,
  { loaded, state }: { readonly loaded: Loaded<RollState>; readonly state: Roll },
  reply: Reply,
  outcomes: readonly LineOutcome[],
  act: Act,
): Promise<number> {
  const decided = decide.importReply({ reply }, state);
  if (!decided.ok) throw refusedBy(decided.refusal);
  const { id: rollId, area } = loaded;
  await append<RollState, RollEvent>(tx, rollKind, loaded, decided.events, act);
  const today = dayOf(act.recordedAt);
  await insertReply(tx, { rollId, area }, reply, outcomes, { ...act, today });
  const payable = await piecesOf(
    tx,
    'payable',
    outcomes.map(({ lineId }) => lineId),
  );
  const postings = outcomes.flatMap(({ lineId, outcome }) =>
    moved('payable', outcome, state.scheme, payable.get(lineId) ?? []),
  );
  await book(tx, { area, kind: 'reply', cause: reply.replyId }, postings, act);
  await renewStatistics(tx, outcomes.length);
  await noteCredits(tx, reply.replyId, act.recordedAt);
  return (await reconciliationOf(tx, rollId, state)).open.lines;
}
