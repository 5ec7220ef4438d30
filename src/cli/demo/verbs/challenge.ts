import { randomUUID } from 'node:crypto';
import type { Fen } from '../../../kernel/fen.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { ValueOf } from '../../../kernel/contract.ts';
import type { ChallengeResult } from '../../../modules/review/challenge.ts';
import * as contract from '../../../modules/review/challenge-contract.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPaper } from './evidence.ts';
import { benefitVersion } from './review.ts';

export type ChallengeSeen = ValueOf<(typeof contract.challengeView)['answer']>;

export async function seenChallenge(desk: Desk, challengeId: string): Promise<ChallengeSeen> {
  const reply = await desk.ask(contract.challengeView, { challengeId });
  if (reply.status !== 200) throw new Error(`challenge ${challengeId}: ${reply.status}`);
  return reply.body;
}

export type Challenged = {
  readonly caseId?: string;
  readonly benefitId?: string;
  readonly village: string;
  readonly number: string;
  readonly on: LocalDate;
  readonly replyBy: LocalDate;
};

/** The reviewing body sent a copy of the family's application; answers the id and whatever came back. */
export async function tryChallenge(
  desk: Desk,
  { caseId = undefined, benefitId = undefined, on, ...challenged }: Challenged,
): Promise<{ readonly challengeId: string; readonly reply: Reply }> {
  const challengeId = randomUUID();
  const body = {
    ...{ challengeId, kind: 'review', body: '达州市通川区人民政府', claim: '请求撤销原决定' },
    ...{ fileNumber: `通川府复〔2026〕${challengeId.slice(0, 4)}号`, filedOn: on, receivedOn: on },
    file: await uploadPaper(desk, `复议申请书副本 ${challengeId.slice(0, 8)}`),
    ...{ caseId: caseId ?? null, benefitId: benefitId ?? null, ...challenged },
  };
  return { challengeId, reply: await desk.give(contract.registerChallenge, {}, body) };
}

export async function replyTo(desk: Desk, challengeId: string, on: LocalDate): Promise<Reply> {
  const { version } = await seenChallenge(desk, challengeId);
  const file = await uploadPaper(desk, `答复书 ${challengeId.slice(0, 8)}`);
  const body = { on, reply: '事实清楚、程序合法，附证据清单', file };
  return desk.must(contract.replyToChallenge, { challengeId }, body, { ifMatch: version });
}

export async function tryOutcome(
  desk: Desk,
  challengeId: string,
  outcome: {
    readonly result: ChallengeResult;
    readonly on: LocalDate;
    readonly finishBy: LocalDate | null;
    readonly amount?: Fen | null;
  },
): Promise<Reply> {
  const { version } = await seenChallenge(desk, challengeId);
  const file = await uploadPaper(desk, `复议决定书 ${challengeId.slice(0, 8)}`);
  const document = `通川府复决〔2026〕${challengeId.slice(0, 4)}号`;
  const body = { amount: null, summary: '经审理作出如上决定', document, file, ...outcome };
  const given = { ifMatch: version };
  return desk.give(contract.recordChallengeOutcome, { challengeId }, body, given);
}

export async function tryCarryOut(
  desk: Desk,
  benefitId: string,
  challengeId: string,
): Promise<Reply> {
  const ifMatch = await benefitVersion(desk, benefitId);
  return desk.give(contract.carryOutRemedy, { benefitId }, { challengeId }, { ifMatch });
}

export async function tryConclude(
  desk: Desk,
  challengeId: string,
  newCaseId: string | null,
): Promise<Reply> {
  const { version } = await seenChallenge(desk, challengeId);
  const body = { newCaseId, how: '已按文书重新作出决定', files: [] };
  return desk.give(contract.concludeChallenge, { challengeId }, body, { ifMatch: version });
}
