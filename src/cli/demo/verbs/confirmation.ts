import type { LocalDate } from '../../../kernel/local-date.ts';
import {
  confirmDecision,
  countyReview,
  reportRelief,
  serveNotice,
  completeRelief,
} from '../../../modules/confirmation/contract.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPhoto } from './evidence.ts';
import { versionOf } from './intake.ts';

/** The county's review on the ordinary route. */
export async function reviewAtCounty(
  desk: Desk,
  caseId: string,
  agrees = true,
  opinion = '材料齐全、程序合规，同意乡镇初审意见',
): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  return desk.must(countyReview, { caseId }, { agrees, opinion }, { ifMatch });
}

/** Signs the decision; answers whatever came back, because a lawful refusal is an answer too. */
export async function tryConfirm(desk: Desk, caseId: string): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  return desk.give(confirmDecision, { caseId }, {}, { ifMatch });
}

export async function confirm(desk: Desk, caseId: string): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  return desk.must(confirmDecision, { caseId }, {}, { ifMatch });
}

/** Hands the letter over at the door, with a photo of the signed receipt. */
export async function serve(
  desk: Desk,
  caseId: string,
  recipient: string,
  on: LocalDate,
): Promise<Reply> {
  const proof = await uploadPhoto(desk, caseId, `送达 ${caseId.slice(0, 8)}`);
  const ifMatch = await versionOf(desk, caseId);
  const body = { method: 'in-person', recipient, proof, on };
  return desk.must(serveNotice, { caseId }, body, { ifMatch });
}

/** What is written down and signed once the emergency is over. */
export async function completion(desk: Desk, caseId: string, recipient: string): Promise<Reply> {
  const paper = await uploadPhoto(desk, caseId, `先行救助登记表 ${caseId.slice(0, 8)}`);
  const ifMatch = await versionOf(desk, caseId);
  const body = {
    situation: '夜间失火，房屋烧毁，先行救助后已妥善安置。',
    recipient,
    handlers: ['演示经办甲', '演示经办乙'],
    papers: [paper],
  };
  return desk.must(completeRelief, { caseId }, body, { ifMatch });
}

/** Tells a meeting of the help that was given before it. */
export async function report(desk: Desk, caseId: string, meetingId: string): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  return desk.give(reportRelief, { caseId }, { meetingId }, { ifMatch });
}
