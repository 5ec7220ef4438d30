import { useState } from 'react';
import { formatDate, type LocalDate } from '../../../kernel/local-date.ts';
import { access } from '../../../modules/verification/access.ts';
import { tellVerificationResult } from '../../../modules/verification/contract.ts';
import { DateField } from '../../../ui/field/date-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';

/** Whether the family was told what the report says, and the act that notes it (DB-18). */
export function ToldAct({ given, reportId }: { given: StagePanelProps; reportId: string }) {
  const { caseId, version, state, role } = given;
  const [form, setForm] = useState({ on: null as LocalDate | null, how: '' });
  const command = useCommand(tellVerificationResult);
  const bind = useFields(form, setForm, errorsUnder('told', command.errors), 'told');
  const told = state.verification.told.find((each) => each.reportId === reportId);
  if (told) {
    return (
      <p className="ym-quiet">
        {formatDate(told.on)}告知家庭：{told.how}
      </p>
    );
  }
  if (!access.TellVerificationResult.roles.some((each) => each === role)) return null;
  const act = async () => {
    const body = { reportId, on: form.on as LocalDate, how: form.how };
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name="told"
      title="登记告知核对结果"
      about="核对结果不利于家庭的，及时告知；家庭有异议、拿得出证据的，按复查办理。"
      command={command}
      onAct={() => void act()}
    >
      <DateField label="告知日期" required {...bind('on')} />
      <TextField label="怎么告知、家庭怎么说" required lines={2} most={500} {...bind('how')} />
    </QuietAct>
  );
}
