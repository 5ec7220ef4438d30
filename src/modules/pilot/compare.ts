import { addMonths, type LocalDate, addDays } from '../../kernel/local-date.ts';
import { addSums, definitionOf, figureCodes, figureOf, type FigureSums, noSums } from './figure.ts';
import type { PilotPlan } from './pilot.ts';

type Periods = {
  readonly before: { readonly from: LocalDate; readonly before: LocalDate };
  readonly after: { readonly from: LocalDate; readonly before: LocalDate };
};

/** The months before the batch began, and the time since; `before` is the first day that no longer counts. */
export function periodsOf(plan: PilotPlan, ended: LocalDate | null, today: LocalDate): Periods {
  const last = ended ?? today;
  const until = addDays(last < plan.from ? plan.from : last, last < plan.from ? 0 : 1);
  return {
    before: { from: addMonths(plan.from, -plan.monthsBefore), before: plan.from },
    after: { from: plan.from, before: until },
  };
}

type Sums = ReadonlyMap<string, FigureSums>;

/** Each township's figures in both periods, and those of the batch from the sums of all. */
export function compare(townships: readonly string[], before: Sums, after: Sums) {
  const sumsOf = (sums: Sums) => townships.map((each) => sums.get(each) ?? noSums);
  const total = { before: addSums(sumsOf(before)), after: addSums(sumsOf(after)) };
  const figuresOf = (was: FigureSums, is: FigureSums) =>
    figureCodes.map((code) => ({ code, before: figureOf(code, was), after: figureOf(code, is) }));
  return {
    total: figuresOf(total.before, total.after).map((each) => {
      const { title, unit, definition, lessIsBetter } = definitionOf(each.code);
      return { ...each, title, unit, definition, lessIsBetter };
    }),
    townships: townships.map((township) => ({
      township,
      figures: figuresOf(before.get(township) ?? noSums, after.get(township) ?? noSums),
    })),
  };
}
