import type { CorrectionAsked } from '../../../modules/assessment/correct-facts.ts';
import * as code from '../../../rules/code-list.ts';
import { factTitle, type HouseholdFacts } from '../../../rules/facts.ts';
import type { LedgerColumn } from '../../../ui/ledger/ledger-column.ts';
import type { ColumnSetting, Columns } from '../intake/column-setting.ts';
import * as economy from '../intake/economy-column.ts';
import { conditionColumns, identityColumns } from '../intake/member-column.ts';
import {
  exitColumns,
  householdColumns,
  reliefColumns,
  reliefKind,
  repeatColumn,
  residenceColumn,
} from '../intake/record-column.ts';

/** How a fact is typed: the column the intake's ledger has for it. */
export type FactColumn = LedgerColumn<Readonly<Record<string, unknown>>>;

/** One thing a clerk may correct: a fact, a whole item to strike out, or a place for a new item. */
export type FactChoice = {
  readonly key: string;
  readonly label: string;
  readonly path: CorrectionAsked['path'];
  readonly now: unknown;
} & (
  | { readonly does: 'change'; readonly column: FactColumn; readonly record: FactRecord }
  | { readonly does: 'strike' }
  | { readonly does: 'add'; readonly list: keyof typeof addable }
);

type FactRecord = Readonly<Record<string, unknown>>;
type Item = { readonly id: string } & FactRecord;
type ListName = 'incomes' | 'transfersPaid' | 'assets' | 'supporters' | 'spendings' | 'pastReliefs';
type List = {
  readonly level: string;
  readonly title: string;
  /** The field that names whose it is; null where it is the family's. */
  readonly owner: string | null;
  /** What an item is called after: the field and its words. */
  readonly named: readonly [field: string, words: Readonly<Record<string, string>>];
  readonly columns: (setting: ColumnSetting) => unknown;
};

const lists: Readonly<Record<ListName, List>> = {
  incomes: {
    level: 'income',
    title: '收入',
    owner: 'member',
    named: ['kind', code.INCOME_KIND],
    columns: economy.incomeColumns,
  },
  transfersPaid: {
    level: 'transfer',
    title: '转移支出',
    owner: 'member',
    named: ['kind', code.TRANSFER_KIND],
    columns: economy.transferColumns,
  },
  assets: {
    level: 'asset',
    title: '财产',
    owner: 'owner',
    named: ['kind', code.ASSET_KIND],
    columns: economy.assetColumns,
  },
  supporters: {
    level: 'supporter',
    title: '义务人',
    owner: 'supports',
    named: ['relation', code.SUPPORTER_RELATION],
    columns: economy.supporterColumns,
  },
  spendings: {
    level: 'spending',
    title: '刚性支出',
    owner: 'member',
    named: ['kind', code.SPENDING_KIND],
    columns: economy.spendingColumns,
  },
  pastReliefs: {
    level: 'pastRelief',
    title: '已获得的临时救助',
    owner: null,
    named: ['cause', code.RELIEF_CAUSE],
    columns: economy.pastReliefColumns,
  },
};

/** Kinds of a list that an item is added to, for the form. */
export const addable = {
  incomes: code.INCOME_KIND,
  assets: code.ASSET_KIND,
  spendings: code.SPENDING_KIND,
} as const;

// Who somebody is stands beside the facts and is declared, not corrected.
const NOT_FACTS = new Set(['name', 'idNumber', 'phone', 'keptId']);

/** Everything a clerk may correct in these facts, named as people name it. */
export function factChoices(
  facts: HouseholdFacts,
  nameOf: (memberId: string) => string,
  setting: ColumnSetting,
): readonly FactChoice[] {
  const conditions = conditionColumns({ ...setting, weighsTekun: true });
  const ofMember = [...identityColumns, ...conditions.columns, ...conditions.followUps];
  const { relief, exit } = facts;
  return [
    ...changes('household', facts, [], '家庭', [
      residenceColumn,
      ...householdColumns(setting, facts),
    ]),
    ...facts.members.flatMap((each, index) =>
      changes('member', each, ['members', index], nameOf(each.id), ofMember),
    ),
    ...(Object.keys(lists) as ListName[]).flatMap((name) =>
      listChoices(name, facts, nameOf, setting),
    ),
    ...changes('relief', relief ?? {}, ['relief'], '突发困难', [
      ...[reliefKind, ...reliefColumns, repeatColumn],
    ]),
    ...changes('exit', exit ?? {}, ['exit'], '低保渐退', exitColumns),
  ];
}

function listChoices(
  name: ListName,
  facts: HouseholdFacts,
  nameOf: (memberId: string) => string,
  setting: ColumnSetting,
): FactChoice[] {
  const { level, title, owner, named, columns } = lists[name];
  const [field, words] = named;
  const items = (facts[name] ?? []) as readonly Item[];
  const { columns: all, followUps } = columns(setting) as Columns<FactRecord>;
  const choices = items.flatMap((each, index): FactChoice[] => {
    const called = words[String(each[field])] ?? title;
    const who =
      owner === null ? `${title}（${called}）` : `${nameOf(String(each[owner]))}的${called}`;
    const path = [name, index];
    const label = `${who}：整项删去`;
    return [
      ...changes(level, each, path, who, [...all, ...followUps]),
      { key: path.join('.'), label, path, now: each, does: 'strike' },
    ];
  });
  if (!isAddable(name) || facts[name] === null) return choices;
  const path = [name, items.length];
  const label = `补记一项${title}`;
  return [...choices, { key: `${name}.+`, label, path, now: null, does: 'add', list: name }];
}

function isAddable(name: ListName): name is keyof typeof addable {
  return name in addable;
}

function changes(
  level: string,
  record: FactRecord,
  path: CorrectionAsked['path'],
  who: string,
  columns: unknown,
): FactChoice[] {
  return (columns as readonly FactColumn[])
    .filter(({ key, kind }) => kind !== 'shown' && !NOT_FACTS.has(key))
    .map((column) => {
      const at = [...path, column.key];
      const label = `${who}:${factTitle(level, column.key)}`;
      const now = record[column.key] ?? null;
      return { key: at.join('.'), label, path: at, now, does: 'change', column, record };
    });
}
