import type { FileRef } from '../../kernel/evidence.ts';
import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { TaskKind } from './task-kind.ts';

export type SupplyTerms = {
  readonly number: string;
  readonly supplier: string;
  readonly creditCode: string;
  /** Where the supplier's people have their posts. */
  readonly place: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly prices: readonly { readonly kind: TaskKind; readonly price: Fen }[];
  readonly ceiling: Fen;
  /** How many of a hundred tasks are looked at again. */
  readonly recheckPercent: number;
  readonly scan: FileRef;
};

/** The random quality check: anybody who has seed, frame and share comes to the same tasks. */
export type RecheckDraw = {
  readonly drawId: string;
  readonly seed: string;
  readonly frame: readonly string[];
  readonly drawn: readonly string[];
};

export type SettledTask = {
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly township: string;
  readonly acceptedOn: LocalDate;
  readonly price: Fen;
};

export type Settlement = {
  readonly settlementId: string;
  readonly lines: readonly SettledTask[];
  readonly amount: Fen;
};

/** What the record says of a supplier's work, frozen with the evaluation. */
export type SupplierFigures = {
  readonly ordered: number;
  readonly handedIn: number;
  readonly onTime: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly rechecked: number;
  readonly agreeing: number;
};

export const supplierGradeTitles = { good: '优', fair: '合格', poor: '不合格' } as const;
export type SupplierGrade = keyof typeof supplierGradeTitles;

type Recheck = { readonly taskId: string; readonly agrees: boolean; readonly found: string };
type Evaluation = {
  readonly grade: SupplierGrade;
  readonly opinion: string;
  readonly figures: SupplierFigures;
};
type Done = { readonly on: LocalDate; readonly by: string };

export type SupplyEvent =
  | { readonly type: 'SupplyContractSigned'; readonly terms: SupplyTerms }
  | { readonly type: 'SupplyContractEnded'; readonly reason: string }
  | ({ readonly type: 'RecheckDrawn' } & RecheckDraw)
  | ({ readonly type: 'TaskRechecked' } & Recheck)
  | ({ readonly type: 'SettlementDrawnUp' } & Settlement)
  | {
      readonly type: 'SettlementDecided';
      readonly settlementId: string;
      readonly agrees: boolean;
      readonly reason: string;
    }
  | ({ readonly type: 'SupplierEvaluated' } & Evaluation);

export type SupplyState = {
  readonly terms: SupplyTerms | null;
  readonly ended: (Done & { readonly reason: string }) | null;
  readonly draws: readonly (RecheckDraw & Done)[];
  readonly rechecks: readonly (Recheck & Done)[];
  readonly settlements: readonly (Settlement &
    Done & {
      readonly decided: (Done & { readonly agrees: boolean; readonly reason: string }) | null;
    })[];
  readonly evaluations: readonly (Evaluation & Done)[];
};

export const supplySlot: Slot<SupplyState, SupplyEvent> = {
  initial: { terms: null, ended: null, draws: [], rechecks: [], settlements: [], evaluations: [] },
  evolve: {
    SupplyContractSigned: (state, { terms }) => ({ ...state, terms }),
    SupplyContractEnded: (state, { reason }, { actor, occurredOn }) => ({
      ...state,
      ended: { reason, on: occurredOn, by: actor },
    }),
    RecheckDrawn: (state, { type: _, ...draw }, { actor, occurredOn }) => ({
      ...state,
      draws: [...state.draws, { ...draw, on: occurredOn, by: actor }],
    }),
    TaskRechecked: (state, { type: _, ...recheck }, { actor, occurredOn }) => ({
      ...state,
      rechecks: [...state.rechecks, { ...recheck, on: occurredOn, by: actor }],
    }),
    SettlementDrawnUp: (state, { type: _, ...settlement }, { actor, occurredOn }) => ({
      ...state,
      settlements: [
        ...state.settlements,
        { ...settlement, on: occurredOn, by: actor, decided: null },
      ],
    }),
    SettlementDecided: (state, { settlementId, agrees, reason }, { actor, occurredOn }) => ({
      ...state,
      settlements: state.settlements.map((each) =>
        each.settlementId === settlementId
          ? { ...each, decided: { agrees, reason, on: occurredOn, by: actor } }
          : each,
      ),
    }),
    SupplierEvaluated: (state, { type: _, ...evaluation }, { actor, occurredOn }) => ({
      ...state,
      evaluations: [...state.evaluations, { ...evaluation, on: occurredOn, by: actor }],
    }),
  },
  titles: {
    SupplyContractSigned: '登记服务合同',
    SupplyContractEnded: '终止服务合同',
    RecheckDrawn: '抽取质量复核',
    TaskRechecked: '登记质量复核',
    SettlementDrawnUp: '编制结算单',
    SettlementDecided: '审批结算单',
    SupplierEvaluated: '评价服务单位',
  },
};

/** Tasks on a sheet that was not declined: they are settled, or on their way. */
export function settledTasks({ settlements }: Pick<SupplyState, 'settlements'>) {
  return settlements
    .filter(({ decided }) => decided?.agrees !== false)
    .flatMap(({ lines }) => lines);
}
