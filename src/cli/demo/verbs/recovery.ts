import { randomUUID } from 'node:crypto';
import type { ValueOf } from '../../../kernel/contract.ts';
import type { Fen } from '../../../kernel/fen.ts';
import type { LocalDate, Month } from '../../../kernel/local-date.ts';
import * as contract from '../../../modules/funds/recovery-contract.ts';
import type { Desk, Reply } from '../desk.ts';
import { uploadPaper } from './evidence.ts';

export type Asked = {
  readonly grantId: string;
  readonly month: string;
  readonly amount: Fen;
  readonly parts: number;
  readonly firstDueOn: LocalDate;
};

/** Proposes to ask back what was paid for one month; answers whatever came back. */
export async function proposeRecovery(
  desk: Desk,
  { grantId, month, amount, parts, firstDueOn }: Asked,
): Promise<Reply & { readonly recoveryId: string }> {
  const recoveryId = randomUUID();
  const body = {
    ...{ recoveryId, grantId, ground: 'overpaid', basis: '演民〔2026〕9号' },
    ...{ from: month as Month, to: month as Month, amount, parts, firstDueOn },
    file: await uploadPaper(desk, `追回依据 ${recoveryId}`),
  } as const;
  return { recoveryId, ...(await desk.give(contract.proposeRecovery, {}, body)) };
}

type Listed = ValueOf<(typeof contract.recoveryList)['answer']>;

export async function seenRecoveries(desk: Desk): Promise<Listed> {
  return (await desk.ask(contract.recoveryList, {})).body;
}

async function versionOf(desk: Desk, recoveryId: string): Promise<{ ifMatch: number }> {
  const { recoveries } = await seenRecoveries(desk);
  return { ifMatch: recoveries.find((each) => each.recoveryId === recoveryId)?.version ?? 0 };
}

export async function decideRecovery(desk: Desk, recoveryId: string): Promise<Reply> {
  const body = { recovers: true, opinion: '与发放记录核对相符，同意追回' };
  return desk.give(
    contract.decideRecovery,
    { recoveryId },
    body,
    await versionOf(desk, recoveryId),
  );
}

export async function recordRepayment(
  desk: Desk,
  recoveryId: string,
  { amount, on, reference }: { amount: Fen; on: LocalDate; reference: string },
): Promise<Reply> {
  const receipt = await uploadPaper(desk, `缴款收据 ${recoveryId} ${reference}`);
  const body = { amount, on, reference, receipt };
  return desk.give(
    contract.recordRepayment,
    { recoveryId },
    body,
    await versionOf(desk, recoveryId),
  );
}

export async function waiveRecovery(desk: Desk, recoveryId: string): Promise<Reply> {
  const body = { ground: 'hardship', reason: '家庭主要劳动力住院，无力退回' } as const;
  return desk.give(contract.waiveRecovery, { recoveryId }, body, await versionOf(desk, recoveryId));
}
