import { type PlaceCode, placeCode } from '../../../kernel/place.ts';
import { intakePlaces } from '../../../modules/intake/contract.ts';
import { RESIDENCE } from '../../../rules/code-list.ts';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { PlaceSelect } from '../../../ui/field/place-select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import type { FieldError } from '../../../ui/problem.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { type ColumnSetting, optionsOf } from './column-setting.ts';
import { FamilyLedgers } from './family-ledgers.tsx';
import type { IntakeForm } from './intake-form.ts';

type FamilySectionProps = {
  readonly form: IntakeForm;
  readonly onForm: (change: (form: IntakeForm) => IntakeForm) => void;
  readonly setting: ColumnSetting;
  readonly errors: readonly FieldError[];
};

const residences = optionsOf(RESIDENCE) as { value: 'urban' | 'rural'; label: string }[];

/** Who they are, where they are registered, where the money would go. */
export function FamilySection({ form, onForm, setting, errors }: FamilySectionProps) {
  const { answer } = useAnswer(intakePlaces, { params: {} });
  const bind = useFields(form, onForm, errors);
  const places: { code: PlaceCode; name: string }[] = [
    ...(answer?.villages ?? []),
    ...(answer?.elsewhere ?? []),
  ].map(({ code, name }) => ({ code: placeCode(code), name }));
  return (
    <>
      <FamilyLedgers form={form} onForm={onForm} setting={setting} errors={errors} />
      <EnterMoves className="ym-form">
        <PlaceSelect label="户籍所在地" required places={places} {...bind('place')} />
        <CodeSelect label="城乡属性" required options={residences} {...bind('residence')} />
        <TextField
          label="家庭住址"
          {...bind('address')}
          hint={form.keptAddress ? '已登记；不改不用再填' : undefined}
        />
        <TextField label="开户银行" {...bind('bank')} />
        <TextField label="户名" {...bind('holder')} />
        <TextField
          label="账号"
          {...bind('account')}
          hint={form.keptAccount ? `已登记 ${form.keptAccount}；不改不用再填` : undefined}
        />
        <div className="ym-wide">
          <TextField label="家庭困难的主要原因" required lines={2} {...bind('reason')} />
        </div>
      </EnterMoves>
    </>
  );
}
