import { useState } from 'react';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { recordArrival } from '../../../modules/household/contract.ts';
import { type JoinedBecause, joinedTitles } from '../../../modules/household/member-change.ts';
import { RELATION, SEX } from '../../../rules/code-list.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { IdNumberField } from '../../../ui/field/id-number-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import type { Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { refOf, sendTo, viewUrl } from '../investigation/signed-file.ts';

type Form = {
  readonly name: string;
  readonly idNumber: string | null;
  readonly birth: LocalDate | null;
  readonly sex: string | null;
  readonly relation: string | null;
  readonly because: JoinedBecause | null;
  readonly on: LocalDate | null;
  readonly source: string;
  readonly files: readonly Uploaded[];
};
const blank: Form = {
  ...{ name: '', idNumber: null, birth: null, sex: null, relation: null, because: null, on: null },
  ...{ source: '', files: [] },
};

const optionsFrom = <Key extends string>(titles: Readonly<Record<Key, string>>) =>
  (Object.entries(titles) as [Key, string][]).map(([value, label]) => ({ value, label }));
const relationOptions = optionsFrom(RELATION).filter(({ value }) => value !== 'self');

/** Somebody was born into the family or joined it while the application is being handled. */
export function ArrivalAct({ given }: { given: StagePanelProps }) {
  const [form, setForm] = useState(blank);
  const command = useCommand(recordArrival);
  const bind = useFields(form, setForm, errorsUnder('arrival', command.errors), 'arrival');
  const act = async () => {
    const { caseId, version, onDone } = given;
    const { name, idNumber, birth, sex, relation, files, ...told } = form;
    const body = {
      ...told,
      name,
      idNumber,
      phone: null,
      member: { id: nextIdOf(given), relation, birth, sex },
      files: files.map(refOf),
    };
    const done = await command.give({ params: { caseId }, body: body as never, version });
    if (done.ok) onDone();
  };
  return (
    <QuietAct
      name="arrival"
      title="登记家庭成员增加（出生、结婚、回来）"
      about="新成员须签授权承诺并提请核对；原来的核算和初审意见随之作废，重新核算，意见有变化的重新公示。其余情况在“核算”里更正补齐。"
      command={command}
      onAct={() => void act()}
    >
      <TextField label="姓名" required most={40} {...bind('name')} />
      <IdNumberField
        label="身份证号"
        hint="新生儿尚未登记的不填"
        onRead={({ birth, sex }) => setForm((now) => ({ ...now, birth, sex }))}
        {...bind('idNumber')}
      />
      <DateField label="出生日期" required {...bind('birth')} />
      <CodeSelect label="性别" required options={optionsFrom(SEX)} {...bind('sex')} />
      <CodeSelect label="与申请人的关系" required options={relationOptions} {...bind('relation')} />
      <CodeSelect label="原因" required options={optionsFrom(joinedTitles)} {...bind('because')} />
      <DateField label="日期" required {...bind('on')} />
      <TextField label="怎么知道的" required most={200} {...bind('source')} />
      <FilePicker
        label="证明材料"
        required
        send={sendTo(given.caseId)}
        viewUrl={viewUrl}
        {...bind('files')}
      />
    </QuietAct>
  );
}

/** An id nobody of the family has or had. */
function nextIdOf({ state: { household } }: StagePanelProps): string {
  const taken = [
    ...(household.facts?.members ?? []).map(({ id }) => id),
    ...household.changes.map(({ memberId }) => memberId),
  ];
  let number = taken.length + 1;
  while (taken.includes(`m${number}`)) number += 1;
  return `m${number}`;
}
