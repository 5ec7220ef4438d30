import { useState } from 'react';
import type { Fen } from '../../../kernel/fen.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { waiverGrounds } from '../../../modules/funds/index.ts';
import {
  decideRecovery,
  recordRepayment,
  waiveRecovery,
} from '../../../modules/funds/recovery-contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { MoneyField } from '../../../ui/field/money-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { type Uploaded, upload } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import type { Recovery } from './recovery-words.ts';

type Props = { readonly recovery: Recovery; readonly onDone: () => void };

export function DecideRecovery({ recovery, onDone }: Props) {
  const { recoveryId, version, isOwn } = recovery;
  const [form, setForm] = useState({ recovers: null as 'yes' | 'no' | null, opinion: '' });
  const command = useCommand(decideRecovery);
  const bind = useFields(form, setForm, errorsUnder(recoveryId, command.errors), recoveryId);
  const act = async () => {
    const body = { ...form, recovers: form.recovers === null ? null : form.recovers === 'yes' };
    const done = await command.give({ params: { recoveryId }, body: body as never, version });
    if (done.ok) onDone();
  };
  return (
    <EnterMoves>
      <ActTrouble command={command} onAgain={() => void act()} />
      <div className="ym-form">
        <CodeSelect
          label="决定"
          required
          options={[
            { value: 'yes', label: '追回' },
            { value: 'no', label: '不追回' },
          ]}
          {...bind('recovers')}
        />
        <div className="ym-wide">
          <TextField label="意见" required most={500} {...bind('opinion')} />
        </div>
      </div>
      <NextAct
        title={command.title}
        onAct={() => void act()}
        busy={command.busy}
        because={isOwn ? '提出的人不能自己决定' : null}
      />
    </EnterMoves>
  );
}

const blank = () => ({
  ...{ amount: null as Fen | null, on: null as LocalDate | null, reference: '' },
  receipt: [] as readonly Uploaded[],
});

export function RecordRepayment({ recovery, onDone }: Props) {
  const { recoveryId, version } = recovery;
  const [form, setForm] = useState(blank);
  const command = useCommand(recordRepayment);
  const bind = useFields(form, setForm, errorsUnder(recoveryId, command.errors), recoveryId);
  const act = async () => {
    const [sent] = form.receipt;
    const receipt = sent && { hash: sent.id, name: sent.name, mime: sent.mediaType };
    const body = { ...form, receipt } as never;
    const done = await command.give({ params: { recoveryId }, body, version });
    if (!done.ok) return;
    setForm(blank);
    onDone();
  };
  return (
    <EnterMoves>
      <ActTrouble command={command} onAgain={() => void act()} />
      <div className="ym-form">
        <MoneyField label="退回金额" required {...bind('amount')} />
        <DateField label="退回日期" required {...bind('on')} />
        <TextField label="收据编号" required most={80} {...bind('reference')} />
        <div className="ym-wide">
          <FilePicker
            label="缴款收据"
            required
            send={(file, onShare, key) => upload('/files', file, onShare, key)}
            {...bind('receipt')}
          />
        </div>
      </div>
      <NextAct title={command.title} onAct={() => void act()} busy={command.busy} />
    </EnterMoves>
  );
}

const grounds = Object.entries(waiverGrounds).map(([value, label]) => ({
  value: value as keyof typeof waiverGrounds,
  label,
}));

export function WaiveRecovery({ recovery, onDone }: Props) {
  const { recoveryId, version } = recovery;
  const name = `waive-${recoveryId}`;
  const [form, setForm] = useState({
    ground: null as keyof typeof waiverGrounds | null,
    reason: '',
  });
  const command = useCommand(waiveRecovery);
  const bind = useFields(form, setForm, errorsUnder(name, command.errors), name);
  const act = async () => {
    const body = form as never;
    const done = await command.give({ params: { recoveryId }, body, version });
    if (done.ok) onDone();
  };
  return (
    <div className="yc-quiet-acts">
      <QuietAct
        name={name}
        title={command.title}
        about="没有退回的余额不再要求退回，并告知这一家。骗取救助、拒不接受停发减发的不能免除。"
        command={command}
        onAct={() => void act()}
      >
        <CodeSelect label="理由" required options={grounds} {...bind('ground')} />
        <TextField label="具体情况" required most={300} {...bind('reason')} />
      </QuietAct>
    </div>
  );
}
