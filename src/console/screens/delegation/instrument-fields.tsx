import type { Place } from '../../../ui/field/place-select.tsx';
import {
  actTitles,
  issuerLevels,
  matterTitles,
  modeTitles,
} from '../../../modules/delegation/index.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { MoneyField } from '../../../ui/field/money-field.tsx';
import { PlaceSelect } from '../../../ui/field/place-select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import type { FieldError } from '../../../ui/problem.ts';
import { upload } from '../../../ui/upload.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { ManyOf } from './many-of.tsx';
import type { InstrumentForm } from './instrument-form.ts';

type InstrumentFieldsProps = {
  readonly form: InstrumentForm;
  readonly setForm: (change: (form: InstrumentForm) => InstrumentForm) => void;
  readonly errors: readonly FieldError[];
  readonly places: readonly Place[];
  /** A correction keeps the township. */
  readonly isCorrection?: boolean;
};

const optionsOf = <Code extends string>(titles: Readonly<Record<Code, string>>) =>
  (Object.keys(titles) as Code[]).map((value) => ({ value, label: titles[value] }));

/** What the paper says, in the order in which it says it. */
export function InstrumentFields(props: InstrumentFieldsProps) {
  const { form, setForm, errors, places, isCorrection } = props;
  const bind = useFields(form, setForm, errors);
  return (
    <EnterMoves className="ym-form">
      <PlaceSelect
        label="乡镇（街道）"
        required
        digits={9}
        places={places}
        disabled={isCorrection ?? false}
        {...bind('township')}
      />
      <TextField label="文件标题" required most={200} {...bind('title')} />
      <TextField label="文号" required hint="如 通川府函〔2026〕12号" {...bind('number')} />
      <TextField
        label="发文机关"
        required
        hint="须为县级以上人民政府，民政部门的文件不能赋权"
        {...bind('issuer')}
      />
      <CodeSelect
        label="机关级别"
        required
        options={optionsOf(issuerLevels)}
        {...bind('issuerLevel')}
      />
      <DateField label="发文日期" required {...bind('issuedOn')} />
      <CodeSelect label="方式" required options={optionsOf(modeTitles)} {...bind('mode')} />
      <ManyOf label="救助事项" titles={matterTitles} {...bind('matters')} />
      <ManyOf label="办理权限" titles={actTitles} {...bind('acts')} />
      {form.matters.includes('temporary') && (
        <MoneyField label="临时救助每次上限" required {...bind('temporaryCeiling')} />
      )}
      <DateField label="起始日期" required {...bind('from')} />
      <DateField label="终止日期" hint="文件没有写明的不填" {...bind('to')} />
      <TextField
        label="依据的省级规定"
        hint="2026年7月1日以后的决定须有；写明名称和文号"
        most={200}
        {...bind('provincialBasis')}
      />
      <FilePicker
        label="扫描件"
        required
        send={(file, onShare, key) => upload('/files', file, onShare, key)}
        {...bind('scan')}
      />
    </EnterMoves>
  );
}
