import type { Given } from '../../kernel/given.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { Slot } from '../../kernel/slot.ts';
import type { CaseState } from './case.ts';
import { type CaseRefusal, refusals } from './refusal.ts';

export const readingFields = {
  idNumber: '身份证号',
  phone: '联系电话',
  account: '银行账号',
  address: '住址',
} as const;
export type ReadingField = keyof typeof readingFields;

export type Reading = {
  readonly caseId: string;
  readonly memberId: string;
  readonly field: ReadingField;
  readonly purpose: string;
};

export type ReadingEvent = { readonly type: 'SensitiveRead'; readonly reading: Reading };
export type ReadingState = (Reading & { readonly by: string; readonly on: LocalDate }) | null;

/** One look at a sensitive text is a stream of one event: the family's case does not change by being looked at. */
export const readingSlot: Slot<ReadingState, ReadingEvent> = {
  initial: null,
  evolve: {
    SensitiveRead: (_, { reading }, { actor, occurredOn }) => ({
      ...reading,
      by: actor,
      on: occurredOn,
    }),
  },
  titles: { SensitiveRead: '查看敏感信息' },
};

/** Looks a person may take in a day before the system says no; enough for a full desk, far too few for a list. */
export const READINGS_A_DAY = 30;

export function revealField(
  reading: Reading,
  given: Pick<Given, 'by'> & { readonly readingsToday: number },
): Decision<ReadingEvent, CaseRefusal> {
  if (given.readingsToday >= READINGS_A_DAY) return refused(refusals['reading-budget-spent']);
  return happened({ type: 'SensitiveRead', reading });
}

/** The sealed text a look is about; null when the case has none. */
export function sealedOf(
  { household }: CaseState,
  { field, memberId }: Pick<Reading, 'field' | 'memberId'>,
): Sealed | null {
  const { declaration } = household;
  if (field === 'account') return declaration?.account?.number ?? null;
  if (field === 'address') return declaration?.address ?? null;
  return declaration?.people.find((each) => each.memberId === memberId)?.[field] ?? null;
}
