import type { Given } from '../../kernel/given.ts';
import { addFen, type Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import { drawnOf } from './recheck-draw.ts';
import { type ProcurementRefusal, refusals } from './refusal.ts';
import {
  type SettledTask,
  settledTasks,
  type SupplierFigures,
  type SupplierGrade,
  type SupplyEvent,
  type SupplyState,
  type SupplyTerms,
} from './supply-contract.ts';

type Answer = Decision<SupplyEvent, ProcurementRefusal>;

export function signSupplyContract(terms: SupplyTerms, state: SupplyState): Answer {
  if (state.terms) return refused(refusals['supply-exists']);
  if (terms.to < terms.from) return refused(refusals['supply-period-order']);
  const kinds = terms.prices.map(({ kind }) => kind);
  if (kinds.length === 0 || new Set(kinds).size < kinds.length) {
    return refused(refusals['supply-without-price']);
  }
  return happened({ type: 'SupplyContractSigned', terms });
}

/** Ends it before its time; the posts of the supplier's people end with it, in the same transaction. */
export function endSupplyContract(
  { reason }: { readonly reason: string },
  { terms, ended }: SupplyState,
): Answer {
  if (!terms || ended) return refused(refusals['supply-over']);
  return happened({ type: 'SupplyContractEnded', reason });
}

/** Every task handed in since the last draw is in the frame once; the seed is made by the server and recorded. */
export function drawRecheck(
  { drawId }: { readonly drawId: string },
  { terms, draws }: SupplyState,
  { handedIn, seed }: { readonly handedIn: readonly string[]; readonly seed: string },
): Answer {
  if (!terms) return refused(refusals['supply-over']);
  const known = new Set(draws.flatMap(({ frame }) => frame));
  const frame = handedIn.filter((task) => !known.has(task)).toSorted();
  if (frame.length === 0) return refused(refusals['recheck-nothing-new']);
  const drawn = drawnOf(seed, frame, terms.recheckPercent);
  return happened({ type: 'RecheckDrawn', drawId, seed, frame, drawn });
}

export function recordRecheck(
  command: { readonly taskId: string; readonly agrees: boolean; readonly found: string },
  { draws, rechecks }: SupplyState,
): Answer {
  const { taskId } = command;
  if (!draws.some(({ drawn }) => drawn.includes(taskId))) {
    return refused(refusals['recheck-not-drawn']);
  }
  if (rechecks.some((each) => each.taskId === taskId)) return refused(refusals['recheck-recorded']);
  return happened({ type: 'TaskRechecked', ...command });
}

export type AcceptedTask = Omit<SettledTask, 'acceptedOn'> & {
  /** Null while it is not accepted. */
  readonly acceptedOn: LocalDate | null;
};

/** By work accepted, to the fen: never twice, never above the contract (mission 6.3). */
export function drawUpSettlement(
  command: { readonly settlementId: string; readonly tasks: readonly string[] },
  state: SupplyState,
  { tasks }: { readonly tasks: readonly AcceptedTask[] },
): Answer {
  const { terms, settlements } = state;
  if (!terms) return refused(refusals['supply-over']);
  const { settlementId } = command;
  if (settlements.some((each) => each.settlementId === settlementId)) {
    return refused(refusals['settlement-exists']);
  }
  const settled = settledTasks(state);
  const known = new Set(settled.map(({ taskId }) => taskId));
  const asked = new Set(command.tasks);
  if (asked.size < command.tasks.length || command.tasks.some((task) => known.has(task))) {
    return refused(refusals['settlement-task-twice']);
  }
  const lines = tasks.flatMap(({ acceptedOn, ...task }) =>
    asked.has(task.taskId) && acceptedOn ? [{ ...task, acceptedOn }] : [],
  );
  if (lines.length < asked.size) return refused(refusals['settlement-not-accepted']);
  const sum = (of: readonly SettledTask[]): Fen => addFen(...of.map(({ price }) => price));
  const amount = sum(lines);
  if (sum(settled) + amount > terms.ceiling) return refused(refusals['settlement-over-ceiling']);
  return happened({ type: 'SettlementDrawnUp', settlementId, lines, amount });
}

export function decideSettlement(
  command: { readonly settlementId: string; readonly agrees: boolean; readonly reason: string },
  { settlements }: SupplyState,
  { by }: Pick<Given, 'by'>,
): Answer {
  const found = settlements.find((each) => each.settlementId === command.settlementId);
  if (!found) return refused(refusals['settlement-unknown']);
  if (found.decided) return refused(refusals['settlement-decided']);
  if (found.by === by.person) return refused(refusals['settlement-same-person']);
  return happened({ type: 'SettlementDecided', ...command });
}

/** The grade is the county's; the figures beside it are the record's. */
export function evaluateSupplier(
  { grade, opinion }: { readonly grade: SupplierGrade; readonly opinion: string },
  { terms }: SupplyState,
  { figures }: { readonly figures: SupplierFigures },
): Answer {
  if (!terms || figures.handedIn === 0) return refused(refusals['supplier-without-work']);
  return happened({ type: 'SupplierEvaluated', grade, opinion, figures });
}
