import { type Fen, formatYuan } from '../../kernel/fen.ts';
import { addMonths, formatDate, type LocalDate, localDate } from '../../kernel/local-date.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import { frameText } from '../../rules/frame.ts';
import { findParameter, type Region } from '../../rules/region.ts';

/** A decision of the county that granted temporary assistance to somebody of this family. */
export type EarlierRelief = {
  readonly number: string;
  readonly on: LocalDate;
  readonly amount: Fen;
};

/** Where the place has not said for how long the same cause is not helped again. */
const USUAL_MONTHS = 12;

/** How far back the rules look: the months of the place, and in any case the whole calendar year (LS-17). */
export function looksBackTo(region: Region, on: LocalDate): LocalDate {
  const asked = frameText.parameters.find(({ name }) => name === 'temporarySameCauseMonths');
  const laidDown = (['rural', 'urban'] as const).flatMap((residence) => {
    const looked = asked && findParameter(region, asked, { on, knownOn: on }, residence);
    return looked?.ok && typeof looked.found.value === 'number' ? [looked.found.value] : [];
  });
  const months = laidDown.length > 0 ? Math.max(...laidDown) : USUAL_MONTHS;
  const yearStart = localDate(`${on.slice(0, 4)}-01-01`);
  const monthsAgo = addMonths(on, -months);
  return monthsAgo < yearStart ? monthsAgo : yearStart;
}

/**
 * The first decision that the family's former assistance does not mention. An item stands for one decision: that of
 * its day, else one of its amount, as the money may have come on another day.
 */
export function unrecordedRelief(
  { pastReliefs }: HouseholdFacts,
  decided: readonly EarlierRelief[],
): EarlierRelief | null {
  const byDay = pair(decided, pastReliefs ?? [], (each, item) => each.on === item.grantedOn);
  const byAmount = pair(byDay.decided, byDay.items, (each, item) => each.amount === item.amount);
  return byAmount.decided[0] ?? null;
}

type Item = NonNullable<HouseholdFacts['pastReliefs']>[number];
type Left = { readonly decided: readonly EarlierRelief[]; readonly items: readonly Item[] };

/** What is left of both once each decision has taken the item that fits it. */
function pair(
  decided: readonly EarlierRelief[],
  items: readonly Item[],
  fits: (each: EarlierRelief, item: Item) => boolean,
): Left {
  return decided.reduce<Left>(
    (left, each) => {
      const at = left.items.findIndex((item) => fits(each, item));
      return at < 0
        ? { ...left, decided: [...left.decided, each] }
        : { ...left, items: left.items.toSpliced(at, 1) };
    },
    { decided: [], items },
  );
}

/** `2026年3月2日给予临时救助 1,240.00 元，受理号 511702-2026-000001` */
export function reliefWords({ number, on, amount }: EarlierRelief): string {
  return `${formatDate(on)}给予临时救助 ${formatYuan(amount)} 元，受理号 ${number}`;
}
