import { randomUUID } from 'node:crypto';
import type { FileRef } from '../../../kernel/evidence.ts';
import type { Fen } from '../../../kernel/fen.ts';
import type { LocalDate, Month } from '../../../kernel/local-date.ts';
import type { ValueOf } from '../../../kernel/contract.ts';
import type { Masked } from '../../../modules/case/index.ts';
import * as adjust from '../../../modules/review/adjustment-contract.ts';
import type {
  AdjustmentGround,
  AdjustmentKind,
  AnswerKind,
} from '../../../modules/review/adjustment.ts';
import * as contract from '../../../modules/review/contract.ts';
import type { BenefitState } from '../../../modules/review/index.ts';
import type { HouseholdFacts } from '../../../rules/facts.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPaper } from './evidence.ts';

type View = Omit<ValueOf<(typeof contract.benefitView)['answer']>, 'state'> & {
  readonly state: Masked<BenefitState>;
};

/** A household of the register as a screen has it, today or on a past day. */
export async function seenBenefit(desk: Desk, benefitId: string, on?: LocalDate): Promise<View> {
  const reply = await desk.ask(contract.benefitView, { benefitId }, on ? { on } : {});
  if (reply.status !== 200) throw new Error(`benefit ${benefitId}: ${reply.status}`);
  return reply.body as unknown as View;
}

export async function benefitVersion(desk: Desk, benefitId: string): Promise<number> {
  return (await seenBenefit(desk, benefitId)).version;
}

export type ExistingPerson = { readonly name: string; readonly idNumber: string };
export type Existing = {
  readonly scheme: Scheme;
  readonly village: string;
  readonly document: string;
  readonly decidedOn: LocalDate;
  readonly from: Month;
  readonly amount: Fen;
  readonly lastCheckedOn: LocalDate;
  readonly people: readonly ExistingPerson[];
};

/** Enters a household that received assistance before; answers its id. A second person must compare it. */
export async function registerExisting(desk: Desk, existing: Existing): Promise<string> {
  const benefitId = randomUUID();
  const scan = await uploadPaper(desk, `原批准文件 ${existing.document}`);
  const people = existing.people.map((each, index) => ({
    ...each,
    memberId: `m${index + 1}`,
    covered: true,
  }));
  const body = { ...existing, benefitId, scan, validUntil: null, people };
  await desk.must(contract.registerExistingBenefit, {}, body);
  return benefitId;
}

export async function confirmExisting(desk: Desk, benefitId: string): Promise<Reply> {
  const ifMatch = await benefitVersion(desk, benefitId);
  return desk.must(contract.confirmRegisteredBenefit, { benefitId }, {}, { ifMatch });
}

export async function startReview(desk: Desk, benefitId: string): Promise<Reply> {
  const ifMatch = await benefitVersion(desk, benefitId);
  const body = { reviewId: randomUUID() };
  return desk.must(contract.startReview, { benefitId }, body, { ifMatch });
}

/** Two people at the door, with a photo. */
export async function checkAtHome(
  desk: Desk,
  benefitId: string,
  on: LocalDate,
  checkers: readonly string[],
): Promise<Reply> {
  const photo = await uploadPaper(desk, `核查 ${benefitId.slice(0, 8)} ${on}`);
  const ifMatch = await benefitVersion(desk, benefitId);
  const body = {
    method: 'visit',
    on,
    checkers,
    reference: '',
    findings: '家庭成员、收入、财产与上次核查一致',
    files: [photo],
  };
  return desk.must(contract.recordCheck, { benefitId }, body, { ifMatch });
}

export async function concludeReview(
  desk: Desk,
  benefitId: string,
  outcome: 'unchanged' | 'changed' = 'unchanged',
): Promise<Reply> {
  const ifMatch = await benefitVersion(desk, benefitId);
  const note = outcome === 'unchanged' ? '经核查，家庭情况没有明显变化' : '经核查，家庭情况有变化';
  return desk.must(contract.concludeReview, { benefitId }, { outcome, note }, { ifMatch });
}

export async function reportDeath(
  desk: Desk,
  benefitId: string,
  memberId: string,
  diedOn: LocalDate,
): Promise<Reply> {
  const ifMatch = await benefitVersion(desk, benefitId);
  const body = { deathId: randomUUID(), memberId, diedOn, source: '殡葬信息比对' };
  return desk.must(contract.reportDeath, { benefitId }, body, { ifMatch });
}

export async function reportChange(
  desk: Desk,
  benefitId: string,
  what: string,
  happenedOn: LocalDate,
): Promise<Reply> {
  const ifMatch = await benefitVersion(desk, benefitId);
  const body = { id: randomUUID(), kind: 'income', what, channel: 'family', happenedOn };
  return desk.must(adjust.reportChange, { benefitId }, body, { ifMatch });
}

/** The newest death reported was a mistake; answers whatever came back. */
export async function tryTakeBackReport(desk: Desk, benefitId: string): Promise<Reply> {
  const { version, state } = await seenBenefit(desk, benefitId);
  const files = [await uploadPaper(desk, `本人在场照片 ${benefitId.slice(0, 8)}`)];
  const body = {
    ...{ reportId: state.deaths.at(-1)?.id ?? '', changeId: randomUUID(), files },
    reason: '比对到同名同姓的人，本人健在',
  };
  return desk.give(adjust.takeBackReport, { benefitId }, body, { ifMatch: version });
}

