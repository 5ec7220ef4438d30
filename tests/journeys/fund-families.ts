import type { Desk } from '../../src/cli/demo/desk.ts';
import { accountFrom, idNumberFrom, phoneFrom } from '../../src/cli/demo/synthetic-identity.ts';
import { uploadPaper } from '../../src/cli/demo/verbs/evidence.ts';
import * as takeover from '../../src/cli/demo/verbs/takeover.ts';
import { addDays, localDate } from '../../src/kernel/local-date.ts';
import { benefitList } from '../../src/modules/review/contract.ts';

/** A household of an old ledger with an account; everybody in it is made up. */
export type FundFamily = {
  readonly key: string;
  readonly serial: number;
  readonly name: string;
  readonly bank?: string;
  readonly holder?: string;
  readonly account?: string;
  readonly amount?: string;
};

export const VILLAGE = '511702102200';
/** The last look at each of them. */
export const CHECKED_BEFORE = localDate('2026-01-20');
export const idOf = (serial: number) =>
  idNumberFrom(6000, addDays(localDate('1958-02-03'), serial), 'female');

function rowOf({ key, serial, name, ...account }: FundFamily): Record<string, string> {
  const {
    bank = '演示农商银行',
    holder = name,
    account: number = accountFrom(70_000 + serial),
    amount = '620.00',
  } = account;
  return {
    户编号: key,
    救助类别: '低保',
    '村（社区）': VILLAGE,
    批准文号: `演民低保〔2024〕${key}号`,
    批准日期: '2024-05-10',
    起始年月: '2024-06',
    '月金额（元）': amount,
    最近核查日期: CHECKED_BEFORE,
    开户行: number === '' ? '' : bank,
    户名: number === '' ? '' : holder,
    账号: number,
    姓名: name,
    身份证号: idOf(serial),
    与户主关系: '本人',
    联系电话: phoneFrom(serial),
  };
}

/** Enters these households in the register, compared by a second person; answers their entries by name. */
export async function enterFamilies(
  officer: Desk,
  leader: Desk,
  families: readonly FundFamily[],
): Promise<ReadonlyMap<string, string>> {
  const rows = families.map(rowOf);
  const heading = Object.keys(rows[0] ?? {});
  const lines = [heading, ...rows.map((row) => heading.map((title) => row[title] ?? ''))];
  // A workbook would carry the moment it was made; the same families are to give the same bytes.
  const bytes = Buffer.from(lines.map((cells) => `${cells.join(',')}\r\n`).join(''));
  const takeoverId = await takeover.bringLedger(officer, '台账.csv', bytes);
  const view = await takeover.checkedLedger(officer, takeoverId, { asOf: localDate('2026-02-28') });
  if (view.counts['good']?.households !== families.length) {
    throw new Error(JSON.stringify([view.counts, view.faults, view.unknown]));
  }
  await takeover.enteredLedger(officer, takeoverId, [await uploadPaper(officer, '盖章名册')]);
  await takeover.comparedLedger(leader, takeoverId);
  const { body } = await officer.ask(benefitList, {}, { limit: '200' });
  const entries = body.benefits as readonly { head: string; benefitId: string }[];
  return new Map(entries.map(({ head, benefitId }) => [head, benefitId]));
}
