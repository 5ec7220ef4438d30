import { viewUrl } from '../investigation/signed-file.ts';
import { useColleagues, VisitorField } from '../investigation/visitor-field.tsx';
import type { Fen } from '../../../kernel/fen.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { MoneyField } from '../../../ui/field/money-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import type { FieldError } from '../../../ui/problem.ts';
import { upload, type Uploaded } from '../../../ui/upload.ts';
import { type Bound, useFields } from '../../../ui/use-fields.ts';
import type { ActField, ActForm, ActValue } from './act-spec.ts';
import '../investigation/investigation.css';

type ActFieldsProps = {
  readonly name: string;
  readonly fields: readonly ActField[];
  readonly form: ActForm;
  readonly setForm: (change: (form: ActForm) => ActForm) => void;
  readonly errors: readonly FieldError[];
};

/** The fields of an act, each as its kind asks. */
export function ActFields({ name, fields, form, setForm, errors }: ActFieldsProps) {
  const bind = useFields(form, setForm, errors, name);
  return (
    <EnterMoves className="ym-form">
      {fields.map((field) => (
        <OneField key={field.key} field={field} bound={bind(field.key)} />
      ))}
    </EnterMoves>
  );
}

function OneField({ field, bound }: { field: ActField; bound: Bound<ActValue> }) {
  const { label, hint, optional } = field;
  const shared = {
    id: bound.id,
    label,
    required: optional !== true,
    error: bound.error,
    ...(hint !== undefined && { hint }),
  };
  const as = <Value extends ActValue>(none: Value) => ({
    ...shared,
    value: (bound.value ?? none) as Value,
    onChange: (value: Value) => bound.onChange(value),
  });
  switch (field.is) {
    case 'text':
      return field.lines ? (
        <div className="ym-wide">
          <TextField {...as<string>('')} lines={field.lines} most={1000} />
        </div>
      ) : (
        <TextField {...as<string>('')} />
      );
    case 'date':
      return <DateField {...as<LocalDate | null>(null)} />;
    case 'money':
      return <MoneyField {...as<Fen | null>(null)} unit={field.unit ?? '元/月'} />;
    case 'code':
      return <CodeSelect {...as<string | null>(null)} options={field.options} />;
    case 'people':
      return <PeopleField {...as<readonly string[]>([])} roles={field.roles} />;
    default:
      return (
        <div className="ym-wide">
          <FilePicker
            {...as<readonly Uploaded[]>([])}
            send={(file, onShare, key) => upload('/files', file, onShare, key)}
            viewUrl={viewUrl}
          />
        </div>
      );
  }
}

function PeopleField(
  props: Omit<Parameters<typeof VisitorField>[0], 'people'> & { readonly roles: string },
) {
  const { roles, ...field } = props;
  const people = useColleagues(roles);
  return (
    <div className="ym-wide">
      <VisitorField {...field} people={people} />
    </div>
  );
}
