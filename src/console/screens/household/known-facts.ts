import * as code from '../../../rules/code-list.ts';
import { cellWords } from '../../../ui/ledger/cell-words.ts';
import type { LedgerColumn } from '../../../ui/ledger/ledger-column.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import type { ColumnSetting } from '../intake/column-setting.ts';
import { incomeColumns, spendingColumns, supporterColumns } from '../intake/economy-column.ts';
import { abilities, conditionColumns } from '../intake/member-column.ts';
import {
  exitColumns,
  householdColumns,
  reliefColumns,
  reliefKind,
  repeatColumn,
} from '../intake/record-column.ts';

type Facts = NonNullable<StagePanelProps['state']['household']['facts']>;
type Item = { readonly label: string; readonly value: string };

/** What is known of a record beyond what everybody is asked: each column's title and its words. */
function known(columns: unknown, record: object): Item[] {
  const all = columns as readonly LedgerColumn<Readonly<Record<string, unknown>>>[];
  const row: Readonly<Record<string, unknown>> = { ...record };
  return all
    .map((column) => ({ label: column.title, value: cellWords(column, row[column.key], row) }))
    .filter(({ value }) => value !== '');
}

export function memberMore(member: Facts['members'][number], setting: ColumnSetting): Item[] {
  const { followUps } = conditionColumns(setting);
  const others = followUps.filter(({ key }) => !abilities.some(([ability]) => ability === key));
  return [...careOf(member), ...known(others, member)];
}

/** 能吃饭、穿衣；不能如厕: the six abilities in one line, once any is known. */
function careOf(member: Facts['members'][number]): Item[] {
  const those = (can: boolean) =>
    abilities.flatMap(([key, title]) => (member[key] === can ? [title.replace('自主', '')] : []));
  const [can, cannot] = [those(true), those(false)];
  const words = [
    ...(can.length > 0 ? [`能自主${can.join('、')}`] : []),
    ...(cannot.length > 0 ? [`不能自主${cannot.join('、')}`] : []),
  ];
  return words.length === 0 ? [] : [{ label: '自理能力', value: words.join('；') }];
}

const underLine = {
  incomes: incomeColumns,
  supporters: supporterColumns,
  spendings: spendingColumns,
} as const;

/** The same in one breath, in brackets behind a line; nothing where nothing more is known. */
export function lineWords(
  list: keyof typeof underLine,
  record: object,
  setting: ColumnSetting,
): string {
  const isPlain = 'basis' in record && record.basis === 'stated';
  const items = known(
    underLine[list](setting).followUps,
    isPlain ? { ...record, basis: null } : record,
  );
  return items.length === 0
    ? ''
    : `（${items.map(({ label, value }) => `${label.replace(/^义务人/, '')} ${value}`).join('，')}）`;
}

/** Sudden difficulty, former assistance, and what rules a family out: only what was told. */
export function situationOf(facts: Facts, setting: ColumnSetting): Item[] {
  const { relief, exit, pastReliefs } = facts;
  const past = pastReliefs?.map(({ grantedOn, cause, amount }) =>
    [
      grantedOn ?? '日期不清楚',
      cause === null ? '原因不清楚' : code.RELIEF_CAUSE[cause],
      cellWords({ key: 'amount', title: '', kind: 'money' }, amount, { amount }) || '金额不清楚',
    ].join(' '),
  );
  return [
    ...known(householdColumns(setting, facts), facts),
    ...known([reliefKind, ...reliefColumns, repeatColumn], relief ?? {}),
    ...(past
      ? [{ label: '已经获得的临时救助', value: past.length === 0 ? '没有' : past.join('；') }]
      : []),
    ...known(exitColumns, exit ?? {}),
  ];
}
