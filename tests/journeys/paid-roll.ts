import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Desk } from '../../src/cli/demo/desk.ts';
import {
  bankReply,
  builtRoll,
  onRoll,
  releasedRoll,
  seenRoll,
} from '../../src/cli/demo/verbs/funds.ts';
import { rollLines } from '../../src/modules/funds/contract.ts';
import { read, SYSTEM } from '../../src/platform/database/database.ts';
import { COUNTY, type County } from '../county.ts';
import { expectBalanced } from './trial-balance.ts';

/** What the bank answers to a file of comma-separated lines: all paid but the one named. */
export async function bankAnswer(
  { planner, finance }: { readonly planner: Desk; readonly finance: Desk },
  { rollId, fileNo = 1, failing = '' }: { rollId: string; fileNo?: number; failing?: string },
): Promise<{ readonly bytes: Buffer; readonly lines: number }> {
  const { bytes } = await finance.fetch(`/api/rolls/${rollId}/files/${fileNo}`);
  const { batch } = await seenRoll(planner, rollId);
  const rows = parse(bytes.toString('utf8'), { relax_column_count: true }) as string[][];
  const sent = rows.slice(1).filter(([place]) => /^\d+$/.test(place ?? ''));
  const lines = sent.map(([place, , , account, amount]) => {
    const result = place === failing ? ['失败', '已销户'] : ['成功', ''];
    return [batch, place, account, amount, ...result].join(',');
  });
  const text = `批次号,序号,账号,金额,处理结果,失败原因\n${lines.join('\n')}\n`;
  return { bytes: Buffer.from(text), lines: sent.length };
}

/** A month of a scheme from the decisions in force to the closed books, every line paid; answers its lines. */
export async function paidRoll(
  county: County,
  scheme: 'dibao' | 'tekun' | 'temporary',
  month: string,
) {
  const planner = await county.desk('fund-planner', COUNTY);
  const desks = {
    planner,
    reviewer: await county.desk('fund-reviewer', COUNTY),
    finance: await county.desk('finance', COUNTY),
    leader: await county.desk('county-leader', COUNTY),
  };
  const { rollId, lines, held } = await builtRoll(planner, scheme, month);
  expect(held).toBe(0);
  const { body } = await planner.ask(rollLines, { rollId });
  await releasedRoll(desks, rollId);
  const answer = await bankAnswer(desks, { rollId });
  expect(answer.lines).toBe(lines);
  await bankReply(planner, { rollId, fileNo: 1 }, '回盘.csv', answer.bytes);
  expect((await onRoll(planner, rollId, 'close')).status).toBe(200);
  await expectBalanced(county);
  return body.lines.map(({ kind, forMonth, amount }) => ({ kind, forMonth, amount }));
}

/** What decisions gave once through the bank, in fen. */
export async function onceGranted({ app }: County): Promise<readonly number[]> {
  const { rows } = await read(app.context.database, SYSTEM, (tx) =>
    sql<{ amount: number }>`
      select (r.state -> 'confirmation' -> 'decision' ->> 'monthlyAmount')::int as amount
      from case_row c join record r on r.stream = 'case:' || c.case_id
      where c.scheme = 'temporary' and c.channel <> 'help-first'
        and r.state -> 'confirmation' -> 'decision' ->> 'outcome' = 'grant'`.execute(tx),
  );
  return rows.map(({ amount }) => amount).toSorted();
}
