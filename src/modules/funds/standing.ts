import { type Fen, fen } from '../../kernel/fen.ts';
import { addMonths, daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import type { Pot, PotResidence, Residence } from './pot.ts';
import type { PaidScheme } from './roll.ts';

/** How the money of a scheme stands against what is promised until the end of the year. */
export type Standing = {
  readonly scheme: PaidScheme;
  readonly left: Fen;
  readonly committed: Fen;
  /** What is missing until the end of the year; 0 when it lasts. */
  readonly short: Fen;
  /** The first pay day the money does not reach, and how many days until then; null when it lasts. */
  readonly dryOn: LocalDate | null;
  readonly days: number | null;
  /** Households of one kind have nothing left though there is money for the other: earmarked money does not cross. */
  readonly residence: PotResidence;
};

type Has = Pick<Pot, 'residence' | 'left'> & { readonly scheme: PaidScheme };
type Promised = {
  readonly scheme: PaidScheme;
  readonly residence: Residence;
  readonly amount: number;
};

/**
 * For each scheme, town and country apart: what is left against what is promised, and when the money runs out if every
 * month until December takes the same. A shortage stops nobody's payment; it is told while there is time to provide.
 */
export function standingsOf(
  pots: readonly Has[],
  committed: readonly Promised[],
  { today, payDay }: { readonly today: LocalDate; readonly payDay: number },
): readonly Standing[] {
  const schemes = [...new Set([...pots, ...committed].map(({ scheme }) => scheme))].toSorted();
  return schemes.flatMap((scheme) => {
    const own = pots.filter((pot) => pot.scheme === scheme);
    const both = sum(own.filter(({ residence }) => residence === 'both').map(({ left }) => left));
    const sides = (['urban', 'rural'] as const).map((residence) => ({
      residence,
      left: sum(own.filter((pot) => pot.residence === residence).map(({ left }) => left)),
      committed: sum(
        committed
          .filter((each) => each.scheme === scheme && each.residence === residence)
          .map(({ amount }) => amount),
      ),
    }));
    const shared = sum(sides.map((side) => Math.max(0, side.committed - side.left)));
    if (both !== 0 || own.length === 0) {
      const left = sum(sides.map((side) => side.left)) + both;
      const promised = sum(sides.map((side) => side.committed));
      const short = Math.max(0, shared - both);
      return [standing(scheme, 'both', { left, committed: promised, short }, today, payDay)];
    }
    return sides
      .filter((side) => side.left !== 0 || side.committed > 0)
      .map((side) => {
        const short = Math.max(0, side.committed - side.left);
        return standing(scheme, side.residence, { ...side, short }, today, payDay);
      });
  });
}

type Sums = { readonly left: number; readonly committed: number; readonly short: number };

function standing(
  scheme: PaidScheme,
  residence: PotResidence,
  { left, committed, short }: Sums,
  today: LocalDate,
  payDay: number,
): Standing {
  const dryOn = short > 0 ? dryDay({ left, committed, short }, today, payDay) : null;
  return {
    ...{ scheme, residence, left: fen(left), committed: fen(committed), short: fen(short), dryOn },
    days: dryOn && Math.max(0, daysBetween(today, dryOn)),
  };
}

/** The pay day of the first month whose payment is not covered, when each month left takes the same. */
function dryDay({ committed, short }: Sums, today: LocalDate, payDay: number): LocalDate {
  const months = payMonths(today, payDay);
  const covered = Math.floor(((committed - short) * months.length) / Math.max(1, committed));
  const at = Math.min(Math.max(0, covered), months.length - 1);
  return months[at] ?? today;
}

/** Pay days left of the year, the next first. */
function payMonths(today: LocalDate, payDay: number): readonly LocalDate[] {
  const day = String(payDay).padStart(2, '0');
  const year = today.slice(0, 4);
  const days: LocalDate[] = [];
  for (
    let each = `${today.slice(0, 7)}-${day}` as LocalDate;
    each.startsWith(year);
    each = addMonths(each, 1)
  ) {
    if (each >= today) days.push(each);
  }
  return days.length > 0 ? days : [today];
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, each) => all + each, 0);
}
