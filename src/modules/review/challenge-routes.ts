import { dayOf } from '../../kernel/clock.ts';
import type { Given } from '../../kernel/given.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Asker } from '../../platform/http/context.ts';
import { getOwn } from '../../platform/http/own-stream.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { type Act, append, findStream, lockStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { isRecused } from '../case/index.ts';
import { caseKind } from '../case/store.ts';
import { actorOf } from '../case/given.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { benefitCommand } from './benefit-command.ts';
import { carryOutRemedy } from './carry-out.ts';
import { challengeDue, type ChallengeState, challengeStatus, type Contested } from './challenge.ts';
import * as contract from './challenge-contract.ts';
import { challengeKind, listChallenges } from './challenge-store.ts';
import * as decide from './decide-challenge.ts';
import { isHiddenFrom } from './given.ts';
import { requireFiles } from './require-files.ts';
import { benefitKind, isCovered } from './store.ts';

/** 复议、诉讼: registered against a decision, answered, its outcome carried out; the case and the register show it. */
export function registerChallenges(router: Router, standards: Standards): void {
  registerRegistration(router, standards);
  registerCourse(router, standards);
  registerCarryingOut(router, standards);
  registerReading(router, standards);
}

type Calling = { readonly asker: Asker; readonly act: Act };
const givenOf = ({ asker, act }: Calling): Given => ({
  now: act.recordedAt,
  today: dayOf(act.recordedAt),
  by: actorOf(asker),
});
const hiddenFrom = ({ registered }: ChallengeState, { person }: Asker) =>
  registered?.against.recused.includes(person) ?? false;
const idOf = ({ params }: { params: { challengeId: string } }) => params.challengeId;

type Target = { readonly caseId: string | null; readonly benefitId: string | null };
type Found = { readonly area: string; readonly against: Contested };

function registerRegistration(router: Router, standards: Standards): void {
  streamCommand(router, challengeKind, {
    contract: contract.registerChallenge,
    access: access.RegisterChallenge,
    id: ({ body }) => body.challengeId,
    begins: ({ body }) => body.village,
    given: async (call) => {
      const { tx, body, asker } = call;
      const found = await contested(tx, standards, body, asker);
      if (found && found.area !== body.village) throw absent();
      if (found?.against.number !== body.number) {
        throw invalid(['number'], '没有找到这个文号的决定，请核对');
      }
      await requireFiles(tx, [body.file], 'file');
      return { ...givenOf(call), against: found.against };
    },
    decide: (
      { challengeId: _, caseId: _c, benefitId: _b, number: _n, village: _v, ...told },
      state,
      given,
    ) => decide.registerChallenge(told, state, given),
    hiddenFrom,
  });
}

/** The decision of a case, or the last one on a household of the register under that number. */
async function contested(
  tx: ReadTx,
  standards: Standards,
  { caseId, benefitId, number }: Target & { readonly number: string },
  asker: Asker,
): Promise<Found | null> {
  return benefitId === null
    ? ofCase(tx, standards, caseId ?? '', asker)
    : ofBenefit(tx, standards, { benefitId, number }, asker);
}

async function ofCase(
  tx: ReadTx,
  standards: Standards,
  caseId: string,
  asker: Asker,
): Promise<Found | null> {
  const loaded = await findStream(tx, caseKind(standards), caseId);
  if (!loaded?.area.startsWith(asker.area) || isRecused(loaded.state, asker.person)) throw absent();
  const { confirmation, household, intake, disclosure } = loaded.state;
  const { decision, service } = confirmation;
  if (!decision) return null;
  const register = await findStream(tx, benefitKind(standards), caseId);
  const self = household.facts?.members.find(({ relation }) => relation === 'self')?.id;
  const people = household.declaration?.people ?? [];
  const against: Contested = {
    ...{ caseId, benefitId: register ? caseId : null, number: decision.number },
    ...{ decidedOn: decision.on, servedOn: service?.on ?? null, organ: decision.organ },
    outcome: decision.outcome,
    applicant: people.find(({ memberId }) => memberId === self)?.name ?? '',
    caseNumber: intake.accepted?.number ?? '',
    recused: [...new Set(disclosure.hits.flatMap(({ person }) => person ?? []))],
  };
  return { area: loaded.area, against };
}

async function ofBenefit(
  tx: ReadTx,
  standards: Standards,
  { benefitId, number }: { readonly benefitId: string; readonly number: string },
  asker: Asker,
): Promise<Found | null> {
  const loaded = await findStream(tx, benefitKind(standards), benefitId);
  const { enrolment, adjustments } = loaded?.state ?? {};
  if (!loaded?.area.startsWith(asker.area) || !enrolment) throw absent();
  if (isHiddenFrom(loaded.state, asker)) throw absent();
  const adjustment = adjustments?.find((each) => each.decision?.number === number);
  if (!adjustment?.decision) return null;
  const { decision, served } = adjustment;
  const against: Contested = {
    caseId: enrolment.origin.kind === 'case' ? enrolment.origin.caseId : null,
    ...{ benefitId, number, decidedOn: decision.on, servedOn: served?.on ?? null },
    ...{ organ: decision.organ, outcome: 'adjusted', caseNumber: enrolment.number },
    applicant: enrolment.people.find(({ memberId }) => memberId === enrolment.head)?.name ?? '',
    recused: enrolment.recused,
  };
  return { area: loaded.area, against };
}

