import type { FileRef } from '../../kernel/evidence.ts';
import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate, Month } from '../../kernel/local-date.ts';
import type { Arrears } from './found-error.ts';
import type { Mode, Remedies } from '../../paper/remedy.ts';

/** What is done with the assistance, in the words of the letter (DB-32, DB-33). */
export const adjustmentKinds = {
  increase: '增发',
  decrease: '减发',
  stop: '停发',
  'gradual-exit': '渐退后停发',
  suspend: '暂停发放',
  resume: '恢复发放',
  /** Two entries become one and nothing is taken away by it. */
  merge: '合户，金额合并',
} as const;
export type AdjustmentKind = keyof typeof adjustmentKinds;

/** Why it is done: what the calculation says, or a ground that needs none. */
export const adjustmentGrounds = {
  reassessed: '家庭情况变化，重新核算',
  error: '原决定有误，予以更正',
  death: '全部保障对象死亡',
  voluntary: '家庭（本人）自愿退出',
  moved: '户籍或者居住地迁出',
  converted: '已转为其他救助',
  merged: '两户合为一户',
  'work-refusal': '有劳动能力的成员连续三次无正当理由拒绝就业',
  'not-cooperating': '无正当理由拒不配合核查',
} as const;
export type AdjustmentGround = keyof typeof adjustmentGrounds;

export const answerKinds = {
  statement: '已陈述意见',
  hearing: '已举行听证',
  waived: '书面放弃',
  none: '逾期没有提出',
} as const;
export type AnswerKind = keyof typeof answerKinds;

export const recipientRoles = {
  recipient: '本人',
  'adult-family': '成年家属',
  guardian: '监护人',
} as const;
export type RecipientRole = keyof typeof recipientRoles;

/** What the family is told before anything is decided against it, and by which day it may answer (SL-48). */
export type HearingNotice = {
  readonly on: LocalDate;
  readonly by: string;
  readonly recipient: string;
  readonly role: RecipientRole;
  readonly proof: FileRef;
  readonly respondBy: LocalDate;
};

/** What the family said, who heard it. */
export type HearingAnswer = {
  readonly kind: AnswerKind;
  readonly on: LocalDate;
  readonly content: string;
  /** Person who heard it or presided; recorded by the same. */
  readonly heardBy: string;
  readonly proof: FileRef | null;
};

/** The posting of an intended termination (TK-26). */
export type Posting = {
  readonly id: string;
  readonly postedOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly place: string;
  readonly photo: FileRef;
  readonly takenDown: { readonly on: LocalDate; readonly photo: FileRef } | null;
};

export type TerminationObjection = {
  readonly id: string;
  /** What it was raised against: a posting with an objection carries no decision any more. */
  readonly postingId: string;
  readonly on: LocalDate;
  readonly content: string;
  readonly dueOn: LocalDate;
  readonly answer: {
    readonly on: LocalDate;
    readonly upheld: boolean;
    readonly content: string;
  } | null;
};

export type AdjustmentDecision = {
  readonly number: string;
  readonly on: LocalDate;
  readonly by: string;
  readonly organ: string;
  readonly mode: Mode;
  readonly instrumentId: string | null;
  readonly from: Month;
  readonly reasons: string;
  readonly remedies: Remedies;
};

/** One intended change of assistance, from the proposal to the served letter. */
export type Adjustment = {
  readonly id: string;
  readonly kind: AdjustmentKind;
  readonly ground: AdjustmentGround;
  /** Fen a month now and afterwards. */
  readonly before: Fen;
  readonly amount: Fen;
  /** First month without anything, where the exit is gradual (DB-33). */
  readonly stopFrom: Month | null;
  /** Whose share it is about; empty where it is about all. */
  readonly members: readonly string[];
  readonly reasons: string;
  readonly files: readonly FileRef[];
  /** The error it corrects and what becomes of the months behind; left out on other grounds. */
  readonly correction?: { readonly errorId: string; readonly arrears: Arrears };
  readonly proposedOn: LocalDate;
  readonly proposedBy: string;
  readonly notice: HearingNotice | null;
  readonly hearingAskedOn: LocalDate | null;
  readonly answer: HearingAnswer | null;
  readonly postings: readonly Posting[];
  readonly objections: readonly TerminationObjection[];
  readonly decision: AdjustmentDecision | null;
  readonly withdrawn: { readonly on: LocalDate; readonly reason: string } | null;
  readonly served: {
    readonly on: LocalDate;
    readonly recipient: string;
    readonly role: RecipientRole;
    readonly proof: FileRef;
    /** The day the village committee was told too (TK-26); null where it need not be. */
    readonly villageToldOn: LocalDate | null;
  } | null;
};

/** Whether the family has to be heard before it (SL-48): whatever takes something away. */
export function isAdverse(
  kind: AdjustmentKind,
): kind is Exclude<AdjustmentKind, 'increase' | 'resume' | 'merge'> {
  return kind !== 'increase' && kind !== 'resume' && kind !== 'merge';
}

/** The one that is neither decided nor withdrawn. */
export function openAdjustment(adjustments: readonly Adjustment[]): Adjustment | null {
  const last = adjustments.at(-1);
  return last && !last.decision && !last.withdrawn ? last : null;
}
