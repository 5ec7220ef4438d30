import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** What came of a handing over: waits for the county, taken over, or sent back because something was missing. */
export type HandoverStatus = 'awaited' | 'received' | 'returned';

/** A case the township may no longer decide, handed to the county with everything done so far (DL-02). */
export type Handover = {
  readonly by: string;
  readonly on: LocalDate;
  /** Why the township may not decide: the sentence about its instrument. */
  readonly because: string;
  readonly note: string;
  /** 移交清单: what was done and what goes along, a line each. */
  readonly list: readonly string[];
  readonly status: HandoverStatus;
  readonly answeredBy: string;
  readonly answeredOn: LocalDate | null;
  readonly answer: string;
};

export type HandoverEvent =
  | {
      readonly type: 'CaseHandedOver';
      readonly because: string;
      readonly note: string;
      readonly list: readonly string[];
    }
  | { readonly type: 'HandoverReceived'; readonly note: string }
  | { readonly type: 'HandoverReturned'; readonly reason: string };

export type HandoverState = { readonly handovers: readonly Handover[] };

export const handoverSlot: Slot<HandoverState, HandoverEvent> = {
  initial: { handovers: [] },
  evolve: {
    CaseHandedOver: ({ handovers }, { because, note, list }, { actor, occurredOn }) => ({
      handovers: [
        ...handovers,
        {
          ...{ by: actor, on: occurredOn, because, note, list, status: 'awaited' as const },
          ...{ answeredBy: '', answeredOn: null, answer: '' },
        },
      ],
    }),
    HandoverReceived: (state, { note }, meta) => answered(state, 'received', note, meta),
    HandoverReturned: (state, { reason }, meta) => answered(state, 'returned', reason, meta),
  },
  titles: {
    CaseHandedOver: '移交县级',
    HandoverReceived: '县级接收移交',
    HandoverReturned: '县级退回移交',
  },
};

function answered(
  { handovers }: HandoverState,
  status: HandoverStatus,
  answer: string,
  { actor, occurredOn }: { readonly actor: string; readonly occurredOn: LocalDate },
): HandoverState {
  const last = handovers.at(-1);
  if (!last) return { handovers };
  const now = { ...last, status, answer, answeredBy: actor, answeredOn: occurredOn };
  return { handovers: [...handovers.slice(0, -1), now] };
}

/** The one the county has not answered yet. */
export function awaitedHandover({ handovers }: HandoverState): Handover | null {
  const last = handovers.at(-1);
  return last?.status === 'awaited' ? last : null;
}
