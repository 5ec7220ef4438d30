import type { Given } from '../../kernel/given.ts';
import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import { type ProcurementRefusal, refusals } from './refusal.ts';
import type { ServiceTaskEvent, ServiceTaskState } from './service-task.ts';
import type { HandedIn, ServiceWorkEvent, ServiceWorkState } from './service-work.ts';
import type { TaskKind } from './task-kind.ts';

/** A contract as whoever orders from it or works under it may know it. */
export type KnownContract = {
  readonly contractId: string;
  readonly place: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly isEnded: boolean;
  readonly prices: readonly { readonly kind: TaskKind; readonly price: Fen }[];
};

type TaskAnswer = Decision<ServiceTaskEvent, ProcurementRefusal>;
type Order = {
  readonly contractId: string;
  readonly kind: TaskKind;
  readonly village: string;
  readonly who: string;
  readonly whereabouts: string;
  readonly ask: string;
  readonly dueOn: LocalDate;
  readonly about?: { readonly caseId: string; readonly number: string };
};

/** A township orders within the contract: in its time, of its kinds, while money is left (mission 6.3). */
export function orderTask(
  order: Order,
  state: ServiceTaskState,
  given: Pick<Given, 'today'> & {
    readonly township: string;
    readonly contract: KnownContract;
    readonly left: number;
  },
): TaskAnswer {
  const { contract, today, township, left } = given;
  if (state.order) return refused(refusals['task-exists']);
  if (!isRunning(contract, today)) return refused(refusals['task-contract-not-in-force']);
  if (order.dueOn < today || order.dueOn > contract.to) {
    return refused(refusals['task-outside-period']);
  }
  const price = contract.prices.find(({ kind }) => kind === order.kind)?.price;
  if (price === undefined) return refused(refusals['task-kind-not-priced']);
  if (!order.village.startsWith(township)) return refused(refusals['task-village-elsewhere']);
  if (price > left) return refused(refusals['task-over-ceiling']);
  return happened({ type: 'TaskOrdered', ...order, supplier: contract.place, price });
}

/** In its time, and not ended before it. */
export function isRunning({ from, to, isEnded }: KnownContract, today: LocalDate): boolean {
  return !isEnded && from <= today && today <= to;
}

export function cancelTask(
  { reason }: { readonly reason: string },
  { order, standing }: ServiceTaskState,
  { isHandedIn }: { readonly isHandedIn: boolean },
): TaskAnswer {
  if (!order || standing !== 'ordered') return refused(refusals['task-not-open']);
  if (isHandedIn) return refused(refusals['task-handed-in']);
  return happened({ type: 'TaskCancelled', reason });
}

/** Sent back to be put right, as often as the contract lasts; never what the quality check found untrue. */
export function returnTask(
  { reason, dueOn }: { readonly reason: string; readonly dueOn: LocalDate },
  { order, standing }: ServiceTaskState,
  given: Pick<Given, 'today'> & {
    readonly doneBy: string | null;
    readonly recheck: RecheckOutcome | null;
    readonly contract: KnownContract;
  },
): TaskAnswer {
  if (!order || standing !== 'ordered') return refused(refusals['task-not-open']);
  const { contract, doneBy, recheck, today } = given;
  if (doneBy === null) return refused(refusals['task-not-handed-in']);
  if (recheck === 'drawn') return refused(refusals['task-recheck-open']);
  if (recheck === 'differs') return refused(refusals['task-return-differs']);
  if (!isRunning(contract, today)) return refused(refusals['task-contract-not-in-force']);
  if (dueOn < today || dueOn > contract.to) return refused(refusals['task-outside-period']);
  return happened({ type: 'TaskReturned', reason, dueOn });
}

/** '' in a frame, not drawn; null: in no frame yet. */
export type RecheckOutcome = '' | 'drawn' | 'agrees' | 'differs';

/** By another person of the township, and only after the random check had its chance (TH-02). */
export function acceptTask(
  { accepted, reason }: { readonly accepted: boolean; readonly reason: string },
  { order, standing }: ServiceTaskState,
  given: Pick<Given, 'by'> & {
    readonly doneBy: string | null;
    readonly recheck: RecheckOutcome | null;
  },
): TaskAnswer {
  if (!order || standing !== 'ordered') return refused(refusals['task-not-open']);
  const { by, doneBy, recheck } = given;
  if (doneBy === null) return refused(refusals['task-not-handed-in']);
  if (doneBy === by.person) return refused(refusals['task-own-work']);
  if (order.by === by.person) return refused(refusals['task-own-order']);
  if (recheck === null) return refused(refusals['task-before-recheck']);
  if (recheck === 'drawn') return refused(refusals['task-recheck-open']);
  if (accepted && recheck === 'differs') return refused(refusals['task-recheck-differs']);
  return happened({ type: accepted ? 'TaskAccepted' : 'TaskRejected', reason });
}

/** What the supplier's person brings. They gather evidence; nothing here touches a case. */
export function handInWork(
  work: Omit<HandedIn, 'township'>,
  state: ServiceWorkState,
  given: Pick<Given, 'today'> & {
    readonly contract: KnownContract;
    readonly task: {
      readonly township: string;
      readonly orderedOn: LocalDate;
      readonly isOpen: boolean;
      /** Which hand-in the township waits for. */
      readonly round: number;
    };
  },
): Decision<ServiceWorkEvent, ProcurementRefusal> {
  const { contract, task, today } = given;
  if (state && state.round >= task.round) return refused(refusals['work-exists']);
  if (!task.isOpen) return refused(refusals['task-not-open']);
  if (!isRunning(contract, today)) return refused(refusals['work-contract-over']);
  if (work.on > today || work.on < task.orderedOn) return refused(refusals['work-day']);
  if (work.endedAt <= work.begunAt) return refused(refusals['work-time']);
  if (work.files.length === 0) return refused(refusals['work-without-evidence']);
  return happened({ type: 'WorkHandedIn', ...work, township: task.township });
}
