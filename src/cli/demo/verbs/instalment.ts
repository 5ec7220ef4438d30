import type { LocalDate } from '../../../kernel/local-date.ts';
import * as contract from '../../../modules/instalment/contract.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPhoto } from './evidence.ts';
import { versionOf } from './intake.ts';

/** Looks at the family before a later stage is paid; answers whatever came back. */
export async function lookAtInstalment(
  desk: Desk,
  caseId: string,
  { no, on, fit = true }: { no: number; on: LocalDate; fit?: boolean },
): Promise<Reply> {
  const photo = await uploadPhoto(desk, caseId, `回访 ${no} ${on}`);
  const ifMatch = await versionOf(desk, caseId);
  const finding = fit ? '仍在租房居住，生活困难' : '已恢复工作，生活正常';
  const body = { no, on, fit, finding, files: [photo] };
  return desk.give(contract.lookAtInstalment, { caseId }, body, { ifMatch });
}

export async function releaseInstalment(desk: Desk, caseId: string, no: number): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  return desk.give(contract.releaseInstalment, { caseId }, { no }, { ifMatch });
}

export async function proposeStop(desk: Desk, caseId: string, on: LocalDate): Promise<Reply> {
  const proof = await uploadPhoto(desk, caseId, `拟停止告知书 ${on}`);
  const ifMatch = await versionOf(desk, caseId);
  const body = { reason: '家庭生活已经恢复正常', on, recipient: '申请人', proof };
  return desk.give(contract.proposeInstalmentStop, { caseId }, body, { ifMatch });
}

export async function answerStop(desk: Desk, caseId: string, on: LocalDate): Promise<Reply> {
  const proof = await uploadPhoto(desk, caseId, `陈述笔录 ${on}`);
  const ifMatch = await versionOf(desk, caseId);
  const body = { kind: 'statement', on, content: '家庭对停止发放没有异议', proof };
  return desk.give(contract.answerInstalmentStop, { caseId }, body, { ifMatch });
}

export async function decideStop(desk: Desk, caseId: string, stops: boolean): Promise<Reply> {
  const ifMatch = await versionOf(desk, caseId);
  const body = { stops, reasons: '听取意见以后，情况属实' };
  return desk.give(contract.decideInstalmentStop, { caseId }, body, { ifMatch });
}
