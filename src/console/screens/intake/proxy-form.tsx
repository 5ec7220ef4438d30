import { useState } from 'react';
import { nameProxy } from '../../../modules/intake/contract.ts';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { IdNumberField } from '../../../ui/field/id-number-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { upload, type Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { QuietAct } from '../case/quiet-act.tsx';

/** 委托代理: someone else applies for the family, on a written entrustment. */
export function ProxyForm(props: Pick<StagePanelProps, 'caseId' | 'version' | 'state' | 'onDone'>) {
  const { caseId, version, state, onDone } = props;
  const { proxy } = state.intake;
  const [form, setForm] = useState({ name: '', relation: '' });
  const [idNumber, setIdNumber] = useState<string | null>(null);
  const [papers, setPapers] = useState<readonly Uploaded[]>([]);
  const command = useCommand(nameProxy);
  const act = async () => {
    const { id: hash = '', name = '', mediaType: mime = '' } = papers.at(-1) ?? {};
    const body = { ...form, idNumber: idNumber ?? '', paper: { hash, name, mime } };
    if ((await command.give({ params: { caseId }, body, version })).ok) onDone();
  };
  const errorOf = (path: string) =>
    command.errors.find((each) => each.path.startsWith(path))?.message;
  const bind = (key: 'name' | 'relation') => ({
    id: `proxy.${key}`,
    value: form[key],
    onChange: (value: string) => setForm((now) => ({ ...now, [key]: value })),
    error: errorOf(key),
  });
  return (
    <QuietAct
      name="proxy"
      title={proxy ? `委托代理：${proxy.name}(${proxy.relation})` : '委托他人代为申请'}
      about="申请有困难的，可以书面委托村（居）委会或者其他人代为申请。"
      command={command}
      onAct={() => void act()}
    >
      <TextField label="代理人" required {...bind('name')} />
      <TextField label="与申请人的关系" required {...bind('relation')} />
      <IdNumberField
        id="proxy.idNumber"
        label="代理人身份证号"
        required
        value={idNumber}
        onChange={setIdNumber}
        error={errorOf('idNumber')}
      />
      <FilePicker
        id="proxy.paper"
        label="委托书"
        required
        value={papers}
        onChange={setPapers}
        error={errorOf('paper')}
        send={(file, onShare, key) => upload(`/cases/${caseId}/files`, file, onShare, key)}
        viewUrl={({ id: hash }) => `/api/files/${hash}/view`}
      />
    </QuietAct>
  );
}
