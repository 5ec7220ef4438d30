import type { FileRef } from '../../kernel/evidence.ts';
import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** The township's case put to the county: how much it asks for, and why the ordinary amount does not do. */
export type Asked = {
  readonly on: LocalDate;
  readonly by: string;
  readonly amount: Fen;
  readonly opinion: string;
  /** What the place's own standard gives, and the facts that was computed from. */
  readonly computed: Fen;
  readonly revision: number;
};

/** Somebody of the county's coordination mechanism who took part, and what they said. */
export type Participant = {
  readonly name: string;
  readonly unit: string;
  readonly view: 'agree' | 'disagree' | 'abstain';
  readonly opinion: string;
};

/** 'by-standard': nothing beyond what the standard gives; 'returned': the township is to find out more. */
export type CoordinationResult = 'agreed' | 'by-standard' | 'returned';

/** One meeting about one family: who convened it, who said what, what came of it (LS-15). */
export type CoordinationRecord = {
  readonly heldOn: LocalDate;
  readonly place: string;
  readonly convener: { readonly name: string; readonly post: string };
  readonly participants: readonly Participant[];
  readonly recused: readonly { readonly name: string; readonly reason: string }[];
  readonly minutesNumber: string;
  readonly minutes: FileRef;
  readonly result: CoordinationResult;
  /** What is granted where it was agreed; null otherwise. */
  readonly amount: Fen | null;
  readonly reason: string;
};

export type Decided = CoordinationRecord & {
  readonly on: LocalDate;
  readonly by: string;
  readonly seq: number;
  readonly asked: Asked;
};

export type CoordinationEvent =
  | { readonly type: 'CoordinationAsked'; readonly asked: Omit<Asked, 'on' | 'by'> }
  | { readonly type: 'CoordinationRecorded'; readonly record: CoordinationRecord };

export type CoordinationState = {
  /** What waits for the county now. */
  readonly asked: Asked | null;
  readonly records: readonly Decided[];
};

export const coordinationSlot: Slot<CoordinationState, CoordinationEvent> = {
  initial: { asked: null, records: [] },
  evolve: {
    CoordinationAsked: (state, { asked }, { actor, occurredOn }) => ({
      ...state,
      asked: { ...asked, on: occurredOn, by: actor },
    }),
    CoordinationRecorded: (state, { record }, { actor, occurredOn, seq }) => {
      const { asked } = state;
      if (!asked) return state;
      const decided = { ...record, on: occurredOn, by: actor, seq, asked };
      return { asked: null, records: [...state.records, decided] };
    },
  },
  titles: { CoordinationAsked: '提请一事一议', CoordinationRecorded: '一事一议' },
};
