import * as contract from '../../../modules/assessment/contract.ts';
import { caseView } from '../../../modules/case/contract.ts';
import type { MaskedCase } from '../../../modules/case/index.ts';
import type { HouseholdFacts } from '../../../rules/facts.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import type { Desk, Reply } from '../desk.ts';

/** The case as a screen has it, with the version to act on. */
export async function seen(
  desk: Desk,
  caseId: string,
): Promise<{ version: number; state: MaskedCase }> {
  const { status, body } = await desk.ask(caseView, { caseId });
  if (status !== 200) throw new Error(`case ${caseId}: ${status}`);
  return { version: body.version, state: body.state as unknown as MaskedCase };
}

export async function assess(desk: Desk, caseId: string): Promise<Reply> {
  const { version } = await seen(desk, caseId);
  return desk.must(contract.assess, { caseId }, {}, { ifMatch: version });
}

const usualReasons = '经信息核对、入户调查和邻里访问，家庭情况与核算一致，建议按核算结果办理。';

/** The initial opinion on the newest calculation; the amounts are the calculation's. */
export async function opine(
  desk: Desk,
  caseId: string,
  reasons = usualReasons,
  smallOffice: string | null = null,
): Promise<Reply> {
  const { version } = await seen(desk, caseId);
  return desk.must(
    contract.formOpinion,
    { caseId },
    { reasons, smallOffice },
    { ifMatch: version },
  );
}

/** The opinion on temporary assistance that is paid in stages; answers whatever came back. */
export async function opineInStages(
  desk: Desk,
  caseId: string,
  plan: readonly { on: string; amount: number; condition: string }[],
): Promise<Reply> {
  const { version } = await seen(desk, caseId);
  const body = { reasons: usualReasons, smallOffice: null, plan };
  return desk.give(contract.formOpinion, { caseId }, body, { ifMatch: version });
}

/** Help first turns into the ordinary way; answers whatever came back. */
export async function goOrdinary(desk: Desk, caseId: string): Promise<Reply> {
  const { version } = await seen(desk, caseId);
  const body = { reason: '情况已经不紧急，损失需要查清' };
  return desk.give(contract.goOrdinary, { caseId }, body, { ifMatch: version });
}

export async function assessAndOpine(desk: Desk, caseId: string): Promise<Reply> {
  await assess(desk, caseId);
  return opine(desk, caseId);
}

/** Changes one fact, with what it rests on. */
export async function correctFact(
  desk: Desk,
  caseId: string,
  path: readonly (string | number)[],
  to: unknown,
  why: { basis: keyof typeof contract.correctionBases; reason: string },
): Promise<Reply> {
  const { version, state } = await seen(desk, caseId);
  const from = path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | null)?.[key],
    state.household.facts,
  );
  const corrections = [{ path, from: from ?? null, to, ...why, evidence: [] }];
  return desk.must(contract.correctFacts, { caseId }, { corrections }, { ifMatch: version });
}

/** 试算 with changed facts; nothing is stored. */
export async function tryOut(desk: Desk, caseId: string, facts: HouseholdFacts): Promise<Reply> {
  return desk.must(contract.trialAssessment, { caseId }, { facts });
}

/** Goes on under another scheme, as the family agrees; answers whatever came back. */
export async function changeScheme(desk: Desk, caseId: string, scheme: Scheme): Promise<Reply> {
  const { version } = await seen(desk, caseId);
  const body = { scheme, agreedBy: '申请人', reason: '核算不符合原申请的救助，家庭同意转办' };
  return desk.give(contract.changeScheme, { caseId }, body, { ifMatch: version });
}
