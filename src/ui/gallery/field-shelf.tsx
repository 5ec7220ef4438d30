import { useState } from 'react';
import type { Fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type PlaceCode, placeCode } from '../../kernel/place.ts';
import { CodeSelect } from '../field/code-select.tsx';
import { DateField } from '../field/date-field.tsx';
import { FilePicker, type SendFile } from '../field/file-picker.tsx';
import { IdNumberField } from '../field/id-number-field.tsx';
import { MoneyField } from '../field/money-field.tsx';
import { NumberField } from '../field/number-field.tsx';
import { PlaceSelect } from '../field/place-select.tsx';
import { type Signature, SignatureField } from '../field/signature-field.tsx';
import { TextField } from '../field/text-field.tsx';
import { type ThreeValued, YesNoUnknown } from '../field/yes-no-unknown.tsx';
import { ErrorSummary } from '../act/error-summary.tsx';
import { Panel } from '../page.tsx';
import type { Uploaded } from '../upload.ts';
import { useFields } from '../use-fields.ts';

type Person = {
  name: string;
  idNumber: string | null;
  birth: LocalDate | null;
  sex: string | null;
  relation: string | null;
  village: PlaceCode | null;
  income: Fen | null;
  months: number | null;
  disabled: ThreeValued | null;
  words: string;
  signature: Signature | null;
  papers: readonly Uploaded[];
};

const nobody: Person = {
  name: '',
  idNumber: null,
  birth: null,
  sex: null,
  relation: null,
  village: null,
  income: null,
  months: null,
  disabled: null,
  words: '',
  signature: null,
  papers: [{ id: 'f1', name: '残疾证.jpg', mediaType: 'image/jpeg', sizeBytes: 421_000 }],
};

export const relations = [
  { value: '01', label: '本人或户主' },
  { value: '02', label: '配偶' },
  { value: '11', label: '之妻' },
  { value: '20', label: '子' },
  { value: '30', label: '女' },
  { value: '51', label: '父亲' },
  { value: '52', label: '母亲' },
];
const sexes = [
  { value: 'male', label: '男' },
  { value: 'female', label: '女' },
];
const places = [
  { code: placeCode('511702'), name: '通川区' },
  { code: placeCode('511702101'), name: '蒲家镇' },
  { code: placeCode('511702101201'), name: '八角村' },
  { code: placeCode('511702101202'), name: '凉水村' },
];
const errors = [
  { path: 'birth', message: '请填写出生日期' },
  { path: 'months', message: '务工月数不能超过 12 个月' },
];

/** Sends nothing; goes to the end in a second. */
const pretend: SendFile = (file, onShare) =>
  new Promise((resolve) => {
    onShare(0.6);
    const sent = { id: file.name, name: file.name, mediaType: file.type, sizeBytes: file.size };
    setTimeout(() => resolve({ ok: true, file: sent }), 1000);
  });

export function FieldShelf() {
  const [person, setPerson] = useState(nobody);
  const bind = useFields(person, setPerson, errors);
  return (
    <Panel title="录入">
      <div className="ym-form">
        <div className="ym-wide">
          <ErrorSummary errors={errors} />
        </div>
        <TextField label="姓名" required {...bind('name')} />
        <IdNumberField
          label="身份证号"
          required
          {...bind('idNumber')}
          onRead={({ birth, sex }) => setPerson((now) => ({ ...now, birth, sex }))}
        />
        <DateField label="出生日期" required {...bind('birth')} />
        <CodeSelect label="性别" required options={sexes} {...bind('sex')} />
        <CodeSelect label="与户主关系" required options={relations} {...bind('relation')} />
        <PlaceSelect
          label="居住的村（社区）"
          required
          places={places}
          digits={12}
          {...bind('village')}
        />
        <MoneyField label="务工收入" unit="元/月" hint="最近 12 个月平均" {...bind('income')} />
        <NumberField label="务工月数" unit="个月" most={12} {...bind('months')} />
        <YesNoUnknown label="是否持残疾证" required {...bind('disabled')} />
        <div className="ym-wide">
          <TextField label="情况说明" lines={3} {...bind('words')} />
        </div>
        <SignatureField
          label="申请人签名"
          required
          signer={person.name || '李秀英'}
          {...bind('signature')}
        />
        <FilePicker label="证明材料" send={pretend} {...bind('papers')} />
      </div>
    </Panel>
  );
}
