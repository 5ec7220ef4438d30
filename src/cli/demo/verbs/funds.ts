import { randomUUID } from 'node:crypto';
import type { ValueOf } from '../../../kernel/contract.ts';
import type { Month } from '../../../kernel/local-date.ts';
import * as contract from '../../../modules/funds/contract.ts';
import type { Desk, Reply } from '../desk.ts';
import { approvedRequest } from './budget.ts';
import { uploadPaper } from './evidence.ts';

type View = ValueOf<(typeof contract.rollView)['answer']>;
type Scheme = View['scheme'];

export async function seenRoll(desk: Desk, rollId: string): Promise<View> {
  const { status, body } = await desk.ask(contract.rollView, { rollId });
  if (status !== 200) throw new Error(`roll ${rollId}: ${status} ${JSON.stringify(body)}`);
  return body;
}

const PAUSE_MS = 30;
const MOST_LOOKS = 10_000;

/** Begins a roll and waits until it is built, looked at again and again as the screen does. */
export async function builtRoll(desk: Desk, scheme: Scheme, month: string): Promise<View> {
  const rollId = randomUUID();
  await desk.must(contract.beginRoll, {}, { rollId, scheme, month: month as Month });
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const view = await seenRoll(desk, rollId);
    if (view.phase !== 'building') return view;
    if (view.fault !== '') throw new Error(view.fault);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`roll ${rollId} is not built`);
}

const acts = {
  freeze: [contract.freezeRoll, {}],
  review: [contract.reviewRoll, { opinion: '与名册、上月逐户核对，相符' }],
  sendBack: [contract.sendBackRoll, { reason: '有两户金额需要再核对' }],
  cancel: [contract.cancelRoll, { reason: '编制以后情况有变，重新编制' }],
  seal: [contract.sealBatch, {}],
  release: [contract.releaseBatch, {}],
  close: [contract.closeRoll, {}],
} as const;

/** One act on a roll as it stands; answers whatever came back. */
export async function onRoll(desk: Desk, rollId: string, act: keyof typeof acts): Promise<Reply> {
  const [command, body] = acts[act];
  const { version } = await seenRoll(desk, rollId);
  return desk.give(command as typeof contract.freezeRoll, { rollId }, body, { ifMatch: version });
}

export type FundDesks = {
  readonly planner: Desk;
  readonly reviewer: Desk;
  readonly finance: Desk;
  readonly leader: Desk;
};

/** From a built roll to the batch on its way to the bank. */
export async function releasedRoll(desks: FundDesks, rollId: string): Promise<View> {
  const steps = [
    [desks.planner, 'freeze'],
    [desks.reviewer, 'review'],
    [desks.planner, 'seal'],
  ] as const;
  for (const [desk, act] of steps) await mustOnRoll(desk, rollId, act);
  await approvedRequest(desks, (await seenRoll(desks.planner, rollId)).month);
  await mustOnRoll(desks.finance, rollId, 'release');
  return seenRoll(desks.planner, rollId);
}

async function mustOnRoll(desk: Desk, rollId: string, act: keyof typeof acts): Promise<void> {
  const { status, body } = await onRoll(desk, rollId, act);
  if (status !== 200) throw new Error(`${act}: ${status} ${JSON.stringify(body)}`);
}

export function bankReply(
  desk: Desk,
  of: { readonly rollId: string; readonly fileNo: number; readonly isPartial?: boolean },
  name: string,
  bytes: Uint8Array,
): Promise<Reply> {
  const partial = of.isPartial ? '?partial=yes' : '';
  return desk.upload(`/api/rolls/${of.rollId}/files/${of.fileNo}/replies${partial}`, name, bytes);
}

export type NewAccount = {
  readonly bank: string;
  readonly holder: string;
  readonly account: string;
};

/** Enters a new account the family brought in person; answers the id of the change. */
export async function askAccountChange(
  desk: Desk,
  grantId: string,
  account: NewAccount,
): Promise<string> {
  const changeId = randomUUID();
  const proof = await uploadPaper(desk, `账户更正 ${changeId}`);
  const body = { changeId, grantId, ...account, reason: '银行卡已注销，换了新卡', proof };
  await desk.must(contract.askAccountChange, {}, body);
  return changeId;
}

export async function checkAccountChange(
  desk: Desk,
  changeId: string,
  { account, agrees = true }: { readonly account: string; readonly agrees?: boolean },
): Promise<Reply> {
  const { body } = await desk.ask(contract.accountChangeList, {});
  const found = body.changes.find((each) => each.changeId === changeId);
  const given = { agrees, account, opinion: agrees ? '与影像相符' : '与影像不符' };
  return desk.give(contract.checkAccountChange, { changeId }, given, {
    ifMatch: found?.version ?? 0,
  });
}
