import type { MemberFacts } from '../../../rules/facts.ts';
import type { FileRef } from '../../../kernel/evidence.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { recordArrival, recordDeparture } from '../../../modules/household/contract.ts';
import type { GoneBecause, Succession } from '../../../modules/household/member-change.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPhoto, uploadSignature } from './evidence.ts';
import { versionOf } from './intake.ts';

/** The next applicant's signature and how everybody else is related to them. */
export async function succeed(
  desk: Desk,
  caseId: string,
  memberId: string,
  relations: Succession['relations'] = [],
): Promise<Succession> {
  const signature = await uploadSignature(desk, caseId, `继续申请${memberId}`);
  return { memberId, signedBy: 'member', guardianName: null, signature, relations };
}

export type Gone = {
  readonly memberId: string;
  readonly because: GoneBecause;
  readonly on: LocalDate;
  readonly heir?: string | null;
  readonly succession?: Succession | null;
  readonly files?: readonly FileRef[];
};

/** Somebody of the family died or left; answers whatever came back. */
export async function tryDepart(desk: Desk, caseId: string, gone: Gone): Promise<Reply> {
  const files = gone.files ?? [await uploadPhoto(desk, caseId, `证明 ${gone.memberId}`)];
  const ifMatch = await versionOf(desk, caseId);
  const body = { heir: null, succession: null, source: '村委会报告并附证明', ...gone, files };
  return desk.give(recordDeparture, { caseId }, body, { ifMatch });
}

export type Joined = {
  readonly member: Partial<MemberFacts> & Pick<MemberFacts, 'id' | 'relation' | 'birth' | 'sex'>;
  readonly name: string;
  readonly idNumber: string | null;
  readonly on: LocalDate;
};

/** Somebody was born into the family or joined it. */
export async function tryJoin(desk: Desk, caseId: string, joined: Joined): Promise<Reply> {
  const files = [await uploadPhoto(desk, caseId, `出生证明 ${joined.member.id}`)];
  const ifMatch = await versionOf(desk, caseId);
  const body = { ...joined, phone: null, because: 'born', source: '出生医学证明', files };
  return desk.give(recordArrival, { caseId }, body, { ifMatch });
}
