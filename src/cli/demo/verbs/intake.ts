import { randomUUID } from 'node:crypto';
import { ageOn, type LocalDate } from '../../../kernel/local-date.ts';
import { caseView } from '../../../modules/case/contract.ts';
import { declareHousehold } from '../../../modules/household/contract.ts';
import {
  acceptApplication,
  declareNearRelatives,
  giveOneTimeNotice,
  intakeAdvice,
  openCase as open,
  recordChecklist,
  signAuthorisation,
} from '../../../modules/intake/contract.ts';
import type { Channel } from '../../../rules/procedure.ts';
import type { Scheme } from '../../../rules/scheme.ts';
import type { Desk, Reply } from '../desk.ts';
import type { SyntheticFamily } from '../person.ts';
import { uploadSignature } from './evidence.ts';

/** The version of a case as this desk sees it, for the next command. */
export async function versionOf(desk: Desk, caseId: string): Promise<number> {
  const { status, body } = await desk.ask(caseView, { caseId });
  if (status !== 200) throw new Error(`case ${caseId} is not to be seen: ${status}`);
  return body.version;
}

/** What a family applies for; 低保 by the ordinary way where nothing is said. */
export type Asked = { readonly scheme?: Scheme; readonly channel?: Channel };

/** Opens a case in a village; answers its id. */
export async function openCase(desk: Desk, village: string, asked: Asked = {}): Promise<string> {
  const caseId = randomUUID();
  await desk.must(open, { caseId }, { village, ...asked });
  return caseId;
}

/** The body of a declaration for a made-up family. */
export function declarationOf(family: SyntheticFamily) {
  return {
    facts: { ...family.facts, acceptedOn: null },
    people: family.people.map(({ memberId, name, idNumber, phone }) => ({
      memberId,
      name,
      idNumber,
      phone: phone ?? null,
    })),
    account: family.account,
    address: `演示路${family.account.number.slice(-3)}号`,
    reason: '家庭成员患病或者缺乏劳动力，收入不足以维持生活',
  };
}

export async function declareFamily(
  desk: Desk,
  caseId: string,
  family: SyntheticFamily,
): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  return desk.must(declareHousehold, { caseId }, declarationOf(family), { ifMatch });
}

/** Everything on the list is brought in the original. */
export async function recordFullChecklist(desk: Desk, caseId: string): Promise<Reply> {
  const { body } = await desk.ask(intakeAdvice, { caseId });
  const items = body.documents.map(({ code, memberId }) => ({
    code,
    memberId,
    got: 'paper' as const,
    files: [],
  }));
  const ifMatch = await versionOf(desk, caseId);
  return desk.must(recordChecklist, { caseId }, { items }, { ifMatch });
}

export async function tellWhatIsMissing(desk: Desk, caseId: string): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  return desk.must(giveOneTimeNotice, { caseId }, {}, { ifMatch });
}

export async function accept(desk: Desk, caseId: string): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  return desk.must(acceptApplication, { caseId }, {}, { ifMatch });
}

/** One member signs; the applicant signs for whoever is under 18. */
export async function sign(
  desk: Desk,
  caseId: string,
  family: SyntheticFamily,
  memberId: string,
  on: LocalDate,
): Promise<Reply> {
  const member = family.facts.members.find((each) => each.id === memberId);
  const minor = member?.birth ? ageOn(member.birth, on) < 18 : false;
  const signature = await uploadSignature(desk, caseId, `授权书${memberId}`);
  const guardian = minor
    ? { guardianName: family.applicant.name, guardianRelation: '监护人' }
    : { guardianName: null, guardianRelation: null };
  const body = {
    id: randomUUID(),
    memberId,
    signedBy: minor ? 'guardian' : 'member',
    ...guardian,
    guardianGround: null,
    signedOn: on,
    signature,
  };
  const ifMatch = await versionOf(desk, caseId);
  return desk.must(signAuthorisation, { caseId }, body, { ifMatch });
}

export async function signAll(
  desk: Desk,
  caseId: string,
  family: SyntheticFamily,
  on: LocalDate,
): Promise<void> {
  for (const { memberId } of family.people) await sign(desk, caseId, family, memberId, on);
}

export async function declareRelatives(
  desk: Desk,
  caseId: string,
  relatives: readonly { name: string; relation: string; position: string }[],
): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  const body = { none: relatives.length === 0, relatives };
  return desk.must(declareNearRelatives, { caseId }, body, { ifMatch });
}

export async function declareNoRelatives(desk: Desk, caseId: string): Promise<Reply> {
  return declareRelatives(desk, caseId, []);
}

/** A family's application accepted at the window; answers the case id. Not yet authorised. */
export async function acceptedCase(
  desk: Desk,
  family: SyntheticFamily,
  asked: Asked = {},
): Promise<string> {
  const caseId = await openCase(desk, family.facts.place, asked);
  await declareFamily(desk, caseId, family);
  await recordFullChecklist(desk, caseId);
  await accept(desk, caseId);
  return caseId;
}

/** Accepted, every member's authorisation signed, no near relatives declared: ready for verification. */
export async function authorisedCase(
  desk: Desk,
  family: SyntheticFamily,
  on: LocalDate,
  asked: Asked = {},
): Promise<string> {
  const caseId = await acceptedCase(desk, family, asked);
  await signAll(desk, caseId, family, on);
  await declareNoRelatives(desk, caseId);
  return caseId;
}
