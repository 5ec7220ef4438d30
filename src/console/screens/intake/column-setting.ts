import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Option } from '../../../ui/field/code-select.tsx';
import type { FollowUp, LedgerColumn } from '../../../ui/ledger/ledger-column.ts';

/** One line of the place's table of crops, animals and occupations; the norm in fen per unit. */
export type Activity = {
  readonly code: string;
  readonly title: string;
  readonly low: number;
  readonly high: number;
};

/** What the columns of a family's ledgers depend on besides the row. */
export type ColumnSetting = {
  readonly people: readonly Option[];
  readonly activities: readonly Activity[];
  /** Classes of persons and of hardship that the place's rules name. */
  readonly personClasses: readonly Option[];
  readonly hardshipClasses: readonly Option[];
  /** The place's rules look at what a family uses up or drives. */
  readonly asksConsumption: boolean;
  /** The day ages are counted on. */
  readonly on: LocalDate;
  readonly weighsTekun: boolean;
};

/** The columns every row has, and the fields only some rows need. */
export type Columns<Row> = {
  readonly columns: readonly LedgerColumn<Row>[];
  readonly followUps: readonly FollowUp<Row>[];
};

export function optionsOf(list: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(list).map(([value, label]) => ({ value, label }));
}

/** The people of the family to choose from. */
export function peopleIn(
  members: readonly { readonly id: string; readonly name: string }[],
): readonly Option[] {
  return members.map(({ id, name }, index) => ({
    value: id,
    label: name || `第 ${index + 1} 名成员`,
  }));
}

/** The place's own activities, each with its norm. */
export function activityOptions(activities: readonly Activity[]): readonly Option[] {
  return activities.map(({ code, title, low, high }) => ({
    value: code,
    label: title,
    more: low === high ? `${yuan(low)} 元` : `${yuan(low)}～${yuan(high)} 元`,
  }));
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2);
}
