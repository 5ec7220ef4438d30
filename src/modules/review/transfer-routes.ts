import { dayOf } from '../../kernel/clock.ts';
import { monthAfter } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { read, type WriteTx } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import { principalOf } from '../../platform/http/context.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import { type CommandCall, queryRoute, rawRoute, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { type Act, append, findStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { actorOf } from '../case/given.ts';
import { evidenceOf, storeEvidence } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { benefitCommand } from './benefit-command.ts';
import type { BenefitEvent, Origin } from './benefit-event.ts';
import type { BenefitState } from './benefit-state.ts';
import * as decide from './decide-transfer.ts';
import { entitlementIn } from './entitlement.ts';
import { requireFiles } from './require-files.ts';
import { resealPerson } from './reseal-person.ts';
import { benefitKind } from './store.ts';
import * as contract from './transfer-contract.ts';
import {
  findTransfer,
  listTransfers,
  storeTransfers,
  transferAnswerKind,
  type TransferRow,
} from './transfer-store.ts';

/** 转出转入: both townships act, the county carries it out; the file goes along. */
export function registerTransfers(router: Router, standards: Standards): void {
  registerSending(router, standards);
  registerAnswers(router);
  registerCarryingOut(router, standards);
  registerLists(router, standards);
}

const stored =
  (standards: Standards) =>
  async ({ tx, act }: { tx: WriteTx; act: Act }, { id, area, state }: Loaded<BenefitState>) => {
    // What goes over is what is due from next month on.
    const amount = entitlementIn(state.entries, monthAfter(dayOf(act.recordedAt)))?.amount ?? 0;
    const fromName = standards.nameOf(area.slice(0, 9));
    await storeTransfers(tx, { id, area, state, fromName, amount });
  };

function registerSending(router: Router, standards: Standards): void {
  benefitCommand(router, standards, {
    contract: contract.sendBenefit,
    access: access.SendBenefit,
    more: async ({ tx, body }) => {
      await requireFiles(tx, body.files, 'files');
      if (standards.nameOf(body.to) === body.to) throw invalid(['to'], '没有这个乡镇（街道）');
      return { toName: standards.nameOf(body.to) };
    },
    decide: (body, state, { toName, ...given }) =>
      decide.sendBenefit({ ...body, toName }, state, given),
    then: stored(standards),
  });
  benefitCommand(router, standards, {
    contract: contract.recallTransfer,
    access: access.RecallTransfer,
    decide: decide.recallTransfer,
    then: stored(standards),
  });
}

/** The receiving township's stream begins with its answer, under the id of the transfer, in its own area. */
function registerAnswers(router: Router): void {
  const given = async ({
    tx,
    act,
    asker,
    params,
  }: CommandCall<`/transfers/:transferId/${string}`, unknown>) => {
    const { transferId } = params as unknown as { transferId: string };
    const found = await findTransfer(tx, transferId);
    if (found?.to !== asker.area.slice(0, 9)) throw absent();
    return {
      ...{ now: act.recordedAt, today: dayOf(act.recordedAt), by: actorOf(asker) },
      ...{ isOpen: found.status === 'open', to: placeCode(found.to) },
    };
  };
  const shared = {
    id: ({ params }: { params: { transferId: string } }) => params.transferId,
    begins: ({ asker }: { asker: { area: string } }) => asker.area.slice(0, 9),
    given,
  };
  streamCommand(router, transferAnswerKind, {
    ...shared,
    contract: contract.acceptTransfer,
    access: access.AcceptTransfer,
    decide: decide.acceptTransfer,
  });
  streamCommand(router, transferAnswerKind, {
    ...shared,
    contract: contract.declineTransfer,
    access: access.DeclineTransfer,
    decide: decide.declineTransfer,
  });
}

