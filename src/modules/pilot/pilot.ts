import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { AuthorityAct, Matter } from '../delegation/index.ts';

/** A batch of townships that begin together, and how far back they are compared with themselves. */
export type PilotPlan = {
  readonly county: string;
  readonly name: string;
  readonly document: string;
  readonly townships: readonly string[];
  readonly matters: readonly Matter[];
  readonly acts: readonly AuthorityAct[];
  readonly from: LocalDate;
  readonly monthsBefore: number;
};

/** What the county resolved: go on in more places, keep as it is, or end the batch. */
export const conclusionTitles = { widen: '总结推广', keep: '继续试点', stop: '停止试点' } as const;
export type Conclusion = keyof typeof conclusionTitles;

export type PilotEvent =
  | { readonly type: 'PilotBegun'; readonly plan: PilotPlan }
  | {
      readonly type: 'PilotWidened';
      readonly townships: readonly string[];
      readonly reason: string;
    }
  | { readonly type: 'PilotConcluded'; readonly conclusion: Conclusion; readonly reason: string };

export type PilotState = {
  readonly plan: PilotPlan | null;
  readonly conclusions: readonly {
    readonly conclusion: Conclusion;
    readonly reason: string;
    readonly on: LocalDate;
    readonly by: string;
  }[];
};

export const pilotSlot: Slot<PilotState, PilotEvent> = {
  initial: { plan: null, conclusions: [] },
  evolve: {
    PilotBegun: (state, { plan }) => ({ ...state, plan }),
    PilotWidened: (state, { townships }) => ({
      ...state,
      plan: state.plan && {
        ...state.plan,
        townships: [...state.plan.townships, ...townships],
      },
    }),
    PilotConcluded: (state, { conclusion, reason }, { actor, occurredOn }) => ({
      ...state,
      conclusions: [...state.conclusions, { conclusion, reason, on: occurredOn, by: actor }],
    }),
  },
  titles: { PilotBegun: '确定试点', PilotWidened: '扩大试点', PilotConcluded: '试点结论' },
};

/** The day the batch ended; null while it runs. Widening and keeping are resolved along the way. */
export function endedOn({ conclusions }: PilotState): LocalDate | null {
  const last = conclusions.at(-1);
  return last?.conclusion === 'stop' ? last.on : null;
}
