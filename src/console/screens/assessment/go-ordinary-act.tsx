import { useState } from 'react';
import { goOrdinary } from '../../../modules/assessment/contract.ts';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';

/** 改按一般程序: it is not urgent after all, or too much for a quick decision; nothing is left out from here on. */
export function GoOrdinaryAct({ given }: { given: StagePanelProps }) {
  const { caseId, version } = given;
  const [form, setForm] = useState({ reason: '' });
  const command = useCommand(goOrdinary);
  const bind = useFields(form, setForm, errorsUnder('ordinary', command.errors), 'ordinary');
  const act = async () => {
    const done = await command.give({ params: { caseId }, body: form, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name="ordinary"
      title="改按一般程序办理"
      about="情况不再紧急，或者困难重大、需要查清的，补齐材料后改按一般程序：核对、入户调查、公示、集体研究都要办。"
      command={command}
      onAct={() => void act()}
    >
      <TextField label="改办的理由" required lines={2} most={500} {...bind('reason')} />
    </QuietAct>
  );
}
