import { RESIDENCE } from '../../../rules/code-list.ts';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { newKey } from '../../../ui/intent.ts';
import { LedgerTable } from '../../../ui/ledger/ledger-table.tsx';
import { useFields } from '../../../ui/use-fields.ts';
import { type ColumnSetting, optionsOf } from '../intake/column-setting.ts';
import type { IntakeForm } from '../intake/intake-form.ts';
import { blankMember, type MemberRow } from '../intake/intake-row.ts';
import { conditionColumns, identityColumns, mayBeTekun } from '../intake/member-column.ts';

type TrialFamilyProps = {
  readonly form: IntakeForm;
  readonly onForm: (change: (form: IntakeForm) => IntakeForm) => void;
  readonly setting: ColumnSetting;
};

const NUMBERS = new Set(['idNumber', 'phone', 'keptId']);

/** The intake's columns without what only a real application needs; a name is for the eye. */
const columns = identityColumns
  .filter(({ key }) => !NUMBERS.has(key))
  .map((column) =>
    column.key === 'name' ? { ...column, title: '称呼', required: false } : column,
  );
const residences = optionsOf(RESIDENCE) as { value: 'urban' | 'rural'; label: string }[];

/** Who lives together and what each can do: the ledgers of the intake, nobody's numbers. */
export function TrialFamily({ form, onForm, setting }: TrialFamilyProps) {
  const { members, weighsTekun } = form;
  const bind = useFields(form, onForm, []);
  const shared = {
    rows: members,
    onRows: (change: (rows: readonly MemberRow[]) => readonly MemberRow[]) =>
      onForm((now) => ({ ...now, members: change(now.members) })),
    newRow: () => blankMember(newKey()),
    nameOf: ({ name }: MemberRow) => name,
  };
  return (
    <>
      <EnterMoves className="ym-form">
        <CodeSelect label="城乡属性" options={residences} {...bind('residence')} />
      </EnterMoves>
      <LedgerTable {...shared} name="members" title="家庭成员" columns={columns} />
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
          <span>有人可能是特困人员，逐人填写自理能力</span>
        </label>
      )}
      <LedgerTable {...shared} {...conditionColumns(setting)} name="conditions" title="成员情况" />
    </>
  );
}
