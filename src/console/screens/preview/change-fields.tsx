import { fen } from '../../../kernel/fen.ts';
import { type LocalDate, localDate } from '../../../kernel/local-date.ts';
import { EARLIEST, type TriedFigure } from '../../../modules/preview/contract.ts';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { MoneyField } from '../../../ui/field/money-field.tsx';
import { NumberField } from '../../../ui/field/number-field.tsx';
import type { FieldError } from '../../../ui/problem.ts';
import { type Bound, useFields } from '../../../ui/use-fields.ts';
import { type PreviewForm, presentWords } from './preview-form.ts';

export type ChangeFieldsProps = {
  readonly form: PreviewForm;
  readonly setForm: (change: (form: PreviewForm) => PreviewForm) => void;
  readonly errors: readonly FieldError[];
  readonly figures: readonly TriedFigure[];
};

const FROM_HINT = '以前的日期：算到今天，并算应补发的；以后的日期：比较那一天。';

/** A new standard of 低保, for town, country or both, from a day on. */
export function StandardFields({ form, setForm, errors, figures }: ChangeFieldsProps) {
  const bind = useFields(form, setForm, errors, 'change');
  const standard = figures.find(({ parameter }) => parameter === 'standard');
  return (
    <EnterMoves className="ym-form">
      <MoneyField
        label="新的城市低保标准"
        unit="元/人/月"
        hint={presentWords(standard, 'urban')}
        {...bind('urban')}
      />
      <MoneyField
        label="新的农村低保标准"
        unit="元/人/月"
        hint={presentWords(standard, 'rural')}
        {...bind('rural')}
      />
      <FromField {...bind('from')} />
    </EnterMoves>
  );
}

/** One other figure of the rules. */
export function FigureFields({ form, setForm, errors, figures }: ChangeFieldsProps) {
  const bind = useFields(form, setForm, errors, 'change');
  const chosen = figures.find(({ parameter }) => parameter === form.parameter);
  const options = figures
    .filter(({ parameter }) => parameter !== 'standard')
    .map(({ parameter, title, group }) => ({ value: parameter, label: title, more: group }));
  return (
    <EnterMoves className="ym-form">
      <CodeSelect
        label="哪一项"
        required
        options={options}
        {...bind('parameter')}
        onChange={(parameter) => setForm((now) => ({ ...now, parameter, value: null }))}
      />
      <FigureField chosen={chosen} bound={bind('value')} />
      <FromField {...bind('from')} />
    </EnterMoves>
  );
}

type FigureFieldProps = {
  readonly chosen: TriedFigure | undefined;
  readonly bound: Bound<number | null>;
};

function FigureField({ chosen, bound }: FigureFieldProps) {
  const { value, onChange, ...rest } = bound;
  const shared = {
    ...rest,
    label: '新的数值',
    required: true,
    disabled: !chosen,
    hint: chosen ? presentWords(chosen, null) : '先选哪一项',
  };
  // A new field for each figure: what was typed half for one must not stand in another.
  const key = chosen?.parameter ?? '';
  return chosen?.isMoney ? (
    <MoneyField
      key={key}
      {...shared}
      unit={chosen.unit}
      value={value === null ? null : fen(value)}
      onChange={onChange}
    />
  ) : (
    <NumberField
      key={key}
      {...shared}
      value={value}
      onChange={onChange}
      {...(chosen && { unit: chosen.unit, least: chosen.least, most: chosen.most })}
    />
  );
}

function FromField(bound: Bound<LocalDate | null>) {
  return (
    <DateField
      label="自哪一天起"
      required
      notBefore={localDate(EARLIEST)}
      hint={FROM_HINT}
      {...bound}
    />
  );
}
