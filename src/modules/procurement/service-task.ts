import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { TaskKind } from './task-kind.ts';

/** One task a township orders: where to go, what to look at. It lies with the township. */
export type TaskOrder = {
  readonly contractId: string;
  /** The place of the contract, whose people may see the task. */
  readonly supplier: string;
  readonly kind: TaskKind;
  readonly price: Fen;
  readonly village: string;
  readonly who: string;
  readonly whereabouts: string;
  readonly ask: string;
  readonly dueOn: LocalDate;
  /** The application it is ordered for; left out where there is none. The supplier is never told. */
  readonly about?: { readonly caseId: string; readonly number: string };
};

export type ServiceTaskEvent =
  | ({ readonly type: 'TaskOrdered' } & TaskOrder)
  | { readonly type: 'TaskCancelled'; readonly reason: string }
  /** What was handed in is to be put right and handed in once more by a new day. */
  | { readonly type: 'TaskReturned'; readonly reason: string; readonly dueOn: LocalDate }
  | { readonly type: 'TaskAccepted'; readonly reason: string }
  | { readonly type: 'TaskRejected'; readonly reason: string };

export const taskStandingTitles = {
  ordered: '已下单',
  accepted: '验收合格',
  rejected: '验收不合格',
  cancelled: '已取消',
} as const;
export type TaskStanding = keyof typeof taskStandingTitles;

type Step = { readonly on: LocalDate; readonly by: string };

export type ServiceTaskState = {
  readonly order: (TaskOrder & Step) | null;
  readonly standing: TaskStanding;
  /** Which hand-in is waited for: the first, or the next after each one sent back. */
  readonly round: number;
  readonly returns: readonly (Step & { readonly reason: string })[];
  readonly decided: (Step & { readonly reason: string }) | null;
};

const decide =
  (standing: TaskStanding) =>
  (
    state: ServiceTaskState,
    { reason }: { readonly reason: string },
    { actor, occurredOn }: { readonly actor: string; readonly occurredOn: LocalDate },
  ): ServiceTaskState => ({ ...state, standing, decided: { reason, on: occurredOn, by: actor } });

export const serviceTaskSlot: Slot<ServiceTaskState, ServiceTaskEvent> = {
  initial: { order: null, standing: 'ordered', round: 1, returns: [], decided: null },
  evolve: {
    TaskOrdered: (state, { type: _, ...order }, { actor, occurredOn }) => ({
      ...state,
      order: { ...order, on: occurredOn, by: actor },
    }),
    TaskCancelled: decide('cancelled'),
    TaskReturned: (state, { reason, dueOn }, { actor, occurredOn }) => ({
      ...state,
      order: state.order && { ...state.order, dueOn },
      round: state.round + 1,
      returns: [...state.returns, { reason, on: occurredOn, by: actor }],
    }),
    TaskAccepted: decide('accepted'),
    TaskRejected: decide('rejected'),
  },
  titles: {
    TaskOrdered: '下达服务任务',
    TaskCancelled: '取消服务任务',
    TaskReturned: '退回补正',
    TaskAccepted: '验收合格',
    TaskRejected: '验收不合格',
  },
};
