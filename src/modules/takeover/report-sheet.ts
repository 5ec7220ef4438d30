import { formatDate, type LocalDate } from '../../kernel/local-date.ts';
import type { Sheet } from '../../platform/table-file/write-xlsx.ts';
import { SCHEME_SHORT, type Scheme } from '../../rules/scheme.ts';
import { standings } from './contract.ts';
import type { FoundHousehold } from './household-store.ts';
import type { LedgerSummary } from './summary-store.ts';
import type { TakeoverRun } from './store.ts';

const RULES = { same: '一致', differs: '不一致', open: '没有比较', '': '' } as const;

/** The report of a check: sums, every wrong row, what the register says otherwise, what the rules of today say. */
export function reportSheets(
  { fileName, done }: TakeoverRun,
  { counts, wrongRows, notes, rules }: LedgerSummary,
  {
    households,
    today,
  }: { readonly households: readonly FoundHousehold[]; readonly today: LocalDate },
): readonly Sheet[] {
  const kinds = Object.entries(standings) as [keyof typeof standings, string][];
  return [
    {
      name: '说明',
      heading: ['项目', '户数', '行数'],
      rows: [
        [`台账文件：${fileName}`, done, ''],
        ...kinds.map(([key, words]) => [words, counts[key].households, counts[key].rows]),
        ['其中有错误的行（不含同户其他行）', '', wrongRows],
        ['有提示、不影响登记', notes, ''],
        [`按${formatDate(today)}的规则：一致`, rules.same, ''],
        [`按${formatDate(today)}的规则：不一致`, rules.differs, ''],
        ['台账情况不全，没有与规则比较', rules.open, ''],
        ['与规则的比较只供复核参考，不改变任何一户的待遇', '', ''],
      ],
    },
    {
      name: '有问题的行',
      heading: ['行', '户主（本人）', '列', '问题和处理办法'],
      rows: households.flatMap(({ head, faults }) =>
        faults.map(({ row, column, message }) => [row, head, column, message]),
      ),
    },
    {
      name: '与名册不一致',
      heading: ['行', '户主（本人）', '救助类别', '项目', '名册', '台账'],
      rows: households.flatMap(({ rows, head, scheme, differences }) =>
        differences.map(({ title, register, ledger }) => [
          ...[rows.join('、'), head, schemeWords(scheme)],
          ...[title, register, ledger],
        ]),
      ),
    },
    {
      name: '与今天的规则比较',
      heading: ['行', '户主（本人）', '救助类别', '台账月金额（元）', '结果', '说明'],
      rows: households
        .filter(({ rulesIs }) => rulesIs !== '')
        .map(({ rows, head, scheme, amount, rulesIs, rulesText }) => [
          ...[rows.join('、'), head, schemeWords(scheme), amount / 100],
          ...[RULES[rulesIs], rulesText],
        ]),
    },
    {
      name: '提示',
      heading: ['行', '户主（本人）', '提示'],
      rows: households.flatMap(({ rows, head, notes: own }) =>
        own.map((note) => [rows.join('、'), head, note]),
      ),
    },
  ];
}

function schemeWords(scheme: string): string {
  return SCHEME_SHORT[scheme as Scheme] ?? scheme;
}
