import { placeCode } from '../../kernel/place.ts';
import type { WriteTx } from '../../platform/database/database.ts';
import { invalid, refusedBy } from '../../platform/http/problem.ts';
import type { Router } from '../../platform/http/route.ts';
import { type Act, append, findStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { caseCommand } from '../case/case-command.ts';
import { type CaseState, initialCase, type SentCase } from '../case/index.ts';
import { caseKind } from '../case/store.ts';
import { applicantName } from '../household/index.ts';
import { evidenceOf, requireCaseFiles, storeEvidence } from '../investigation/store.ts';
import { storeSentCase, transferAnswerKind } from '../review/transfer-store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { continueCase } from './continue-case.ts';
import { resealed } from './continue-routes.ts';
import * as contract from './send-contract.ts';
import * as decide from './send-case.ts';
import { routeFor } from './store.ts';

/** 移送: an application goes on in another township; both townships act, the county carries it out. */
export function registerSending(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.sendCase,
    access: access.SendCase,
    more: async ({ tx, body }, { id }) => {
      await requireCaseFiles(tx, id, body.files, 'files');
      if (standards.nameOf(body.to) === body.to) throw invalid(['to'], '没有这个乡镇（街道）');
      return { toName: standards.nameOf(body.to) };
    },
    decide: (body, state, { toName }) => decide.sendCase({ ...body, toName }, state),
    then: ({ tx }, after) => stored(tx, standards, after, after.state.course.sent, 'open'),
  });
  caseCommand(router, standards, {
    contract: contract.recallSentCase,
    access: access.RecallSentCase,
    // What is recalled is no longer in the state afterwards.
    more: async (_, { state }) => ({ sent: state.course.sent }),
    decide: (body, state) => decide.recallSentCase(body, state),
    then: ({ tx }, after, _, { sent }) => stored(tx, standards, after, sent, 'recalled'),
  });
  registerCarryingOut(router, standards);
}

async function stored(
  tx: WriteTx,
  standards: Standards,
  { id, area, state }: Loaded<CaseState>,
  sent: CaseState['course']['sent'],
  status: 'open' | 'recalled' | 'moved',
): Promise<void> {
  if (!sent) return;
  await storeSentCase(tx, {
    ...{ transferId: sent.id, caseId: id, area, to: sent.to, status, files: sent.files },
    ...{ fromName: standards.nameOf(area.slice(0, 9)), scheme: state.course.scheme },
    number: state.intake.accepted?.number ?? '',
    head: applicantName(state.household),
    ...{ reason: sent.reason, movedOn: sent.on, sentOn: sent.on },
  });
}

function registerCarryingOut(router: Router, standards: Standards): void {
  const kind = caseKind(standards);
  caseCommand(router, standards, {
    contract: contract.carryOutSentCase,
    access: access.CarryOutSentCase,
    more: async ({ tx, body }, _, { today }) => {
      const found = await findStream(tx, transferAnswerKind, body.transferId);
      const village = found?.state.village ?? null;
      return { isAccepted: found?.state.status === 'accepted', village, today };
    },
    decide: decide.carryOutSentCase,
    then: async ({ tx, act, context }, after, _, { village, today }) => {
      const { sent, scheme } = after.state.course;
      if (!sent || village === null) throw new Error(`${after.id} was not accepted anywhere`);
      await stored(tx, standards, after, sent, 'moved');
      const township = placeCode(village.slice(0, 9));
      const { declaration, facts } = after.state.household;
      const told = declaration && resealed(context, declaration, after.id, sent.id);
      const decision = continueCase({ scheme }, initialCase, {
        ...{ township, village, source: after.state },
        declaration: told && facts ? { ...told, facts: { ...facts, place: village } } : null,
        ...(await routeFor(tx, standards, township, { on: today, matter: scheme })),
      });
      if (!decision.ok) throw refusedBy(decision.refusal);
      const begun = { id: sent.id, area: village, version: 0, state: initialCase };
      await append(tx, kind, begun, decision.events, act);
      await sendFiles(tx, sent, village, act);
    },
  });
}

/** What the family brought goes along: the files are attached to the case that goes on. */
async function sendFiles(
  tx: WriteTx,
  { id, files }: SentCase,
  area: string,
  { actor, recordedAt }: Act,
): Promise<void> {
  for (const { hash } of files) {
    const [found] = await evidenceOf(tx, hash);
    if (!found) continue;
    await storeEvidence(tx, { ...found, caseId: id, area }, { person: actor, at: recordedAt });
  }
}
