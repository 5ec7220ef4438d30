import type { LocalDate } from '../../kernel/local-date.ts';
import { evolveSlot, type Slot } from '../../kernel/slot.ts';
import type { TitledKind } from '../../platform/http/stream-command.ts';
import type { RowFault } from './import-row.ts';

/** One batch file that was read: its fingerprint and its outcome, no person's data (HD-10: not kept twice). */
export type ImportEvent = {
  readonly type: 'AnswersImported';
  readonly fileName: string;
  /** SM3 of the file. */
  readonly hash: string;
  readonly recorded: number;
  readonly cases: readonly string[];
  readonly bad: readonly RowFault[];
};

export type ImportState = Omit<ImportEvent, 'type'> & {
  readonly on: LocalDate | null;
  readonly by: string;
};

const slot: Slot<ImportState, ImportEvent> = {
  initial: { fileName: '', hash: '', recorded: 0, cases: [], bad: [], on: null, by: '' },
  evolve: {
    AnswersImported: (_, { type: __, ...imported }, { actor, occurredOn }) => ({
      ...imported,
      on: occurredOn,
      by: actor,
    }),
  },
  titles: { AnswersImported: '导入核对结果' },
};

/** Imports of a county, one stream per file: the same file finds its first import and changes nothing. */
export const importKind: TitledKind<ImportState, ImportEvent> = {
  name: 'verification-import',
  initial: slot.initial,
  evolve: (state, event, meta) => evolveSlot(slot, state, event, meta),
  titleOf: (type) => slot.titles[type as ImportEvent['type']] ?? type,
};
