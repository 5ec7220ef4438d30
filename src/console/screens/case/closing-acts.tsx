import { useState } from 'react';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { closeForNonCooperation, withdrawApplication } from '../../../modules/case/contract.ts';
import { DateField } from '../../../ui/field/date-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from './quiet-act.tsx';
import type { StagePanelProps } from './stage-panel.ts';

export function WithdrawAct({ given }: { given: StagePanelProps }) {
  const [form, setForm] = useState({ reason: '' });
  const command = useCommand(withdrawApplication);
  const bind = useFields(form, setForm, errorsUnder('withdraw', command.errors), 'withdraw');
  const act = async () => {
    const { caseId, version } = given;
    const done = await command.give({ params: { caseId }, body: form, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name="withdraw"
      title="撤回申请"
      about="作出决定以前，家庭随时可以撤回；撤回后本办件终止，以后仍可重新申请。"
      command={command}
      onAct={() => void act()}
    >
      <TextField label="撤回的理由" required lines={2} most={500} {...bind('reason')} />
    </QuietAct>
  );
}

type Asked = { on: LocalDate | null; what: string };
const noAnswer: Asked = { on: null, what: '' };

export function CloseForNonCooperationAct({ given }: { given: StagePanelProps }) {
  const [reason, setReason] = useState('');
  const [requests, setRequests] = useState<readonly Asked[]>([noAnswer, noAnswer]);
  const command = useCommand(closeForNonCooperation);
  const act = async () => {
    const { caseId, version } = given;
    const body = {
      reason,
      requests: requests.map(({ on, what }) => ({ on: on ?? ('' as LocalDate), what })),
    };
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name="close"
      title="因不配合终止办理"
      about="家庭拒不配合调查核实，致使无法查清的，可以终止；须列明至少两次书面要求。"
      command={command}
      onAct={() => void act()}
    >
      {requests.map((asked, index) => (
        <WrittenRequest
          key={index === 0 ? 'first' : 'second'}
          index={index}
          asked={asked}
          onChange={(change) =>
            setRequests((now) => now.map((each, at) => (at === index ? change(each) : each)))
          }
          errors={errorsUnder('close', command.errors)}
        />
      ))}
      <TextField
        id="close.reason"
        label="终止的理由"
        required
        lines={3}
        most={500}
        value={reason}
        onChange={setReason}
        error={command.errors.find(({ path }) => path === 'reason')?.message}
      />
    </QuietAct>
  );
}

type WrittenRequestProps = {
  readonly index: number;
  readonly asked: Asked;
  readonly onChange: (change: (asked: Asked) => Asked) => void;
  readonly errors: readonly { path: string; message: string }[];
};

function WrittenRequest({ index, asked, onChange, errors }: WrittenRequestProps) {
  const bind = useFields(asked, onChange, errors, `close.requests.${index}`);
  const which = index === 0 ? '第一次' : '第二次';
  return (
    <div className="ym-form">
      <DateField label={`${which}书面要求日期`} required {...bind('on')} />
      <TextField label={`${which}要求的事项`} required {...bind('what')} />
    </div>
  );
}
