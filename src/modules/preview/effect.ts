import { type Fen, fen } from '../../kernel/fen.ts';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { SchemeBrief } from '../../rules/brief.ts';
import { caseloadBriefs } from '../../rules/bulk-brief.ts';
import type { Caseload } from '../../rules/bulk/caseload.ts';
import { type Packable, packedCaseload } from '../../rules/packed-facts.ts';
import type { Region } from '../../rules/region.ts';
import { dibaoAmounts, type MonthAmounts, monthlyOf, tekunAmounts } from './month-amount.ts';
import {
  dayIn,
  type Effect,
  type EffectKind,
  paidMonthly,
  previewed,
  type Previewed,
} from './preview.ts';

/** One side of the comparison: a county's rules, and what was published by then. */
export type Side = { readonly region: Region; readonly knownOn: LocalDate };

export type Compared = {
  readonly before: Side;
  readonly after: Side;
  readonly day: LocalDate;
  /** Months already paid that the change reaches back to. */
  readonly months: readonly Month[];
};

/** A decision on a household; `startMonth` is '' where nothing is paid. */
export type Decision = {
  readonly scheme: Previewed;
  readonly status: 'granted' | 'refused';
  readonly amount: number;
  readonly startMonth: string;
};

/** A household with every decision that holds of it, one or several: 低保 of the family beside 特困 of a person. */
export type Decided = { readonly facts: Packable; readonly decisions: readonly Decision[] };

/** What a change does to each household: every scheme, and whether today's rules give what was decided. */
export type HouseholdEffect = {
  readonly effects: readonly Effect[];
  readonly isStale: boolean;
};

const NOTHING = fen(0);

/** Decides every household before and after a change. Pure and long: a worker does it chunk by chunk. */
export function effectsOf(households: readonly Decided[], compared: Compared): HouseholdEffect[] {
  const { before, after, day } = compared;
  const caseload = packedCaseload(households.map((each) => each.facts));
  const briefs = ({ region, knownOn }: Side) =>
    caseloadBriefs(caseload, () => region, { on: day, knownOn: later(knownOn, day) });
  const [was, will] = [briefs(before), briefs(after)];
  const arrears = arrearsOf(households, compared);
  return households.map((household, index) => {
    const effects = previewed.map((scheme) =>
      effectOf(scheme, was[index]?.schemes[scheme], will[index]?.schemes[scheme]),
    );
    const owed = arrears[index];
    return {
      effects: effects.map((each) => ({ ...each, arrears: owed?.[each.scheme] ?? NOTHING })),
      isStale: effects.some((each) => isStale(each, household)),
    };
  });
}

const IN_BEFORE: readonly EffectKind[] = ['leave', 'gain', 'lose', 'same'];

/** Several decisions under one scheme (特困, person by person) are one sum. */
function isStale({ effect, before, scheme }: Effect, { decisions }: Decided): boolean {
  const own = decisions.filter((each) => each.scheme === scheme);
  if (effect === 'open' || own.length === 0) return false;
  if (paidMonthly.includes(scheme)) return before !== amountOf(own);
  return IN_BEFORE.includes(effect) !== own.some(({ status }) => status === 'granted');
}

export function amountOf(decisions: readonly Decision[]): number {
  return decisions.reduce((sum, { amount }) => sum + amount, 0);
}

function later(one: LocalDate, other: LocalDate): LocalDate {
  return one > other ? one : other;
}

function effectOf(
  scheme: Previewed,
  was: SchemeBrief | undefined,
  will: SchemeBrief | undefined,
): Effect {
  const [before, after] = [paidBy(was), paidBy(will)];
  const none = { scheme, before: NOTHING, after: NOTHING, arrears: NOTHING };
  if (typeof before === 'string') return { ...none, effect: 'open', reason: before };
  if (typeof after === 'string') return { ...none, effect: 'open', reason: `调整后：${after}` };
  const amounts = { before: before.amount, after: after.amount };
  return { ...none, ...amounts, effect: kindOf(before, after), reason: '' };
}

type Paid = { readonly isIn: boolean; readonly amount: Fen };

/** What a scheme gives a household, or why nobody can say. */
function paidBy(brief: SchemeBrief | undefined): Paid | string {
  if (!brief) return '没有结果';
  if ('refused' in brief) return brief.refused;
  if (brief.outcome === 'undecided') return `缺 ${brief.missing.join('、')}`;
  const amount = monthlyOf(brief);
  return { isIn: amount !== null, amount: amount ?? NOTHING };
}

function kindOf(before: Paid, after: Paid): EffectKind {
  if (before.isIn !== after.isIn) return after.isIn ? 'enter' : 'leave';
  if (!before.isIn) return 'out';
  if (before.amount === after.amount) return 'same';
  return after.amount > before.amount ? 'gain' : 'lose';
}

const AMOUNTS: Partial<Readonly<Record<Previewed, (caseload: Caseload) => MonthAmounts>>> = {
  dibao: dibaoAmounts,
  tekun: tekunAmounts,
};

type Owed = Partial<Record<Previewed, Fen>>;

/** 补发: for every month a household was paid, what the changed rules give beyond the present ones. */
function arrearsOf(households: readonly Decided[], compared: Compared): readonly Owed[] {
  const owed = households.map((): Owed => ({}));
  if (compared.months.length === 0) return owed;
  for (const scheme of paidMonthly) {
    const since = households.map(({ decisions }) => firstMonth(decisions, scheme));
    const paid = [...households.keys()].filter((index) => since[index] !== undefined);
    const facts = paid.flatMap((index) => households[index]?.facts ?? []);
    const amounts = facts.length > 0 ? AMOUNTS[scheme]?.(packedCaseload(facts)) : undefined;
    if (!amounts) continue;
    for (const month of compared.months) {
      const differences = monthDifferences(amounts, compared, dayIn(month));
      for (const [position, index] of paid.entries()) {
        const own = owed[index];
        if (!own || (since[index] ?? month) > month) continue;
        own[scheme] = fen((own[scheme] ?? 0) + (differences[position] ?? 0));
      }
    }
  }
  return owed;
}

/** The month from which a scheme was paid; undefined where it never was. */
function firstMonth(decisions: readonly Decision[], scheme: Previewed): string | undefined {
  return decisions
    .flatMap((each) => (each.scheme === scheme && each.startMonth !== '' ? [each.startMonth] : []))
    .toSorted()[0];
}

/** Positive differences of a month; what cannot be told on either side counts nothing. */
function monthDifferences(
  amounts: MonthAmounts,
  { before, after }: Compared,
  on: LocalDate,
): readonly number[] {
  const at = ({ region, knownOn }: Side) => amounts(region, { on, knownOn });
  const [was, will] = [at(before), at(after)];
  return was.map((old, index) => {
    const now = will[index];
    return typeof old === 'number' && typeof now === 'number' ? Math.max(0, now - old) : 0;
  });
}
