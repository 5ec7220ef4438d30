import { useState } from 'react';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { addMaterial, lendFile } from '../../../modules/archive/contract.ts';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import type { Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { refOf, sendTo, viewUrl } from '../investigation/signed-file.ts';
import type { FileOpened } from './archive-words.ts';

type ActsProps = {
  readonly caseId: string;
  readonly file: FileOpened;
  readonly role: string;
  readonly onDone: () => void;
};

/** What the keeper does with a closed file: lend it out, put a later paper behind it. */
export function FileActs({ role, ...props }: ActsProps) {
  const mayAdd = role === 'case-officer' || role === 'window-clerk';
  return (
    <div className="yc-quiet-acts">
      {mayAdd && <AddMaterial {...props} />}
      {role === 'case-officer' && <LendFile {...props} />}
    </div>
  );
}

type Props = Omit<ActsProps, 'role'>;
type MaterialForm = {
  readonly title: string;
  readonly on: LocalDate | null;
  readonly file: readonly Uploaded[];
};
const noMaterial: MaterialForm = { title: '', on: null, file: [] };

function AddMaterial({ caseId, file, onDone }: Props) {
  const [form, setForm] = useState(noMaterial);
  const command = useCommand(addMaterial);
  const bind = useFields(form, setForm, errorsUnder('material', command.errors), 'material');
  const act = async () => {
    const [sent] = form.file;
    const body = { title: form.title, on: form.on, file: sent ? refOf(sent) : null };
    const giving = { params: { caseId }, body: body as never, version: file.version };
    const done = await command.give(giving);
    if (!done.ok) return;
    setForm(noMaterial);
    onDone();
  };
  return (
    <QuietAct
      name="material"
      title="补充归档"
      about="复议、诉讼、信访等别处形成的材料，扫描后续在卷后；原目录不变。"
      command={command}
      onAct={() => void act()}
    >
      <TextField label="材料名称" required most={60} {...bind('title')} />
      <DateField label="材料上的日期" required {...bind('on')} />
      <FilePicker
        label="扫描件"
        required
        send={sendTo(caseId)}
        viewUrl={viewUrl}
        {...bind('file')}
      />
    </QuietAct>
  );
}

type LoanForm = {
  readonly useId: string;
  readonly recipient: string;
  readonly reason: string;
  readonly dueOn: LocalDate | null;
};
const noLoan = (): LoanForm => ({ useId: newKey(), recipient: '', reason: '', dueOn: null });

function LendFile({ caseId, onDone }: Props) {
  const [form, setForm] = useState(noLoan);
  const command = useCommand(lendFile);
  const bind = useFields(form, setForm, errorsUnder('loan', command.errors), 'loan');
  const act = async () => {
    const done = await command.give({ params: { caseId }, body: form as never });
    if (!done.ok) return;
    setForm(noLoan());
    onDone();
  };
  return (
    <QuietAct
      name="loan"
      title="借出案卷"
      about="纸质案卷一次只借一人；到期未还的列给县级。"
      command={command}
      onAct={() => void act()}
    >
      <TextField label="借阅人和单位" required most={80} {...bind('recipient')} />
      <TextField label="借阅理由" required lines={2} most={300} {...bind('reason')} />
      <DateField label="归还日期" required {...bind('dueOn')} />
    </QuietAct>
  );
}
