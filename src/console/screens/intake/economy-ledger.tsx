import { newKey } from '../../../ui/intent.ts';
import { LedgerTable } from '../../../ui/ledger/ledger-table.tsx';
import type { FieldError } from '../../../ui/problem.ts';
import type { ColumnSetting, Columns } from './column-setting.ts';
import {
  assetColumns,
  incomeColumns,
  pastReliefColumns,
  spendingColumns,
  supporterColumns,
  transferColumns,
} from './economy-column.ts';
import type { IntakeForm, ListName } from './intake-form.ts';
import { blankRow } from './intake-row.ts';

type Setting = {
  readonly title: string;
  /** The family was asked and has nothing of the kind. */
  readonly nothing: string;
  readonly columns: (setting: ColumnSetting) => unknown;
};

const settings: Readonly<Record<ListName, Setting>> = {
  incomes: { title: '收入', nothing: '家庭没有任何收入', columns: incomeColumns },
  transfersPaid: {
    title: '付出的税费、保险和赡养费',
    nothing: '没有这类支出',
    columns: transferColumns,
  },
  assets: {
    title: '财产',
    nothing: '家庭没有存款、房屋、车辆等财产',
    columns: assetColumns,
  },
  supporters: {
    title: '家庭以外的赡养、抚养、扶养义务人',
    nothing: '没有家庭以外的义务人',
    columns: supporterColumns,
  },
  spendings: {
    title: '刚性支出',
    nothing: '没有大额医疗、教育等支出',
    columns: spendingColumns,
  },
  pastReliefs: {
    title: '已经获得的临时救助',
    nothing: '没有获得过临时救助',
    columns: pastReliefColumns,
  },
};

type AnyRow = { readonly id: string };

/** What a list is called and its columns, whatever rows it has. */
export function listOf(
  list: ListName,
  setting: ColumnSetting,
): { title: string } & Columns<AnyRow> {
  const { title, columns } = settings[list];
  return { title, ...(columns(setting) as Columns<AnyRow>) };
}

type EconomyLedgerProps = {
  readonly list: ListName;
  readonly form: IntakeForm;
  readonly onForm: (change: (form: IntakeForm) => IntakeForm) => void;
  readonly setting: ColumnSetting;
  readonly errors: readonly FieldError[];
};

/** One list of the economy, with the answer "nothing" so that an empty list is not an unasked one. */
export function EconomyLedger({ list, form, onForm, setting, errors }: EconomyLedgerProps) {
  const { nothing } = settings[list];
  const { title, columns, followUps } = listOf(list, setting);
  const rows: readonly AnyRow[] = form[list];
  const isNothing = form.nothing.includes(list);
  const onRows = (change: (rows: readonly AnyRow[]) => readonly AnyRow[]) =>
    onForm((now) => ({
      ...now,
      [list]: change(now[list]),
      nothing: now.nothing.filter((each) => each !== list),
    }));
  const onNothing = (checked: boolean) =>
    onForm((now) => ({
      ...now,
      nothing: checked ? [...now.nothing, list] : now.nothing.filter((each) => each !== list),
    }));
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {!isNothing && (
        <LedgerTable
          name={list}
          title={title}
          rows={rows}
          onRows={onRows}
          columns={columns}
          followUps={followUps}
          newRow={() => ({ ...blankRow[list], id: newKey() })}
          errors={errors}
        />
      )}
      {rows.length === 0 && (
        <label className="ym-choice">
          <input
            type="checkbox"
            checked={isNothing}
            onChange={(event) => onNothing(event.target.checked)}
          />
          <span>{nothing}</span>
        </label>
      )}
    </section>
  );
}
