import { useState } from 'react';
import { formatDateWithWeekday } from '../../../kernel/local-date.ts';
import {
  approveExtension,
  declineExtension,
  extensionReasons,
  requestExtension,
} from '../../../modules/case/contract.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from './quiet-act.tsx';
import type { StagePanelProps } from './stage-panel.ts';

type ReasonCode = keyof typeof extensionReasons;
type ExtensionForm = { reasonCode: ReasonCode | null; explanation: string };
const reasons = Object.entries(extensionReasons).map(([value, label]) => ({
  value: value as ReasonCode,
  label,
}));

export function RequestExtensionAct({ given }: { given: StagePanelProps }) {
  const [form, setForm] = useState<ExtensionForm>({ reasonCode: null, explanation: '' });
  const command = useCommand(requestExtension);
  const bind = useFields(form, setForm, errorsUnder('extend', command.errors), 'extend');
  const act = async () => {
    const { caseId, version } = given;
    const body = { ...form, reasonCode: form.reasonCode as ReasonCode };
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name="extend"
      title="申请延期"
      about="公示有异议、人户分离等情形，经批准全案最长可以延至 45 个工作日，只能延一次。"
      command={command}
      onAct={() => void act()}
    >
      <CodeSelect label="延期情形" required options={reasons} {...bind('reasonCode')} />
      <TextField label="具体说明" required lines={3} most={500} {...bind('explanation')} />
    </QuietAct>
  );
}

/** Approving or declining what somebody else asked for. */
export function AnswerExtensionActs({ given }: { given: StagePanelProps }) {
  const [form, setForm] = useState({ reason: '' });
  const approve = useCommand(approveExtension);
  const decline = useCommand(declineExtension);
  const bind = useFields(form, setForm, errorsUnder('decline', decline.errors), 'decline');
  const asked = given.state.course.extensionAsked;
  if (!asked) return null;
  const { caseId, version } = given;
  const approveIt = async () => {
    const done = await approve.give({ params: { caseId }, body: {}, version });
    if (done.ok) given.onDone();
  };
  const declineIt = async () => {
    const done = await decline.give({ params: { caseId }, body: form, version });
    if (done.ok) given.onDone();
  };
  return (
    <>
      <QuietAct
        name="approve"
        title="批准延期（有人在等）"
        about="批准后全案最长 45 个工作日；申请人和批准人不能是同一人。"
        command={approve}
        onAct={() => void approveIt()}
        isUrgent
      >
        <DescriptionSheet
          items={[
            { label: '申请人', value: given.view.names[asked.by] },
            { label: '申请日期', value: formatDateWithWeekday(asked.on) },
            { label: '情形', value: extensionReasons[asked.reasonCode as ReasonCode] },
            { label: '说明', value: asked.explanation, wide: true },
          ]}
        />
      </QuietAct>
      <QuietAct
        name="decline"
        title="不同意延期"
        about="写明理由，经办人会看到。"
        command={decline}
        onAct={() => void declineIt()}
      >
        <TextField label="不同意的理由" required lines={3} most={500} {...bind('reason')} />
      </QuietAct>
    </>
  );
}
