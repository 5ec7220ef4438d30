import { RecordFields } from '../../../ui/ledger/record-fields.tsx';
import type { FieldError } from '../../../ui/problem.ts';
import type { ColumnSetting } from './column-setting.ts';
import type { IntakeForm } from './intake-form.ts';
import { householdColumns } from './record-column.ts';

type PropertyQuestionsProps = {
  readonly form: IntakeForm;
  readonly setting: ColumnSetting;
  readonly onForm: (change: (form: IntakeForm) => IntakeForm) => void;
  readonly errors: readonly FieldError[];
};

/** Asked with the property, because places rule families out by it as by property. */
export function PropertyQuestions({ form, setting, onForm, errors }: PropertyQuestionsProps) {
  return (
    <RecordFields
      name=""
      row={form}
      onRow={(part) => onForm((now) => ({ ...now, ...part }))}
      columns={householdColumns(setting, form)}
      errors={errors}
    />
  );
}
