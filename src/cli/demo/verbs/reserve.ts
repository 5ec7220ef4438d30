import { randomUUID } from 'node:crypto';
import type { ValueOf } from '../../../kernel/contract.ts';
import type { Fen } from '../../../kernel/fen.ts';
import * as contract from '../../../modules/reserve/contract.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPaper } from './evidence.ts';

type View = ValueOf<(typeof contract.tillView)['answer']>;

export async function seenTill(desk: Desk, township: string): Promise<View> {
  const { status, body } = await desk.ask(contract.tillView, { township });
  if (status !== 200) throw new Error(`till ${township}: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** A township asks for money: an advance of a sum, or what its vouchers show where none is named. */
export async function askReserve(
  desk: Desk,
  township: string,
  amount: Fen | null = null,
): Promise<Reply> {
  const kind = amount === null ? ('top-up' as const) : ('advance' as const);
  const { version } = await seenTill(desk, township);
  return desk.give(
    contract.askReserve,
    { township },
    { askId: randomUUID(), kind, amount, reason: '救急难当场支付需要' },
    { ifMatch: version },
  );
}

export async function approveReserve(desk: Desk, township: string): Promise<Reply> {
  const { version: ifMatch } = await seenTill(desk, township);
  return desk.give(
    contract.approveReserve,
    { township },
    { opinion: '与凭证核对相符' },
    { ifMatch },
  );
}

export async function payReserve(desk: Desk, township: string): Promise<Reply> {
  const { version: ifMatch } = await seenTill(desk, township);
  const receipt = await uploadPaper(desk, `拨款凭证 ${township} ${randomUUID()}`);
  return desk.give(
    contract.payReserve,
    { township },
    { reference: `演拨 ${ifMatch}`, receipt },
    { ifMatch },
  );
}

export type ReserveDesks = {
  readonly officer: Desk;
  readonly reviewer: Desk;
  readonly finance: Desk;
};

/** A till with money in it: asked for, reviewed and sent. */
export async function filledTill(
  { officer, reviewer, finance }: ReserveDesks,
  township: string,
  amount: Fen | null,
): Promise<View> {
  const steps = [
    () => askReserve(officer, township, amount),
    () => approveReserve(reviewer, township),
    () => payReserve(finance, township),
  ];
  for (const step of steps) {
    const { status, body } = await step();
    if (status !== 200) throw new Error(`till: ${status} ${JSON.stringify(body)}`);
  }
  return seenTill(officer, township);
}

/** Counts a till with a witness. */
export async function countReserve(
  desk: Desk,
  township: string,
  { counted, explanation = '' }: { readonly counted: Fen; readonly explanation?: string },
): Promise<Reply> {
  const { version: ifMatch } = await seenTill(desk, township);
  const sheet = await uploadPaper(desk, `盘点表 ${township} ${randomUUID()}`);
  const body = { countId: randomUUID(), counted, witness: '演示监盘人', explanation, sheet };
  return desk.give(contract.countReserve, { township }, body, { ifMatch });
}

export async function settleDifference(
  desk: Desk,
  township: string,
  outcome: 'made-good' | 'found' | 'written-off' | 'handed-in',
): Promise<Reply> {
  const { version: ifMatch } = await seenTill(desk, township);
  const body = { outcome, reason: '查明经过，责任人说明在案' };
  return desk.give(contract.settleDifference, { township }, body, { ifMatch });
}