/** Calculates anew: on the household's facts changed as told, or on these facts. */
export async function reassess(...asked: Parameters<typeof tryReassess>): Promise<Reply> {
  const reply = await tryReassess(...asked);
  if (reply.status === 200) return reply;
  throw new Error(`Reassess: ${reply.status} ${JSON.stringify(reply.body)}`);
}

/** The same; answers whatever came back. */
export async function tryReassess(
  desk: Desk,
  benefitId: string,
  change: HouseholdFacts | ((facts: HouseholdFacts) => HouseholdFacts),
): Promise<Reply> {
  const { version, state } = await seenBenefit(desk, benefitId);
  const known = state.enrolment?.facts as HouseholdFacts | null;
  if (typeof change === 'function' && !known) throw new Error(`benefit ${benefitId}: no facts`);
  const facts = typeof change === 'function' ? known && change(known) : change;
  const body = {
    id: randomUUID(),
    facts,
    reason: '按家庭报告和核查的情况重新核算',
    joined: [],
    authorisations: [],
  };
  return desk.give(adjust.reassess, { benefitId }, body, { ifMatch: version });
}

export async function propose(
  desk: Desk,
  benefitId: string,
  kind: AdjustmentKind,
  ground: AdjustmentGround = 'reassessed',
  files: readonly FileRef[] = [],
): Promise<Reply> {
  const ifMatch = await benefitVersion(desk, benefitId);
  const reasons = '根据核查和核算结果提出';
  const body = { id: randomUUID(), kind, ground, reasons, files, refuser: null };
  return desk.must(adjust.proposeAdjustment, { benefitId }, body, { ifMatch });
}

/** Tells the family in writing what is intended; the signed receipt is kept. */
export async function notify(
  desk: Desk,
  benefitId: string,
  recipient: string,
  on: LocalDate,
): Promise<Reply> {
  const proof = await uploadPaper(desk, `告知送达 ${benefitId.slice(0, 8)} ${on}`);
  const ifMatch = await benefitVersion(desk, benefitId);
  const body = { on, recipient, role: 'recipient', proof };
  return desk.must(adjust.giveHearingNotice, { benefitId }, body, { ifMatch });
}

export async function hear(
  desk: Desk,
  benefitId: string,
  kind: AnswerKind,
  on: LocalDate,
): Promise<Reply> {
  const proof =
    kind === 'none' ? null : await uploadPaper(desk, `听取意见 ${benefitId.slice(0, 8)} ${on}`);
  const ifMatch = await benefitVersion(desk, benefitId);
  const body = { kind, on, content: '家庭成员表示收入属实，请求保留部分补助', proof };
  return desk.must(adjust.recordAnswer, { benefitId }, body, { ifMatch });
}

/** Signs what was proposed; answers whatever came back, because a lawful refusal is an answer too. */
export async function tryDecide(desk: Desk, benefitId: string): Promise<Reply> {
  const ifMatch = await benefitVersion(desk, benefitId);
  const body = { reasons: '经核查、核算并听取意见，依法作出决定' };
  return desk.give(adjust.decideAdjustment, { benefitId }, body, { ifMatch });
}

export async function decideAdjustment(desk: Desk, benefitId: string): Promise<Reply> {
  const reply = await tryDecide(desk, benefitId);
  if (reply.status === 200) return reply;
  throw new Error(`DecideAdjustment: ${reply.status} ${JSON.stringify(reply.body)}`);
}

export async function serveDecision(
  desk: Desk,
  benefitId: string,
  recipient: string,
  on: LocalDate,
  villageToldOn: LocalDate | null = null,
): Promise<Reply> {
  const proof = await uploadPaper(desk, `决定送达 ${benefitId.slice(0, 8)} ${on}`);
  const ifMatch = await benefitVersion(desk, benefitId);
  const body = { on, recipient, role: 'recipient' as const, proof, villageToldOn };
  return desk.must(adjust.serveAdjustment, { benefitId }, body, { ifMatch });
}

/** An error of the decision that is carried out: what the facts should have been. Answers whatever came back. */
export async function tryRecordError(
  desk: Desk,
  benefitId: string,
  change: (facts: HouseholdFacts) => HouseholdFacts,
  foundOn: LocalDate,
): Promise<Reply> {
  const { version, state } = await seenBenefit(desk, benefitId);
  const known = state.enrolment?.facts as HouseholdFacts | null;
  if (!known) throw new Error(`benefit ${benefitId}: no facts`);
  const proof = await uploadPaper(desk, `错误依据 ${benefitId.slice(0, 8)} ${foundOn}`);
  const body = {
    ...{ id: randomUUID(), kind: 'facts', source: 'self-check', foundOn, foundBy: '罗演查' },
    ...{ what: '养老金登记有误，应按社保数据', cause: '核对时社保数据尚未更新' },
    files: [proof],
    facts: change(known),
  };
  return desk.give(adjust.recordError, { benefitId }, body, { ifMatch: version });
}

/** Whether whoever made the error is exempt; answers whatever came back. */
export async function tryJudgeTolerance(
  desk: Desk,
  benefitId: string,
  exempt = true,
): Promise<Reply> {
  const { version, state } = await seenBenefit(desk, benefitId);
  const errorId = state.errors.at(-1)?.id ?? '';
  const body = {
    ...{ errorId, goodFaith: true, objectiveCause: true, inTime: true, exempt },
    reasons: '按当时的核对结果办理，数据更新后当月更正',
  };
  return desk.give(adjust.judgeTolerance, { benefitId }, body, { ifMatch: version });
}
