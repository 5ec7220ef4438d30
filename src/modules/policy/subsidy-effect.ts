import { addFen, type Fen, fen } from '../../kernel/fen.ts';
import { type LocalDate, type Month, monthOf } from '../../kernel/local-date.ts';
import { type Entitlement, entitlementIn } from '../review/index.ts';
import {
  type SubsidisedScheme,
  type SubsidyCount,
  type SubsidyEffect,
  type SubsidyPlan,
  subsidisedSchemes,
} from './subsidy.ts';

/** A recipient in the register, as far as a subsidy goes. */
export type InRegister = {
  readonly scheme: SubsidisedScheme;
  readonly township: string;
  readonly residence: 'urban' | 'rural';
  /** Those of the family whom the assistance covers. */
  readonly members: number;
  readonly entries: readonly Entitlement[];
};

type Asked = Pick<SubsidyPlan, 'from' | 'until' | 'schemes' | 'urban' | 'rural'>;

/** What a plan comes to a month: of its months the present one, or the one nearest to it. */
export function effectOf(
  register: readonly InRegister[],
  plan: Asked,
  today: LocalDate,
): SubsidyEffect {
  const month = nearest(plan, monthOf(today));
  const counted = register.flatMap((each): readonly Counted[] => {
    const { scheme, township, members, residence, entries } = each;
    const isPaid = (entitlementIn(entries, month)?.amount ?? 0) > 0;
    const amount = fen(members * plan[residence]);
    if (!plan.schemes.includes(scheme) || !isPaid || amount === 0) return [];
    return [{ scheme, township, households: 1, people: members, amount }];
  });
  const schemes = (Object.keys(subsidisedSchemes) as SubsidisedScheme[]).flatMap((scheme) => {
    const own = counted.filter((each) => each.scheme === scheme);
    return own.length === 0 ? [] : [{ scheme, ...sumOf(own) }];
  });
  const townships = [...Map.groupBy(counted, ({ township }) => township)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([township, own]) => ({ township, ...sumOf(own) }));
  return { ...sumOf(counted), schemes, townships };
}

type Counted = SubsidyCount & {
  readonly scheme: SubsidisedScheme;
  readonly township: string;
};

function nearest({ from, until }: Pick<Asked, 'from' | 'until'>, now: Month): Month {
  if (now < from) return from;
  return now > until ? until : now;
}

function sumOf(counted: readonly SubsidyCount[]): SubsidyCount {
  return {
    households: counted.reduce((sum, { households }) => sum + households, 0),
    people: counted.reduce((sum, { people }) => sum + people, 0),
    amount: addFen(...counted.map(({ amount }): Fen => amount)),
  };
}
