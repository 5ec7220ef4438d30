import type { CorrectionAsked } from '../../../modules/assessment/correct-facts.ts';
import * as code from '../../../rules/code-list.ts';
import { factTitle, type HouseholdFacts } from '../../../rules/facts.ts';
import { householdFields } from '../../../rules/household-field.ts';

/** One thing a clerk may correct: a fact, a whole item to strike out, or a place for a new item. */
export type FactChoice = {
  readonly key: string;
  readonly label: string;
  readonly path: CorrectionAsked['path'];
  /** Type of the language (`fen`, `code LABOUR_CAPACITY`, `yes/no`, `date`, `number` …), or what happens. */
  readonly type: string;
  readonly now: unknown;
};

type Item = { readonly id: string } & Readonly<Record<string, unknown>>;
type List = readonly [
  name: 'incomes' | 'transfersPaid' | 'assets' | 'supporters' | 'spendings',
  level: string,
  owner: string,
  title: string,
  kinds: Readonly<Record<string, string>>,
];

const LISTS: readonly List[] = [
  ['incomes', 'income', 'member', '收入', code.INCOME_KIND],
  ['transfersPaid', 'transfer', 'member', '转移支出', code.TRANSFER_KIND],
  ['assets', 'asset', 'owner', '财产', code.ASSET_KIND],
  ['supporters', 'supporter', 'supports', '义务人', {}],
  ['spendings', 'spending', 'member', '刚性支出', code.SPENDING_KIND],
];

/** Kinds of a list that an item is added to, for the form. */
export const addable = {
  incomes: code.INCOME_KIND,
  assets: code.ASSET_KIND,
} as const;

/** Everything a clerk may correct in these facts, named as people name it. */
export function factChoices(
  facts: HouseholdFacts,
  nameOf: (memberId: string) => string,
): readonly FactChoice[] {
  const household = fieldsOf('household', facts, [], '家庭');
  const members = facts.members.flatMap((each, index) =>
    fieldsOf('member', each, ['members', index], nameOf(each.id)),
  );
  return [...household, ...members, ...LISTS.flatMap((list) => listChoices(list, facts, nameOf))];
}

function listChoices(
  [name, level, owner, title, kinds]: List,
  facts: HouseholdFacts,
  nameOf: (memberId: string) => string,
): FactChoice[] {
  const items = (facts[name] ?? []) as readonly Item[];
  const named = items.flatMap((each, index) => {
    const kind = kinds[String(each['kind'])] ?? title;
    const who = `${nameOf(String(each[owner]))}的${kind}`;
    const strike = {
      key: `${name}.${index}`,
      label: `${who}：整项删去`,
      type: 'strike',
      now: each,
    };
    return [...fieldsOf(level, each, [name, index], who), { ...strike, path: [name, index] }];
  });
  if (!(name in addable) || facts[name] === null) return named;
  const path = [name, items.length] as const;
  return [...named, { key: `${name}.+`, label: `补记一项${title}`, path, type: 'add', now: null }];
}

function fieldsOf(
  level: string,
  record: Readonly<Record<string, unknown>>,
  path: CorrectionAsked['path'],
  who: string,
): FactChoice[] {
  return householdFields
    .filter((field) => field.level === level)
    .map(({ name, type }) => {
      const fact = name === 'supporterRelation' ? 'relation' : name;
      const at = [...path, fact];
      const label = `${who}:${factTitle(level, fact)}`;
      return { key: at.join('.'), label, path: at, type, now: record[fact] ?? null };
    });
}
