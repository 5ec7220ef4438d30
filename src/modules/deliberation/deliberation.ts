import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** What a meeting may resolve on a case. */
export type Resolution = 'approve' | 'refuse' | 'return' | 'to-county';

export type Tally = { readonly for: number; readonly against: number; readonly abstain: number };

/** A case's own record of its deliberation; the meeting keeps the rest (meeting.ts). */
export type Deliberation = {
  readonly meetingId: string;
  readonly on: LocalDate;
  readonly resolution: Resolution;
  readonly tally: Tally;
  readonly dissent: readonly string[];
  readonly reason: string;
  /** Its place in the case's record: an opinion formed after it was never voted on. */
  readonly seq: number;
  /** Hash of the proposal that was voted on. */
  readonly proposalHash: string;
  /** Persons who voted; none of them may have handled the case (security.md §3.3). */
  readonly voters: readonly string[];
  readonly recused: readonly string[];
};

export type DeliberationEvent =
  | { readonly type: 'PutOnAgenda'; readonly meetingId: string; readonly proposalHash: string }
  | { readonly type: 'TakenOffAgenda'; readonly meetingId: string; readonly because: string }
  | { readonly type: 'Deliberated'; readonly deliberation: Omit<Deliberation, 'on' | 'seq'> };

export type DeliberationState = {
  readonly agenda: { readonly meetingId: string; readonly proposalHash: string } | null;
  readonly deliberations: readonly Deliberation[];
};

export const deliberationSlot: Slot<DeliberationState, DeliberationEvent> = {
  initial: { agenda: null, deliberations: [] },
  evolve: {
    PutOnAgenda: (state, { meetingId, proposalHash }) => ({
      ...state,
      agenda: { meetingId, proposalHash },
    }),
    TakenOffAgenda: (state) => ({ ...state, agenda: null }),
    Deliberated: (state, { deliberation }, { occurredOn, seq }) => ({
      agenda: null,
      deliberations: [...state.deliberations, { ...deliberation, on: occurredOn, seq }],
    }),
  },
  titles: {
    PutOnAgenda: '列入会议议程',
    TakenOffAgenda: '移出会议议程',
    Deliberated: '集体研究',
  },
};

export function latestDeliberation(state: DeliberationState): Deliberation | undefined {
  return state.deliberations.at(-1);
}
