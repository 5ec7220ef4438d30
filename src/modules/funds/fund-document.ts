import type { FileRef } from '../../kernel/evidence.ts';
import { addFen, type Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { PotResidence, Source } from './pot.ts';
import type { PaidScheme } from './roll.ts';

/** What a paper does with the money of a year. */
export const documentKinds = {
  allocation: '下达',
  adjustment: '调整',
  'carry-over': '结转下年',
} as const;
export type DocumentKind = keyof typeof documentKinds;

/** A sum of one provider for one scheme; an adjustment may take away. */
export type BudgetItem = {
  readonly source: Source;
  readonly scheme: PaidScheme;
  readonly residence: PotResidence;
  readonly amount: Fen;
};

export type BudgetPaper = {
  readonly year: number;
  readonly kind: DocumentKind;
  readonly documentNumber: string;
  readonly items: readonly BudgetItem[];
  readonly file: FileRef;
  /** Whoever entered it was asked about an unlikely sum and says that it is right. */
  readonly confirmed: boolean;
};

export type FundDocumentEvent =
  | ({ readonly type: 'BudgetEntered' } & BudgetPaper)
  | { readonly type: 'BudgetApproved'; readonly opinion: string }
  | { readonly type: 'BudgetDeclined'; readonly reason: string };

export const documentStatuses = {
  entered: '待复核',
  approved: '已入账',
  declined: '已退回',
} as const;

type Mark = { readonly by: string; readonly on: LocalDate };

export type FundDocumentState =
  | (BudgetPaper & {
      readonly status: keyof typeof documentStatuses;
      readonly entered: Mark;
      readonly checked: (Mark & { readonly words: string }) | null;
    })
  | null;

/** A paper by which money is provided, changed or carried over: entered by one, in the books once another agreed. */
export const fundDocumentSlot: Slot<FundDocumentState, FundDocumentEvent> = {
  initial: null,
  evolve: {
    BudgetEntered: (_, { type: _type, ...paper }, { actor, occurredOn }) => ({
      ...paper,
      ...{ status: 'entered', entered: { by: actor, on: occurredOn }, checked: null },
    }),
    BudgetApproved: (state, { opinion }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'approved',
        checked: { words: opinion, by: actor, on: occurredOn },
      },
    BudgetDeclined: (state, { reason }, { actor, occurredOn }) =>
      state && {
        ...state,
        status: 'declined',
        checked: { words: reason, by: actor, on: occurredOn },
      },
  },
  titles: {
    BudgetEntered: '登记预算指标文件',
    BudgetApproved: '预算指标入账',
    BudgetDeclined: '退回预算指标文件',
  },
};

export function totalOf(items: readonly BudgetItem[]): Fen {
  return addFen(...items.map(({ amount }) => amount));
}
