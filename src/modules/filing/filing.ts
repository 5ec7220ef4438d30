import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { Scheme } from '../../rules/scheme.ts';

/** One decision of a township as it was sent to the county for the record; the family is named by its case. */
export type FiledDecision = {
  readonly caseId: string;
  readonly number: string;
  readonly scheme: Scheme;
  readonly outcome: 'grant' | 'refuse';
  readonly amount: Fen;
  readonly decidedOn: LocalDate;
  readonly dueOn: LocalDate;
};

export type FilingEvent =
  | {
      readonly type: 'FilingSent';
      readonly number: string;
      readonly note: string;
      readonly decisions: readonly FiledDecision[];
    }
  | { readonly type: 'FilingReceived'; readonly remark: string };

/** 备案: the township's decisions of a while, sent to the county, and that it has them (DL-17). */
export type FilingState = {
  readonly number: string;
  readonly note: string;
  readonly decisions: readonly FiledDecision[];
  readonly sent: { readonly on: LocalDate; readonly by: string } | null;
  readonly received: {
    readonly on: LocalDate;
    readonly by: string;
    readonly remark: string;
  } | null;
};

export const filingSlot: Slot<FilingState, FilingEvent> = {
  initial: { number: '', note: '', decisions: [], sent: null, received: null },
  evolve: {
    FilingSent: (state, { number, note, decisions }, { actor, occurredOn }) => ({
      ...state,
      ...{ number, note, decisions, sent: { on: occurredOn, by: actor } },
    }),
    FilingReceived: (state, { remark }, { actor, occurredOn }) => ({
      ...state,
      received: { on: occurredOn, by: actor, remark },
    }),
  },
  titles: { FilingSent: '报送备案', FilingReceived: '接收备案' },
};

/** Decisions that were sent after their day. */
export function lateIn({ decisions, sent }: FilingState): number {
  return decisions.filter(({ dueOn }) => sent !== null && sent.on > dueOn).length;
}
