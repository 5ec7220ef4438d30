import { type Fen, fen } from '../../kernel/fen.ts';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { SchemeBrief } from '../../rules/brief.ts';
import { bulkBriefs } from '../../rules/bulk-brief.ts';
import { schemaOf } from '../../rules/bulk/column.ts';
import { packer } from '../../rules/bulk/pack.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import type { Region } from '../../rules/region.ts';
import { currentRelease } from '../../rules/release.ts';
import { dibaoAmounts } from './dibao-amount.ts';
import { dayIn, type Effect, type EffectKind, previewed, type Previewed } from './preview.ts';

/** One side of the comparison: a county's rules, and what was published by then. */
export type Side = { readonly region: Region; readonly knownOn: LocalDate };

export type Compared = {
  readonly before: Side;
  readonly after: Side;
  readonly day: LocalDate;
  /** Months already paid that the change reaches back to. */
  readonly months: readonly Month[];
};

/** A decided household; `startMonth` is '' where it was refused. */
export type Decided = {
  readonly facts: HouseholdFacts;
  readonly amount: number;
  readonly startMonth: string;
};

/** What a change does to each household: every scheme, and whether today's rules give what is paid. */
export type HouseholdEffect = {
  readonly effects: readonly Effect[];
  readonly isStale: boolean;
};

const NOTHING = fen(0);

/** Decides every household before and after a change. Pure and long: a worker does it chunk by chunk. */
export function effectsOf(households: readonly Decided[], compared: Compared): HouseholdEffect[] {
  const { before, after, day } = compared;
  const facts = households.map((each) => each.facts);
  const briefs = ({ region, knownOn }: Side) =>
    bulkBriefs(facts, () => region, { on: day, knownOn: later(knownOn, day) });
  const [was, will] = [briefs(before), briefs(after)];
  const arrears = arrearsOf(households, compared);
  return households.map((household, index) => {
    const effects = previewed.map((scheme) =>
      effectOf(scheme, was[index]?.schemes[scheme], will[index]?.schemes[scheme]),
    );
    const owed = arrears[index] ?? NOTHING;
    const [dibao] = effects;
    return {
      effects: effects.map((each) => (each === dibao ? { ...each, arrears: owed } : each)),
      isStale: dibao?.effect !== 'open' && dibao?.before !== household.amount,
    };
  });
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
  const isIn = brief.outcome === 'eligible';
  return { isIn, amount: isIn ? (brief.amount ?? NOTHING) : NOTHING };
}

function kindOf(before: Paid, after: Paid): EffectKind {
  if (before.isIn !== after.isIn) return after.isIn ? 'enter' : 'leave';
  if (!before.isIn) return 'out';
  if (before.amount === after.amount) return 'same';
  return after.amount > before.amount ? 'gain' : 'lose';
}

/** 补发: for every month a household was paid, what the changed rules give beyond the present ones. */
function arrearsOf(households: readonly Decided[], compared: Compared): Fen[] {
  const sums = households.map(() => 0);
  if (compared.months.length === 0) return sums.map(fen);
  const packing = packer(schemaOf(currentRelease.frame));
  for (const { facts } of households) packing.add(facts);
  const caseload = packing.caseload();
  for (const month of compared.months) {
    const on = dayIn(month);
    const amounts = ({ region, knownOn }: Side) => dibaoAmounts(caseload, region, { on, knownOn });
    const [was, will] = [amounts(compared.before), amounts(compared.after)];
    for (const [index, { startMonth }] of households.entries()) {
      const [before, after] = [was[index], will[index]];
      const isPaid = startMonth !== '' && startMonth <= month;
      if (!isPaid || typeof before !== 'number' || typeof after !== 'number') continue;
      sums[index] = (sums[index] ?? 0) + Math.max(0, after - before);
    }
  }
  return sums.map(fen);
}
