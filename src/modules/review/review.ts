import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { CareIndicators, Check, ReportedChange } from './benefit-event.ts';

export type Review = {
  readonly id: string;
  readonly due: LocalDate;
  readonly startedBy: string;
  readonly startedOn: LocalDate;
  readonly checks: readonly (Check & { readonly by: string })[];
  readonly concluded: {
    readonly outcome: 'unchanged' | 'changed';
    readonly note: string;
    readonly on: LocalDate;
    readonly by: string;
  } | null;
};

export type Death = {
  readonly id: string;
  readonly memberId: string;
  readonly diedOn: LocalDate;
  readonly source: string;
  readonly reportedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly reportedBy: string;
  readonly settledOn: LocalDate | null;
};

export type Change = ReportedChange & {
  readonly reportedOn: LocalDate;
  readonly reportedBy: string;
  readonly settledOn: LocalDate | null;
};

/** What was reported wrongly: it stands in the register beside who took it back and why, and nothing follows from it. */
export type TakenBack = {
  readonly report: Death | Change;
  readonly on: LocalDate;
  readonly by: string;
  readonly reason: string;
  readonly files: readonly FileRef[];
};

/** A reported change of what a 特困 person can do, and the answer of the county (TK-23). */
export type CareChange = {
  readonly id: string;
  readonly memberId: string;
  readonly what: string;
  readonly reportedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly assessed: {
    readonly on: LocalDate;
    readonly by: string;
    readonly assessors: readonly string[];
    readonly indicators: CareIndicators;
  } | null;
};
