import { randomUUID } from 'node:crypto';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { carryOutSentCase, sendCase } from '../../../modules/intake/send-contract.ts';
import * as contract from '../../../modules/review/transfer-contract.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPaper, uploadPhoto } from './evidence.ts';
import { versionOf } from './intake.ts';
import { benefitVersion } from './review.ts';

/** The township a household leaves hands it over; answers the transfer's id and whatever came back. */
export async function trySend(
  desk: Desk,
  benefitId: string,
  to: string,
  movedOn: LocalDate,
): Promise<{ readonly transferId: string; readonly reply: Reply }> {
  const id = randomUUID();
  const file = await uploadPaper(desk, `随转档案 ${benefitId.slice(0, 8)} ${id.slice(0, 4)}`);
  const ifMatch = await benefitVersion(desk, benefitId);
  const body = { id, to, reason: '户籍和居住地都已迁出', movedOn, files: [file] };
  const reply = await desk.give(contract.sendBenefit, { benefitId }, body, { ifMatch });
  return { transferId: id, reply };
}

export async function tryAcceptTransfer(
  desk: Desk,
  transferId: string,
  village: string,
): Promise<Reply> {
  const body = { village, note: '已入户核实居住情况' };
  return desk.give(contract.acceptTransfer, { transferId }, body);
}

export async function tryCarryOutTransfer(
  desk: Desk,
  benefitId: string,
  transferId: string,
): Promise<Reply> {
  const ifMatch = await benefitVersion(desk, benefitId);
  return desk.give(contract.carryOutTransfer, { benefitId }, { transferId }, { ifMatch });
}

/** The township hands an application on to another one; answers the transfer's id and whatever came back. */
export async function trySendCase(
  desk: Desk,
  caseId: string,
  to: string,
): Promise<{ readonly transferId: string; readonly reply: Reply }> {
  const id = randomUUID();
  const file = await uploadPhoto(desk, caseId, `移送材料 ${id.slice(0, 4)}`);
  const ifMatch = await versionOf(desk, caseId);
  const body = { id, to, reason: '办理中全家迁往他镇', files: [file] };
  return { transferId: id, reply: await desk.give(sendCase, { caseId }, body, { ifMatch }) };
}

export async function tryCarryOutSentCase(
  desk: Desk,
  caseId: string,
  transferId: string,
): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  return desk.give(carryOutSentCase, { caseId }, { transferId }, { ifMatch });
}
