import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** One indicator as somebody scored it. */
export type ScoredItem = {
  readonly code: string;
  readonly points: number;
  readonly note: string;
  readonly files: readonly FileRef[];
};

/** A line of the result: hundredths of a point; null where nothing was recorded, so that it is left out. */
export type ResultLine = {
  readonly code: string;
  readonly title: string;
  readonly weight: number;
  readonly points: number | null;
  readonly because: string;
};

/** The result as it stood on the day: later definitions do not change it. */
export type EvaluationResult = {
  readonly lines: readonly ResultLine[];
  /** Hundredths of 100, of the weight that could be judged. */
  readonly total: number;
  readonly band: string;
  readonly document: string;
  readonly appealUntil: LocalDate;
};

export type EvaluationEvent =
  | { readonly type: 'SelfScored'; readonly year: string; readonly items: readonly ScoredItem[] }
  | { readonly type: 'TownshipScored'; readonly result: EvaluationResult }
  | {
      readonly type: 'ScoreAppealed';
      readonly text: string;
      readonly files: readonly FileRef[];
    }
  | {
      readonly type: 'AppealAnswered';
      readonly answer: string;
      /** As it is after the appeal; null where the score stays. */
      readonly result: EvaluationResult | null;
    };

type Step = { readonly on: LocalDate; readonly by: string };

export type EvaluationState = {
  readonly year: string | null;
  readonly selfScored: (Step & { readonly items: readonly ScoredItem[] }) | null;
  readonly scored: (Step & { readonly result: EvaluationResult }) | null;
  readonly appeal: (Step & { readonly text: string; readonly files: readonly FileRef[] }) | null;
  readonly answered:
    | (Step & { readonly answer: string; readonly result: EvaluationResult | null })
    | null;
};

export const evaluationSlot: Slot<EvaluationState, EvaluationEvent> = {
  initial: { year: null, selfScored: null, scored: null, appeal: null, answered: null },
  evolve: {
    SelfScored: (state, { year, items }, { actor, occurredOn }) => ({
      ...state,
      year,
      selfScored: { items, on: occurredOn, by: actor },
    }),
    TownshipScored: (state, { result }, { actor, occurredOn }) => ({
      ...state,
      scored: { result, on: occurredOn, by: actor },
    }),
    ScoreAppealed: (state, { text, files }, { actor, occurredOn }) => ({
      ...state,
      appeal: { text, files, on: occurredOn, by: actor },
    }),
    AppealAnswered: (state, { answer, result }, { actor, occurredOn }) => ({
      ...state,
      answered: { answer, result, on: occurredOn, by: actor },
    }),
  },
  titles: {
    SelfScored: '绩效自评',
    TownshipScored: '县级评分',
    ScoreAppealed: '对评分提出异议',
    AppealAnswered: '答复评分异议',
  },
};

export const stageTitles = {
  'self-scored': '待县级评分',
  scored: '已评分',
  appealed: '异议待答复',
  answered: '异议已答复',
} as const;

export function stageOf({ scored, appeal, answered }: EvaluationState): keyof typeof stageTitles {
  if (answered) return 'answered';
  if (appeal) return 'appealed';
  return scored ? 'scored' : 'self-scored';
}

/** What holds now: after an appeal that was upheld, its result. */
export function resultOf({ scored, answered }: EvaluationState): EvaluationResult | null {
  return answered?.result ?? scored?.result ?? null;
}
