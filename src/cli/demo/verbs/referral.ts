import type { LocalDate } from '../../../kernel/local-date.ts';
import type { ReferralOutcome } from '../../../modules/referral/referral.ts';
import * as contract from '../../../modules/referral/contract.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPhoto } from './evidence.ts';
import { versionOf } from './intake.ts';

/** Writes the slip to a department or charity; answers whatever came back. */
export async function prepareReferral(
  desk: Desk,
  caseId: string,
  { id, to }: { id: string; to: string },
): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  const what = '家中一人长期治病，自付医疗费较高。';
  const body = { id, to, needs: ['medical', 'care'], what };
  return desk.give(contract.prepareReferral, { caseId }, body, { ifMatch });
}

export async function sendReferral(
  desk: Desk,
  caseId: string,
  { id, on, signedBy }: { id: string; on: LocalDate; signedBy: string },
): Promise<Reply> {
  const consent = await uploadPhoto(desk, caseId, `签字的转介单 ${id}`);
  const ifMatch = await versionOf(desk, caseId);
  return desk.give(contract.sendReferral, { caseId }, { id, on, signedBy, consent }, { ifMatch });
}

export async function recordReferralAnswer(
  desk: Desk,
  caseId: string,
  { id, on, outcome }: { id: string; on: LocalDate; outcome: ReferralOutcome },
): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  const body = { id, on, outcome, text: '已联系本人，按规定办理', from: '医疗保障局演答复' };
  return desk.give(contract.recordReferralAnswer, { caseId }, body, { ifMatch });
}
