import { useState } from 'react';
import { changeScheme } from '../../../modules/assessment/contract.ts';
import { SCHEME, type Scheme, schemes } from '../../../rules/scheme.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';

type Form = { scheme: Scheme | null; agreedBy: string; reason: string };

/** 转办: what was told and found stays; the family agrees, and the case goes on under what fits better (OT-08). */
export function ChangeSchemeAct({ given }: { given: StagePanelProps }) {
  const { caseId, version, view, state } = given;
  const [form, setForm] = useState<Form>({
    scheme: null,
    agreedBy: view.summary.applicant,
    reason: '',
  });
  const command = useCommand(changeScheme);
  const bind = useFields(form, setForm, errorsUnder('change', command.errors), 'change');
  const options = schemes
    .filter((each) => each !== state.course.scheme)
    .map((value) => ({ value, label: SCHEME[value] }));
  const act = async () => {
    const body = { ...form, scheme: form.scheme ?? ('' as Scheme) };
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name="change"
      title="转办其他救助"
      about="家庭同意的，不用重新申请、重新填写；按新的救助重新核算，重新形成初审意见。"
      command={command}
      onAct={() => void act()}
    >
      <CodeSelect label="转办为" required options={options} {...bind('scheme')} />
      <TextField label="同意转办的申请人" required {...bind('agreedBy')} />
      <TextField label="转办的理由" required lines={2} most={500} {...bind('reason')} />
    </QuietAct>
  );
}
