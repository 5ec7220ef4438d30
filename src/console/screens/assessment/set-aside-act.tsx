import { useState } from 'react';
import { setAsideGrounds, setOpinionAside } from '../../../modules/assessment/contract.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';

type Form = { ground: keyof typeof setAsideGrounds | null; reason: string };

const options = Object.entries(setAsideGrounds).map(([value, label]) => ({
  value: value as keyof typeof setAsideGrounds,
  label,
}));

/** 初审意见作废: what hangs is void from then on and is posted anew. */
export function SetAsideAct({ given }: { given: StagePanelProps }) {
  const [form, setForm] = useState<Form>({ ground: null, reason: '' });
  const command = useCommand(setOpinionAside);
  const bind = useFields(form, setForm, errorsUnder('aside', command.errors), 'aside');
  const act = async () => {
    const { caseId, version } = given;
    const body = { ...form, ground: form.ground ?? ('' as 'returned') };
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name="aside"
      title="初审意见作废"
      about="作废后已张贴的公示不再有效，须撤下；重新形成意见后重新公示满期。"
      command={command}
      onAct={() => void act()}
    >
      <CodeSelect label="情形" required options={options} {...bind('ground')} />
      <TextField label="理由" required lines={2} most={500} {...bind('reason')} />
    </QuietAct>
  );
}
