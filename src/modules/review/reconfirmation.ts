import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';

/** Whoever may take the declaration. */
export const reconfirmers = ['window-clerk', 'case-officer', 'investigator'] as const;

/** What a family declares once a year where its county asks for it: that everything is as before, or what is not. */
export const reconfirmationOutcomes = {
  unchanged: '没有变化',
  changed: '有变化，随即登记',
} as const;
export type ReconfirmationOutcome = keyof typeof reconfirmationOutcomes;

export type Reconfirmation = {
  readonly year: number;
  readonly outcome: ReconfirmationOutcome;
  /** The day the family signed. */
  readonly on: LocalDate;
  readonly signedBy: string;
  readonly files: readonly FileRef[];
};

/** As it stands in the register, with whoever took it. */
export type KnownReconfirmation = Reconfirmation & { readonly by: string };
