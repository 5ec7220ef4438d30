import { type Fen, fen } from '../../kernel/fen.ts';
import { caseloadBriefs } from '../../rules/bulk-brief.ts';
import type { Caseload } from '../../rules/bulk/caseload.ts';
import { resultAt, type Result, type Results } from '../../rules/bulk/result.ts';
import { decideRest, prepare, runCalls } from '../../rules/bulk/run.ts';
import { isWhole, type Rational, toNumber } from '../../rules/language/rational.ts';
import { parameterSource } from '../../rules/parameter-source.ts';
import type { AsOf, Region } from '../../rules/region.ts';
import { currentRelease } from '../../rules/release.ts';

/** What each household gets on a day by a county's rules, in fen a month; null where nothing can be said. */
export type MonthAmounts = (region: Region, asOf: AsOf) => readonly (Fen | null)[];

/** In 低保. */
export function dibaoAmounts(caseload: Caseload): MonthAmounts {
  return (region, asOf) => amountsOn(caseload, region, asOf);
}

/** In 特困: the sum of those who are supported. They are few, so every scheme is computed along. */
export function tekunAmounts(caseload: Caseload): MonthAmounts {
  return (region, asOf) =>
    caseloadBriefs(caseload, () => region, asOf).map(({ schemes: { tekun } }) => {
      if ('refused' in tekun || tekun.outcome === 'undecided') return null;
      return tekun.outcome === 'eligible' ? tekun.amount : fen(0);
    });
}

const WANTED = ['eligible', 'monthlyAmount', 'amountWithinStandard'] as const;

function amountsOn(caseload: Caseload, region: Region, asOf: AsOf): (Fen | null)[] {
  const { frame, targets } = currentRelease;
  const run = prepare(caseload, {
    text: frame,
    wanted: [WANTED],
    governingDay: asOf.on,
    policyOf: ({ residence }) => {
      const read = parameterSource(frame, region, asOf, residence, targets.dibao);
      return read.ok ? read.source : null;
    },
  });
  runCalls(run);
  decideRest(run);
  return amountsIn(run.results);
}

function amountsIn(results: Results): (Fen | null)[] {
  return results.chunks.flatMap((chunk) =>
    Array.from({ length: chunk.households }, (_, index) => {
      const [met, amount, within] = WANTED.map((rule) => resultAt(results, chunk, index, rule));
      if (met === false) return fen(0);
      return met === true && within === true ? figureOf(amount ?? null) : null;
    }),
  );
}

function figureOf(result: Result): Fen | null {
  const isFigure = result !== null && typeof result !== 'boolean' && typeof result !== 'string';
  if (!isFigure || !isWhole(result as Rational)) return null;
  return fen(toNumber(result as Rational));
}
