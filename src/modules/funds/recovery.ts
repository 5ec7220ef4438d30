import type { FileRef } from '../../kernel/evidence.ts';
import { addFen, type Fen, fen, splitFen } from '../../kernel/fen.ts';
import { addMonths, type LocalDate, type Month } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { PaidScheme } from './roll.ts';

/** Why something paid is asked back. */
export const recoveryGrounds = {
  overpaid: '按现在有效的决定多发',
  correction: '纠错决定追回',
  death: '去世后发放',
  fraud: '骗取救助',
  'refused-stop': '拒不接受停发、减发',
} as const;
export type RecoveryGround = keyof typeof recoveryGrounds;

/** What an order to return rests on may not be waived by an office (SL-73, SL-74). */
export function mayBeWaived(ground: RecoveryGround): boolean {
  return ground !== 'fraud' && ground !== 'refused-stop';
}

export const waiverGrounds = {
  'not-at-fault': '多发不是家庭的过错，家庭已用于基本生活',
  hardship: '退回将使家庭基本生活发生困难',
  died: '应退回的人去世，没有遗产可供退回',
} as const;
export type WaiverGround = keyof typeof waiverGrounds;

/** A paid line and how much of it. */
export type LinePart = {
  readonly lineId: string;
  readonly forMonth: Month;
  readonly amount: Fen;
};

/** Takes an amount from parts, the oldest first; null where they hold less. */
export function takenFrom(parts: readonly LinePart[], amount: Fen): readonly LinePart[] | null {
  let open: number = amount;
  const taken: LinePart[] = [];
  for (const each of parts) {
    const part = Math.min(open, each.amount);
    if (part <= 0) continue;
    taken.push({ ...each, amount: fen(part) });
    open -= part;
  }
  return open === 0 ? taken : null;
}

export type Instalment = { readonly dueOn: LocalDate; readonly amount: Fen };

/** Equal parts month by month; what does not divide comes with the first. */
export function instalmentsOf(
  amount: Fen,
  parts: number,
  firstDueOn: LocalDate,
): readonly Instalment[] {
  return splitFen(amount, parts).map((each, index) => ({
    dueOn: addMonths(firstDueOn, index),
    amount: each,
  }));
}

export type Proposal = {
  readonly grantId: string;
  readonly number: string;
  readonly payee: string;
  readonly scheme: PaidScheme;
  readonly ground: RecoveryGround;
  /** Number of the decision or paper it rests on. */
  readonly basis: string;
  readonly lines: readonly LinePart[];
  readonly instalments: readonly Instalment[];
  readonly file: FileRef;
};

export type Repayment = {
  readonly amount: Fen;
  readonly on: LocalDate;
  /** Number of the receipt. */
  readonly reference: string;
  readonly receipt: FileRef;
  readonly lines: readonly LinePart[];
};

export type RecoveryEvent =
  | ({ readonly type: 'RecoveryProposed' } & Proposal)
  | { readonly type: 'RecoveryDecided'; readonly opinion: string }
  | { readonly type: 'RecoveryDeclined'; readonly reason: string }
  | ({ readonly type: 'RepaymentRecorded' } & Repayment)
  | {
      readonly type: 'RecoveryWaived';
      readonly ground: WaiverGround;
      readonly reason: string;
      readonly amount: Fen;
    };

export const recoveryStatuses = {
  proposed: '待批准',
  open: '追回中',
  declined: '不予追回',
  waived: '余额已免除',
  settled: '已退清',
} as const;

type Mark = { readonly by: string; readonly on: LocalDate };

export type RecoveryState =
  | (Proposal & {
      readonly status: keyof typeof recoveryStatuses;
      readonly proposed: Mark;
      readonly decided: (Mark & { readonly words: string }) | null;
      readonly repayments: readonly (Repayment & { readonly by: string })[];
      readonly waived: (Mark & { readonly reason: string; readonly amount: Fen }) | null;
    })
  | null;

type Open = NonNullable<RecoveryState>;

export function askedSum({ lines }: Pick<Open, 'lines'>): Fen {
  return addFen(...lines.map(({ amount }) => amount));
}

export function repaidSum({ repayments }: Pick<Open, 'repayments'>): Fen {
  return addFen(...repayments.map(({ amount }) => amount));
}

/** What is still to come back. */
export function restOf(state: Open): Fen {
  return fen(askedSum(state) - repaidSum(state) - (state.waived?.amount ?? 0));
}

/** What is still to come back of each line. */
export function openParts(state: Open): readonly LinePart[] {
  return state.lines.flatMap((line) => {
    const repaid = state.repayments
      .flatMap(({ lines }) => lines)
      .filter(({ lineId }) => lineId === line.lineId);
    const left = line.amount - addFen(...repaid.map(({ amount }) => amount));
    return left > 0 ? [{ ...line, amount: fen(left) }] : [];
  });
}

/** The first instalment that is not covered by what came back; null when nothing is to come. */
export function nextDue(state: Open): LocalDate | null {
  if (state.status !== 'open') return null;
  let covered: number = repaidSum(state);
  for (const { dueOn, amount } of state.instalments) {
    covered -= amount;
    if (covered < 0) return dueOn;
  }
  return null;
}

/** 追回: proposed by one, decided by another, repaid in instalments or waived as far as the law lets it. */
export const recoverySlot: Slot<RecoveryState, RecoveryEvent> = {
  initial: null,
  evolve: {
    RecoveryProposed: (_, { type: _type, ...proposal }, { actor, occurredOn }) => ({
      ...proposal,
      ...{ status: 'proposed', proposed: { by: actor, on: occurredOn }, decided: null },
      ...{ repayments: [], waived: null },
    }),
    RecoveryDecided: (state, { opinion }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'open',
        decided: { words: opinion, by: actor, on: occurredOn },
      },
    RecoveryDeclined: (state, { reason }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'declined',
        decided: { words: reason, by: actor, on: occurredOn },
      },
    RepaymentRecorded: (state, { type: _, ...repayment }, { actor }) => {
      if (!state) return state;
      const after = { ...state, repayments: [...state.repayments, { ...repayment, by: actor }] };
      return restOf(after) === 0 ? { ...after, status: 'settled' } : after;
    },
    RecoveryWaived: (state, { reason, amount }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'waived',
        waived: { reason, amount, by: actor, on: occurredOn },
      },
  },
  titles: {
    RecoveryProposed: '提出追回',
    RecoveryDecided: '决定追回',
    RecoveryDeclined: '决定不追回',
    RepaymentRecorded: '登记退回款项',
    RecoveryWaived: '免除未退余额',
  },
};