function registerCourse(router: Router, standards: Standards): void {
  streamCommand(router, challengeKind, {
    contract: contract.replyToChallenge,
    access: access.ReplyToChallenge,
    id: idOf,
    hiddenFrom,
    given: async (call) => ({
      ...(await requireFiles(call.tx, [call.body.file], 'file')),
      ...givenOf(call),
    }),
    decide: decide.replyToChallenge,
  });
  streamCommand(router, challengeKind, {
    contract: contract.recordChallengeOutcome,
    access: access.RecordChallengeOutcome,
    id: idOf,
    hiddenFrom,
    given: async (call) => ({
      ...(await requireFiles(call.tx, [call.body.file], 'file')),
      ...givenOf(call),
    }),
    decide: decide.recordOutcome,
  });
  streamCommand(router, challengeKind, {
    contract: contract.concludeChallenge,
    access: access.ConcludeChallenge,
    id: idOf,
    hiddenFrom,
    given: async (call, loaded) => {
      await requireFiles(call.tx, call.body.files, 'files');
      const followed = await followedBy(call.tx, standards, loaded, call.body.newCaseId);
      return { ...givenOf(call), ...followed };
    },
    decide: decide.concludeChallenge,
  });
}

/** What the record says was done since the outcome: in the register, or in the case begun anew for the same person. */
async function followedBy(
  tx: ReadTx,
  standards: Standards,
  { id, area, state }: Loaded<ChallengeState>,
  newCaseId: string | null,
): Promise<decide.Followed> {
  const { registered, outcome } = state;
  const since = outcome?.on ?? '';
  const { benefitId, caseId } = registered?.against ?? { benefitId: null, caseId: null };
  if (benefitId !== null) {
    const loaded = await findStream(tx, benefitKind(standards), benefitId);
    const decided = loaded?.state.adjustments.findLast(
      ({ decision }) => (decision?.on ?? '') >= since,
    );
    const restored = loaded?.state.remedies.some((each) => each.challengeId === id) ?? false;
    return { newDecision: decided?.decision ?? null, restored };
  }
  const [old, anew] = await Promise.all(
    [caseId, newCaseId].map(async (each) =>
      each === null ? undefined : findStream(tx, caseKind(standards), each),
    ),
  );
  const decision = anew?.state.confirmation.decision;
  const isFor = anew?.area.startsWith(area.slice(0, 9)) && samePerson(old?.state, anew.state);
  const newDecision = isFor && decision && decision.on >= since ? decision : null;
  return { newDecision, restored: false };
}

type Case = Parameters<typeof isRecused>[0];
function samePerson(old: Case | undefined, anew: Case): boolean {
  const indexes = (state: Case | undefined) =>
    (state?.household.declaration?.people ?? []).flatMap(({ idNumber }) => idNumber?.index ?? []);
  const known = indexes(old);
  return indexes(anew).some((each) => known.includes(each));
}

function registerCarryingOut(router: Router, standards: Standards): void {
  benefitCommand(router, standards, {
    contract: contract.carryOutRemedy,
    access: access.CarryOutRemedy,
    more: async ({ tx, body }, { id, state }) => {
      const challenge = await findStream(tx, challengeKind, body.challengeId);
      if (challenge?.state.registered?.against.benefitId !== id) throw absent();
      const covered = (state.enrolment?.people ?? []).filter((each) => each.covered);
      const indexes = covered.flatMap(({ idNumber }) => (idNumber ? [idNumber.index] : []));
      return { challenge: challenge.state, isCovered: await isCovered(tx, indexes, id) };
    },
    decide: carryOutRemedy,
    then: async ({ tx, body, act }, after, _events, given) => {
      const { registered, outcome } = given.challenge;
      const isDone = outcome?.result === 'changed' || registered?.against.outcome === 'adjusted';
      const loaded = await lockStream(tx, challengeKind, body.challengeId);
      if (!loaded || !isDone || outcome?.result === 'anew') return;
      const how = '已在救助对象名册中按文书执行';
      const number = after.state.remedies.at(-1)?.document ?? '';
      const event = { type: 'ChallengeCarriedOut', how, number, files: [] } as const;
      await append(tx, challengeKind, loaded, [event], act);
    },
  });
}

function registerReading(router: Router, standards: Standards): void {
  queryRoute(router, contract.challengeList, access.ChallengeList, async (call) => {
    const { tx, asker, context, search } = call;
    const today = dayOf(context.clock.now());
    const { caseId, benefitId } = search;
    const rows = await listChallenges(tx, {
      area: asker.area,
      ...(caseId && { caseId }),
      ...(benefitId && { benefitId }),
    });
    const challenges = rows.map(({ area, ...row }) => ({
      ...row,
      townshipName: standards.nameOf(area.slice(0, 9)),
      late: row.dueOn !== '' && row.dueOn < today,
    }));
    return { challenges, late: challenges.filter(({ late }) => late).length };
  });
  queryRoute(router, contract.challengeView, access.ChallengeView, async (call) => {
    const { tx, asker, context, params } = call;
    const loaded = await getOwn({ tx, asker, context }, challengeKind, params.challengeId);
    if (hiddenFrom(loaded.state, asker)) throw absent();
    return {
      challengeId: loaded.id,
      version: loaded.version,
      today: dayOf(context.clock.now()),
      status: challengeStatus(loaded.state),
      dueOn: challengeDue(loaded.state),
      state: loaded.state as unknown as Record<string, unknown>,
    };
  });
}
