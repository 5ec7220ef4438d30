import { type Fen, fen } from '../../kernel/fen.ts';
import type { SchemeBrief } from '../../rules/brief.ts';
import { caseloadSchemeBriefs } from '../../rules/bulk-brief.ts';
import type { Caseload } from '../../rules/bulk/caseload.ts';
import { resultAt, type Result, type Results } from '../../rules/bulk/result.ts';
import { decideRest, prepare, runCalls } from '../../rules/bulk/run.ts';
import { unpacker } from '../../rules/bulk/unpack.ts';
import { isWhole, type Rational, toNumber } from '../../rules/language/rational.ts';
import { packedCaseload } from '../../rules/packed-facts.ts';
import { parameterSource } from '../../rules/parameter-source.ts';
import type { AsOf, Region } from '../../rules/region.ts';
import { currentRelease } from '../../rules/release.ts';

/** What each household gets on a day by a county's rules, in fen a month; null where nothing can be said. */
export type MonthAmounts = (region: Region, asOf: AsOf) => readonly (Fen | null)[];

/**
 * What is paid under a scheme: to the family; or, where it is above the line, what it keeps for a while (渐退) or what
 * its members get alone (单人户). Null where nothing is.
 */
export function monthlyOf({
  outcome,
  amount,
  persons,
  exit,
}: Pick<DecidedBrief, 'outcome' | 'amount' | 'persons' | 'exit'>): Fen | null {
  if (outcome === 'eligible') return amount ?? fen(0);
  if (exit !== null) return exit;
  if (persons.length === 0) return null;
  return fen(persons.reduce((sum, each) => sum + (each.amount ?? 0), 0));
}

type DecidedBrief = Extract<SchemeBrief, { readonly outcome: unknown }>;

/** In 低保. Those whom the kernel finds above the line are few: they are looked at for 单人户 and 渐退 too. */
export function dibaoAmounts(caseload: Caseload): MonthAmounts {
  const factsAt = unpacker(caseload);
  return (region, asOf) => {
    const amounts = amountsOn(caseload, region, asOf);
    const above = amounts.flatMap((amount, position) => (amount === 'above' ? [position] : []));
    const those = packedCaseload(above.map(factsAt));
    const briefs = caseloadSchemeBriefs(those, 'dibao', () => region, asOf);
    const rest = new Map(above.map((position, index) => [position, briefs[index]]));
    return amounts.map((amount, position) =>
      amount === 'above' ? paidIn(rest.get(position)) : amount,
    );
  };
}

function paidIn(brief: SchemeBrief | undefined): Fen | null {
  if (!brief || 'refused' in brief || brief.outcome === 'undecided') return null;
  return monthlyOf(brief) ?? fen(0);
}

/** In 特困: the sum of those who are supported. */
export function tekunAmounts(caseload: Caseload): MonthAmounts {
  return (region, asOf) => caseloadSchemeBriefs(caseload, 'tekun', () => region, asOf).map(paidIn);
}

const WANTED = ['eligible', 'monthlyAmount', 'amountWithinStandard'] as const;

function amountsOn(caseload: Caseload, region: Region, asOf: AsOf): (Fen | 'above' | null)[] {
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

function amountsIn(results: Results): (Fen | 'above' | null)[] {
  return results.chunks.flatMap((chunk) =>
    Array.from({ length: chunk.households }, (_, index) => {
      const [met, amount, within] = WANTED.map((rule) => resultAt(results, chunk, index, rule));
      if (met === false) return 'above';
      return met === true && within === true ? figureOf(amount ?? null) : null;
    }),
  );
}

function figureOf(result: Result): Fen | null {
  const isFigure = result !== null && typeof result !== 'boolean' && typeof result !== 'string';
  if (!isFigure || !isWhole(result as Rational)) return null;
  return fen(toNumber(result as Rational));
}
