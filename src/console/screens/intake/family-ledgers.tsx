import { newKey } from '../../../ui/intent.ts';
import { LedgerTable } from '../../../ui/ledger/ledger-table.tsx';
import type { FieldError } from '../../../ui/problem.ts';
import type { ColumnSetting } from './column-setting.ts';
import type { IntakeForm } from './intake-form.ts';
import { blankMember, type MemberRow } from './intake-row.ts';
import { conditionColumns, identityColumns, mayBeTekun } from './member-column.ts';

type FamilyLedgersProps = {
  readonly form: IntakeForm;
  readonly onForm: (change: (form: IntakeForm) => IntakeForm) => void;
  readonly setting: ColumnSetting;
  readonly errors: readonly FieldError[];
};

/** The people, then what each can and cannot do: two ledgers over the same lines. */
export function FamilyLedgers({ form, onForm, setting, errors }: FamilyLedgersProps) {
  const { members, weighsTekun } = form;
  const shared = {
    rows: members,
    onRows: (change: (rows: readonly MemberRow[]) => readonly MemberRow[]) =>
      onForm((now) => ({ ...now, members: change(now.members) })),
    newRow: () => blankMember(newKey()),
    nameOf: ({ name }: MemberRow) => name,
    errors,
  };
  return (
    <>
      <LedgerTable {...shared} name="members" title="家庭成员" columns={identityColumns} />
      <h3>每名成员的情况</h3>
      {(weighsTekun || members.some((each) => mayBeTekun(each, setting.on))) && (
        <label className="ym-choice">
          <input
            type="checkbox"
            checked={weighsTekun}
            onChange={(event) => {
              const { checked } = event.target;
              onForm((now) => ({ ...now, weighsTekun: checked }));
            }}
          />
          <span>有人可能是特困人员（老年、残疾、未满 16 周岁），逐人填写自理能力</span>
        </label>
      )}
      <LedgerTable {...shared} {...conditionColumns(setting)} name="conditions" title="成员情况" />
    </>
  );
}
