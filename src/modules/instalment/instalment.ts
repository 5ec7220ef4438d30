import type { FileRef } from '../../kernel/evidence.ts';
import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';

/** One stage of a sum that is granted once and paid in parts (LS-16). */
export type PlannedInstalment = {
  readonly on: LocalDate;
  readonly amount: Fen;
  /** What must still be so for it to be paid; empty where nothing is asked. */
  readonly condition: string;
};

/** What somebody found at the family before a later stage was paid. */
export type Look = {
  readonly no: number;
  readonly on: LocalDate;
  readonly by: string;
  /** Whether the difficulty is still there and the condition holds. */
  readonly fit: boolean;
  readonly finding: string;
  readonly files: readonly FileRef[];
};

/** What the family said to an intended stop; 'none' when it said nothing in time. */
export type StopAnswer = {
  readonly kind: 'statement' | 'hearing' | 'waived' | 'none';
  readonly on: LocalDate;
  readonly content: string;
  readonly proof: FileRef | null;
};

/** The rest is not to be paid: told to the family in writing with the reason, and by when it may answer (SL-48). */
export type Stop = {
  readonly reason: string;
  readonly proposedOn: LocalDate;
  readonly by: string;
  readonly notice: {
    readonly on: LocalDate;
    readonly recipient: string;
    readonly proof: FileRef;
    readonly respondBy: LocalDate;
  };
  readonly answer: StopAnswer | null;
};

export type InstalmentEvent =
  | { readonly type: 'InstalmentLooked'; readonly look: Omit<Look, 'by'> }
  | { readonly type: 'InstalmentReleased'; readonly no: number; readonly amount: Fen }
  | {
      readonly type: 'InstalmentStopProposed';
      readonly reason: string;
      readonly notice: Stop['notice'];
    }
  | { readonly type: 'InstalmentStopAnswered'; readonly answer: StopAnswer }
  | { readonly type: 'InstalmentStopDecided'; readonly stops: boolean; readonly reasons: string };

export type InstalmentState = {
  readonly looks: readonly Look[];
  /** Paid after the first one, which is paid with the decision. */
  readonly released: readonly {
    readonly no: number;
    readonly amount: Fen;
    readonly on: LocalDate;
    readonly by: string;
  }[];
  readonly stop: Stop | null;
  /** Once decided nothing more is paid. */
  readonly stopped: {
    readonly on: LocalDate;
    readonly by: string;
    readonly reasons: string;
  } | null;
  /** Intended stops that were given up, with why. */
  readonly givenUp: readonly (Stop & { readonly because: string })[];
};

export const instalmentSlot: Slot<InstalmentState, InstalmentEvent> = {
  initial: { looks: [], released: [], stop: null, stopped: null, givenUp: [] },
  evolve: {
    InstalmentLooked: (state, { look }, { actor }) => ({
      ...state,
      looks: [...state.looks, { ...look, by: actor }],
    }),
    InstalmentReleased: (state, { no, amount }, { actor, occurredOn }) => ({
      ...state,
      released: [...state.released, { no, amount, on: occurredOn, by: actor }],
    }),
    InstalmentStopProposed: (state, { reason, notice }, { actor, occurredOn }) => ({
      ...state,
      stop: { reason, notice, proposedOn: occurredOn, by: actor, answer: null },
    }),
    InstalmentStopAnswered: (state, { answer }) => ({
      ...state,
      stop: state.stop && { ...state.stop, answer },
    }),
    InstalmentStopDecided: (state, { stops, reasons }, { actor, occurredOn }) => ({
      ...state,
      ...(stops
        ? { stopped: { on: occurredOn, by: actor, reasons } }
        : {
            stop: null,
            givenUp: [
              ...state.givenUp,
              ...(state.stop ? [{ ...state.stop, because: reasons }] : []),
            ],
          }),
    }),
  },
  titles: {
    InstalmentLooked: '发放前回访',
    InstalmentReleased: '发放分次救助金',
    InstalmentStopProposed: '拟停止后续发放',
    InstalmentStopAnswered: '听取停止发放的意见',
    InstalmentStopDecided: '停止发放的决定',
  },
};

/** What was found last before a stage. */
export function latestLook(state: InstalmentState, no: number): Look | undefined {
  return state.looks.findLast((each) => each.no === no);
}
