import { addFen, fen, formatYuan } from '../../kernel/fen.ts';
import type { Difference } from './difference.ts';
import { findItem, itemTitle, sourceTitle } from './item.ts';
import type { Answer } from './verification.ts';

type Exclusive = { readonly title: string; readonly items: readonly (readonly string[])[] };

/** What cannot be true of one person at the same time, said by two sources. */
const EXCLUSIVE: readonly Exclusive[] = [
  {
    title: '是否在世',
    items: [['dead'], ['registered', 'in-prison', 'contribution-base', 'unemployment', 'pension']],
  },
  { title: '户籍', items: [['registered'], ['moved-out']] },
  { title: '婚姻状况', items: [['married'], ['divorced'], ['unmarried']] },
];

/** Where two sources contradict each other about one person. It decides nothing: a person must say which is right. */
export function contradictionsOf(answers: readonly Answer[]): readonly Difference[] {
  return [...EXCLUSIVE.flatMap((each) => exclusions(each, answers)), ...figures(answers)];
}

function exclusions({ title, items }: Exclusive, answers: readonly Answer[]): Difference[] {
  const [one, other] = items
    .map((group) => answers.filter((each) => group.includes(each.item)))
    .filter((group) => group.length > 0);
  const [first] = one ?? [];
  const second = other?.find((each) => each.source !== first?.source);
  return first && second
    ? [contradiction(title, words(first), words(second), [first, second])]
    : [];
}

/** The same kind of income, told by two sources with another sum. */
function figures(answers: readonly Answer[]): Difference[] {
  const incomes = answers.filter((each) => findItem(each.item)?.compare.by === 'income');
  return [...Map.groupBy(incomes, (each) => each.item)].flatMap(([item, told]) => {
    const [one, ...others] = [...Map.groupBy(told, (each) => each.source)].map(([source, all]) => ({
      source,
      first: all[0],
      sum: addFen(...all.map((each) => each.amount ?? fen(0))),
    }));
    const other = others.find((each) => each.sum !== one?.sum);
    if (!one?.first || !other?.first) return [];
    const say = (each: typeof other) =>
      `${sourceTitle(each.source)}查得 ${formatYuan(each.sum)} 元`;
    return [contradiction(itemTitle(item), say(one), say(other), [one.first, other.first])];
  });
}

function words({ source, item }: Answer): string {
  return `${sourceTitle(source)}查得${itemTitle(item)}`;
}

function contradiction(
  item: string,
  declared: string,
  found: string,
  between: readonly Answer[],
): Difference {
  return {
    kind: 'contradiction',
    weight: 'eligibility',
    item,
    source: between.map((each) => sourceTitle(each.source)).join('、'),
    declared,
    found,
    figures: `${declared}-${found}`,
  };
}
