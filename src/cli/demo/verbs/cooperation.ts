import { randomUUID } from 'node:crypto';
import * as contract from '../../../modules/cooperation/contract.ts';
import type { Desk, Reply } from '../desk.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { uploadPaper, uploadPhoto } from './evidence.ts';
import { versionOf } from './intake.ts';

/** Says on what an application at the place of residence rests; a permit is uploaded where one is asked for. */
export async function recordBasis(
  desk: Desk,
  caseId: string,
  ground: 'residence-permit' | 'split-hukou',
): Promise<Reply> {
  const permit =
    ground === 'residence-permit' ? await uploadPhoto(desk, caseId, `居住证 ${caseId}`) : null;
  const body = { ground, hukouPlace: '外省某县某镇', permit };
  const ifMatch = await versionOf(desk, caseId);
  return desk.must(contract.recordResidenceBasis, { caseId }, body, { ifMatch });
}

/** Asks another place; answers the request's id. */
export async function askPlace(
  desk: Desk,
  caseId: string,
  place: { readonly to: string } | { readonly toName: string },
): Promise<string> {
  const id = randomUUID();
  const body = { id, ...place, members: ['m1'], asked: ['registration', 'assistance'], note: '' };
  const ifMatch = await versionOf(desk, caseId);
  await desk.must(contract.requestCooperation, { caseId }, body, { ifMatch });
  return id;
}

export async function registerAssistance(desk: Desk, assistanceId: string): Promise<Reply> {
  return desk.must(contract.registerAssistance, {}, { assistanceId });
}

export async function answerAssistance(
  desk: Desk,
  assistanceId: string,
  assisted = false,
): Promise<Reply> {
  const { body } = await desk.ask(contract.assistanceView, { assistanceId });
  const answer = { text: '户籍在本镇，户籍信息与申报一致', assisted };
  const options = { ifMatch: body.version };
  return desk.must(contract.answerAssistance, { assistanceId }, answer, options);
}

export async function takeInAnswer(desk: Desk, caseId: string, requestId: string): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  return desk.must(contract.receiveCooperation, { caseId }, { requestId }, { ifMatch });
}

/** A request by letter from a place outside; answers the id under which it is worked. */
export async function registerLetter(desk: Desk, receivedOn: LocalDate): Promise<string> {
  const assistanceId = randomUUID();
  const scan = await uploadPaper(desk, `外省来函 ${assistanceId.slice(0, 8)}`);
  const letter = {
    ...{ from: '外省某县民政局', families: '王演一、王演二', asked: ['home-visit', 'assistance'] },
    ...{ note: '在你镇居住', receivedOn, scan },
  };
  await desk.must(contract.registerAssistance, {}, { assistanceId, letter });
  return assistanceId;
}
