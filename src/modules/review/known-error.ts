import type { LocalDate } from '../../kernel/local-date.ts';
import type { Adjustment } from './adjustment.ts';
import type { BenefitEvent } from './benefit-event.ts';
import type { Arrears, FoundError, Tolerance } from './found-error.ts';

/** An error of a decision, and what came of it. */
export type KnownError = FoundError & {
  readonly recordedOn: LocalDate;
  readonly recordedBy: string;
  readonly corrected: {
    readonly on: LocalDate;
    readonly by: string;
    /** Number of the decision that corrects it. */
    readonly decision: string;
    readonly arrears: Arrears;
  } | null;
  readonly tolerance: (Tolerance & { readonly by: string; readonly on: LocalDate }) | null;
};

/** The error a decision corrects: when, by which decision, and what becomes of the months behind. */
export function correctedErrors(
  errors: readonly KnownError[],
  open: Adjustment | null,
  decided: {
    readonly event: Extract<BenefitEvent, { type: 'AdjustmentDecided' }>;
    readonly actor: string;
    readonly occurredOn: LocalDate;
  },
): readonly KnownError[] {
  const { event, actor, occurredOn } = decided;
  const correction = open?.correction;
  if (!correction) return errors;
  const { errorId, arrears } = correction;
  const { number } = event.decision;
  return errors.map((each) =>
    each.id === errorId
      ? { ...each, corrected: { on: occurredOn, by: actor, decision: number, arrears } }
      : each,
  );
}
