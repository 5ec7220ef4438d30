import type { Instant } from '../../kernel/clock.ts';
import type { FileRef } from '../../kernel/evidence.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { Slot } from '../../kernel/slot.ts';

/** 公示 before the decision invites objections; 公布 after it informs (PB-01). */
export type NoticeKind = 'before' | 'after';
export type NoticeLevel = 'township' | 'village';

export type Notice = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly level: NoticeLevel;
  readonly postedOn: LocalDate;
  /** Last day of the period on the legal calendar. */
  readonly endsOn: LocalDate;
  /** Hash of what hangs on the wall: the opinion's proposal, or the decision. */
  readonly proposalHash: string;
  readonly postedBy: string;
  readonly photo: FileRef;
  readonly takenDown: {
    readonly on: LocalDate;
    readonly photo: FileRef;
    readonly by: string;
  } | null;
};

export type Objection = {
  readonly id: string;
  readonly receivedOn: LocalDate;
  readonly receivedAt: Instant;
  readonly channel: string;
  /** Null when anonymous. Who objects is confidential (PB-10). */
  readonly objector: Sealed | null;
  readonly content: Sealed;
  readonly proposalHash: string;
  /** Who took it down in the office. */
  readonly by: string;
  /** Its place in the case's record: an appraisal before it answers nothing. */
  readonly seq: number;
  /** The round of the investigation that would answer it: the open one, or the next. */
  readonly answeredFromRound: number;
  /** Came after the period was over: a complaint in the confirmation stage calls the county (DB-20b). */
  readonly inConfirmation: boolean;
  readonly handled: {
    readonly on: LocalDate;
    readonly by: string;
    readonly how: 'reinvestigation' | 'appraisal';
    readonly upheld: boolean;
    readonly reply: string;
  } | null;
};

export type AppraisalGroup = 'township' | 'village-committee' | 'party-member' | 'villager';

export type Appraisal = {
  readonly id: string;
  readonly on: LocalDate;
  readonly from: string;
  readonly place: string;
  readonly chair: string;
  readonly recorder: string;
  /** Those taking part by group; villagers' representatives are at least two thirds (DB-19c). */
  readonly participants: readonly { readonly name: string; readonly group: AppraisalGroup }[];
  readonly presented: string;
  readonly opinions: readonly { readonly speaker: string; readonly text: string }[];
  readonly agree: number;
  readonly disagree: number;
  readonly conclusion: string;
  /** The paper that all who took part have signed. */
  readonly record: FileRef;
  readonly seq: number;
};

export type PublicityEvent =
  | {
      readonly type: 'NoticePosted';
      readonly notice: Omit<Notice, 'postedBy' | 'takenDown'>;
    }
  | { readonly type: 'NoticeTakenDown'; readonly noticeId: string; readonly photo: FileRef }
  | {
      readonly type: 'ObjectionReceived';
      readonly objection: Omit<Objection, 'handled' | 'by' | 'seq' | 'receivedAt'>;
    }
  | { readonly type: 'AppraisalHeld'; readonly appraisal: Omit<Appraisal, 'seq'> }
  | {
      readonly type: 'ObjectionHandled';
      readonly objectionId: string;
      readonly how: 'reinvestigation' | 'appraisal';
      readonly upheld: boolean;
      readonly reply: string;
    };

export type PublicityState = {
  readonly notices: readonly Notice[];
  readonly objections: readonly Objection[];
  readonly appraisals: readonly Appraisal[];
};

export const publicitySlot: Slot<PublicityState, PublicityEvent> = {
  initial: { notices: [], objections: [], appraisals: [] },
  evolve: {
    NoticePosted: (state, { notice }, { actor }) => ({
      ...state,
      notices: [...state.notices, { ...notice, postedBy: actor, takenDown: null }],
    }),
    NoticeTakenDown: (state, { noticeId, photo }, { actor, occurredOn }) => ({
      ...state,
      notices: state.notices.map((each) =>
        each.id === noticeId ? { ...each, takenDown: { on: occurredOn, photo, by: actor } } : each,
      ),
    }),
    ObjectionReceived: (state, { objection }, { actor, seq, recordedAt }) => ({
      ...state,
      objections: [
        ...state.objections,
        { ...objection, by: actor, seq, receivedAt: recordedAt, handled: null },
      ],
    }),
    AppraisalHeld: (state, { appraisal }, { seq }) => ({
      ...state,
      appraisals: [...state.appraisals, { ...appraisal, seq }],
    }),
    ObjectionHandled: (state, { objectionId, how, upheld, reply }, { actor, occurredOn }) => ({
      ...state,
      objections: state.objections.map((each) =>
        each.id === objectionId
          ? { ...each, handled: { on: occurredOn, by: actor, how, upheld, reply } }
          : each,
      ),
    }),
  },
  titles: {
    NoticePosted: '张贴公示（公布）',
    NoticeTakenDown: '撤下公示（公布）',
    ObjectionReceived: '收到异议',
    AppraisalHeld: '民主评议',
    ObjectionHandled: '办结异议',
  },
};

export function openObjections(state: PublicityState): readonly Objection[] {
  return state.objections.filter((each) => each.handled === null);
}
