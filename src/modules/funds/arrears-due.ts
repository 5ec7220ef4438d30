import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { BenefitState } from '../review/index.ts';
import type { OwedOnce } from './due.ts';

/** What of a recipient's record leaves something owing for months behind, or to be asked back. */
export type ArrearsOf = Pick<BenefitState, 'errors' | 'remedies'>;

/**
 * The one door for what is owed for months behind besides the entries themselves: corrected errors and remedies carried
 * out. Whatever else leaves arrears (a standard published from a past month) is added here, and rolls, commitments and
 * forecast have it at once.
 */
export function arrearsDue({ errors, remedies }: ArrearsOf): readonly OwedOnce[] {
  const corrected = errors.flatMap(({ corrected: done }): readonly OwedOnce[] =>
    done?.arrears.act === 'pay' ? [owed(done.decision, done.on, done.arrears.amount)] : [],
  );
  const carriedOut = remedies.flatMap(({ document, arrears, on }): readonly OwedOnce[] =>
    arrears.act === 'pay' ? [owed(document, on, arrears.amount)] : [],
  );
  return [...corrected, ...carriedOut];
}

function owed(basis: string, on: LocalDate, amount: Fen): OwedOnce {
  return { kind: 'correction', basis, on, amount };
}

/** What a correction asks back, and for which months: never more than the lines of those months paid. */
export type AskedBack = {
  readonly basis: string;
  readonly on: LocalDate;
  readonly amount: Fen;
  readonly months: readonly Month[];
};

export function askedBack({ errors }: Pick<ArrearsOf, 'errors'>): readonly AskedBack[] {
  return errors.flatMap(({ corrected, months }) =>
    corrected?.arrears.act === 'recover'
      ? [
          {
            ...{ basis: corrected.decision, on: corrected.on, amount: corrected.arrears.amount },
            months: months.map(({ month }) => month),
          },
        ]
      : [],
  );
}
