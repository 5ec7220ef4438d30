import { randomUUID } from 'node:crypto';
import type { ValueOf } from '../../../kernel/contract.ts';
import type { Month } from '../../../kernel/local-date.ts';
import * as contract from '../../../modules/funds/budget-contract.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPaper } from './evidence.ts';

type Sent = {
  readonly documentNumber?: string;
  readonly year?: number;
  readonly kind?: 'allocation' | 'adjustment' | 'carry-over';
  readonly confirmed?: boolean;
};
type Item = {
  readonly source: string;
  readonly scheme: string;
  readonly residence: string;
  readonly amount: number;
};

/** Enters a paper that provides money; answers whatever came back. */
export async function sendBudget(
  desk: Desk,
  items: readonly Item[],
  sent: Sent = {},
): Promise<Reply & { readonly documentId: string }> {
  const documentId = randomUUID();
  const { year = 2026, kind = 'allocation', confirmed = false } = sent;
  const { documentNumber = `演财社〔${year}〕${documentId.slice(0, 6)}号` } = sent;
  const file = await uploadPaper(desk, `指标文件 ${documentNumber} ${documentId}`);
  const body = { documentId, year, kind, documentNumber, items, file, confirmed };
  return { documentId, ...(await desk.give(contract.enterBudget, {}, body)) };
}

export async function enterBudget(
  desk: Desk,
  items: readonly Item[],
  sent: Sent = {},
): Promise<string> {
  const { documentId, status, body } = await sendBudget(desk, items, sent);
  if (status !== 200) throw new Error(`budget: ${status} ${JSON.stringify(body)}`);
  return documentId;
}

export async function approveBudget(desk: Desk, documentId: string): Promise<Reply> {
  return desk.give(
    contract.approveBudget,
    { documentId },
    { opinion: '与文件逐行核对相符' },
    { ifMatch: 1 },
  );
}

type Board = ValueOf<(typeof contract.budgetBoard)['answer']>;

export async function seenBudget(desk: Desk, year = 2026): Promise<Board> {
  return (await desk.ask(contract.budgetBoard, {}, { year: String(year) })).body;
}

export type RequestDesks = {
  readonly planner: Desk;
  readonly reviewer: Desk;
  readonly leader: Desk;
};

/** Asks for the money of the sealed rolls of a month, reviewed and approved by two others. */
export async function approvedRequest(desks: RequestDesks, month: string): Promise<string> {
  const requestId = randomUUID();
  await desks.planner.must(contract.requestFunds, {}, { requestId, month: month as Month });
  const opinion = { opinion: '与花名册、可用资金核对相符' };
  for (const [desk, act, version] of [
    [desks.reviewer, contract.reviewFundRequest, 1],
    [desks.leader, contract.approveFundRequest, 2],
  ] as const) {
    const { status, body } = await desk.give(act, { requestId }, opinion, { ifMatch: version });
    if (status !== 200) throw new Error(`${act.name}: ${status} ${JSON.stringify(body)}`);
  }
  return requestId;
}
