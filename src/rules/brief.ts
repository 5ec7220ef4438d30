import type { Fen } from '../kernel/fen.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Assessed } from './assess.ts';
import type { Assessment, Outcome } from './assessment.ts';
import type { Overview } from './overview.ts';
import { type Scheme, schemes } from './scheme.ts';

/** What a list of many households keeps of one scheme; the calculation is made again for whoever asks. */
export type SchemeBrief =
  | {
      readonly outcome: Outcome;
      /** Fen a month; for 临时救助 the one sum. Null where the scheme pays nothing or it is not settled. */
      readonly amount: Fen | null;
      /** Who gets it alone: 特困人员, or 单人户 where the family is not in 低保. */
      readonly persons: readonly { readonly member: string; readonly amount: Fen | null }[];
      /** What a family that has left 低保 keeps for a while, fen a month. */
      readonly exit: Fen | null;
      readonly missing: readonly string[];
    }
  | { readonly refused: string };

/** One household in one line: every scheme, in fen. */
export type Brief = {
  readonly on: LocalDate;
  readonly householdSize: number | null;
  /** Fen per person and month, to the fen; comparisons were made with the exact fraction. */
  readonly perCapita: Fen | null;
  readonly standard: Fen | null;
  readonly schemes: Readonly<Record<Scheme, SchemeBrief>>;
};

export function briefOf({ results }: Overview, on: LocalDate): Brief {
  const known = schemes.flatMap((scheme) => {
    const result = results[scheme];
    return result.ok ? [result.assessment] : [];
  });
  const [first] = known;
  const head = first ? briefHead(first) : NOTHING_KNOWN;
  return {
    on,
    ...head,
    schemes: Object.fromEntries(
      schemes.map((scheme) => [scheme, schemeBrief(scheme, results[scheme])]),
    ) as Record<Scheme, SchemeBrief>,
  };
}

type Head = Pick<Brief, 'householdSize' | 'perCapita' | 'standard'>;
const NOTHING_KNOWN: Head = { householdSize: null, perCapita: null, standard: null };

/** What is the same for every scheme that could be computed. */
export function briefHead({ householdSize, perCapitaMonthly, standard }: Assessment): Head {
  return { householdSize, perCapita: perCapitaMonthly?.shown ?? null, standard };
}

export function schemeBrief(scheme: Scheme, result: Assessed): SchemeBrief {
  if (!result.ok) return { refused: result.refusal.message };
  const { outcome, monthlyAmount, persons, exit, missing } = result.assessment;
  return {
    outcome,
    amount: monthlyAmount,
    persons: persons
      .filter((each) => each.outcome === 'eligible')
      .map(({ member, amount }) => ({ member, amount })),
    exit: exit?.applies ? exit.amount : null,
    missing: missing.map((each) => each.text),
  };
}
