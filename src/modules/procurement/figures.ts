import type { LocalDate } from '../../kernel/local-date.ts';
import type { RecheckOutcome } from './decide-task.ts';
import type { TaskStanding } from './service-task.ts';
import type { SupplierFigures } from './supply-contract.ts';

type Counted = {
  readonly standing: TaskStanding;
  readonly handedInOn: LocalDate | '';
  readonly dueOn: LocalDate;
  readonly recheck: RecheckOutcome | null;
};

/** What the record says of a supplier: counted, never typed. */
export function figuresOf(tasks: readonly Counted[]): SupplierFigures {
  const count = (which: (task: Counted) => boolean) => tasks.filter(which).length;
  const agreeing = count(({ recheck }) => recheck === 'agrees');
  return {
    ordered: count(({ standing }) => standing !== 'cancelled'),
    handedIn: count(({ handedInOn }) => handedInOn !== ''),
    onTime: count(({ handedInOn, dueOn }) => handedInOn !== '' && handedInOn <= dueOn),
    accepted: count(({ standing }) => standing === 'accepted'),
    rejected: count(({ standing }) => standing === 'rejected'),
    rechecked: agreeing + count(({ recheck }) => recheck === 'differs'),
    agreeing,
  };
}