function registerCarryingOut(router: Router, standards: Standards): void {
  benefitCommand(router, standards, {
    contract: contract.carryOutTransfer,
    access: access.CarryOutTransfer,
    more: async ({ tx, body, context }, { id, area, state }, { today }) => {
      const found = await findStream(tx, transferAnswerKind, body.transferId);
      const answer = found?.state ?? transferAnswerKind.initial;
      const from = standards.nameOf(area.slice(0, 9));
      const opened =
        answer.village && state.enrolment
          ? openedThere(context, { id, state, village: answer.village, from, today })
          : null;
      return { answer, opened: opened && { ...opened, newId: body.transferId } };
    },
    decide: decide.carryOutTransfer,
    then: async (call, after, _events, { opened }) => {
      await stored(standards)(call, after);
      if (!opened) throw absent();
      const { tx, act } = call;
      const kind = benefitKind(standards);
      const { newId, village, event } = opened;
      const begun = { id: newId, area: village, version: 0, state: kind.initial };
      await append(tx, kind, begun, [event], act);
      await sendFiles(tx, village, event, act);
    },
  });
}

/** The file goes along: what was handed over is attached where the household lives now. */
async function sendFiles(
  tx: WriteTx,
  area: string,
  { origin }: { readonly origin: Origin },
  { actor, recordedAt }: Act,
): Promise<void> {
  const files = origin.kind === 'transfer' ? origin.files : [];
  for (const { hash } of files) {
    const [found] = await evidenceOf(tx, hash);
    if (!found) continue;
    await storeEvidence(tx, { ...found, caseId: '', area }, { person: actor, at: recordedAt });
  }
}

/** The household's entry in the other township: the same people, facts and period, sealed anew. */
function openedThere(
  { sealer }: Context,
  at: {
    readonly id: string;
    readonly state: BenefitState;
    readonly village: NonNullable<typeof transferAnswerKind.initial.village>;
    readonly from: string;
    readonly today: ReturnType<typeof dayOf>;
  },
) {
  const { id, state, village, from, today } = at;
  const { enrolment } = state;
  const open = state.transfers.at(-1);
  if (!enrolment || !open) return null;
  const facts = enrolment.facts && { ...enrolment.facts, place: village };
  const bound = { benefitId: id, origin: enrolment.origin };
  const event: Extract<BenefitEvent, { type: 'BenefitOpened' }> = {
    type: 'BenefitOpened',
    ...enrolment,
    ...{ township: placeCode(village.slice(0, 9)), village, facts },
    origin: {
      ...{ kind: 'transfer', benefitId: id, from, files: open.files },
    },
    people: enrolment.people.map((each) => resealPerson(sealer, bound, open.id, each)),
    reviewDue: state.reviewDue ?? enrolment.reviewDue,
    entries: [decide.movedEntry(state, { today }, from)],
  };
  return { village, event };
}

function registerLists(router: Router, standards: Standards): void {
  queryRoute(router, contract.transferList, access.TransferList, async ({ tx, asker, context }) => {
    const rows = await listTransfers(tx, asker.area, dayOf(context.clock.now()));
    return { transfers: rows.map((row) => lineOf(standards, row, asker.area)) };
  });
  queryRoute(router, contract.transferPlaces, access.TransferPlaces, async ({ asker }) => {
    const own = asker.area.slice(0, 9);
    const townships = standards.divisions
      .flatMap((each) => each.children(placeCode(asker.area.slice(0, 6))))
      .filter(({ code }) => code !== own)
      .map(({ code, name }) => ({ code, name }));
    return { townships };
  });
  rawRoute(router, contract.transferFile, access.TransferFile, async (call) => {
    const { context, asker, params, reply } = call;
    const row = await read(context.database, principalOf(asker), (tx) =>
      findTransfer(tx, params.transferId),
    );
    const isGiven = row?.files.some(({ hash }) => hash === params.hash) ?? false;
    const bytes = isGiven ? await context.files.readView(params.hash, 1) : null;
    if (!bytes) throw absent();
    return reply.type('image/jpeg').header('content-disposition', 'inline').send(bytes);
  });
}

function lineOf(standards: Standards, row: TransferRow, area: string) {
  const { area: from, village, status: _, ...line } = row;
  const sees = from.startsWith(area);
  return {
    ...line,
    files: [...row.files],
    benefitId: sees ? row.benefitId : '',
    caseId: sees ? row.caseId : '',
    isCase: row.caseId !== '',
    toName: standards.nameOf(row.to),
    villageName: village && standards.nameOf(village),
    answer: row.answer as 'awaited' | 'accepted' | 'declined',
    incoming: row.to.startsWith(area) && !sees,
  };
}
