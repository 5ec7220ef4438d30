import { useState } from 'react';
import { fen, type Fen } from '../../../kernel/fen.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { recoveryGrounds } from '../../../modules/funds/index.ts';
import { proposeRecovery } from '../../../modules/funds/recovery-contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { MoneyField } from '../../../ui/field/money-field.tsx';
import { NumberField } from '../../../ui/field/number-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Panel } from '../../../ui/page.tsx';
import { type Uploaded, upload } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import type { RecoveryDue } from './recovery-words.ts';

type Ground = keyof typeof recoveryGrounds;
const grounds = (Object.keys(recoveryGrounds) as Ground[]).map((value) => ({
  value,
  label: recoveryGrounds[value],
}));

type Props = { readonly due: RecoveryDue; readonly onDone: () => void };

/** Filled in from what was paid too much; the plan and the paper are the person's. */
export function ProposeRecovery({ due, onDone }: Props) {
  const { grantId, ground, basis, from, to, amount } = due;
  const [form, setForm] = useState(() => ({
    ...{ recoveryId: newKey(), grantId, ground: ground as Ground | null, basis, from, to },
    ...{ amount: fen(amount) as Fen | null, parts: 1 as number | null },
    firstDueOn: null as LocalDate | null,
    file: [] as readonly Uploaded[],
  }));
  const command = useCommand(proposeRecovery);
  const bind = useFields(form, setForm, command.errors);
  const act = async () => {
    const [sent] = form.file;
    const file = sent && { hash: sent.id, name: sent.name, mime: sent.mediaType };
    const done = await command.give({ params: {}, body: { ...form, file } as never });
    if (done.ok) onDone();
  };
  return (
    <Panel title={`提出追回：${due.payee}`}>
      <ActTrouble command={command} onAgain={() => void act()} />
      <EnterMoves>
        <div className="ym-form">
          <CodeSelect label="原因" required options={grounds} {...bind('ground')} />
          <TextField label="依据的文号" required most={80} {...bind('basis')} />
          <TextField label="起始月份" required most={7} {...bind('from')} />
          <TextField label="截止月份" required most={7} {...bind('to')} />
          <MoneyField label="金额" required {...bind('amount')} />
          <NumberField label="分几期" required least={1} most={60} unit="期" {...bind('parts')} />
          <DateField label="第一期退回日期" required {...bind('firstDueOn')} />
          <div className="ym-wide">
            <FilePicker
              label="依据的文件"
              required
              send={(file, onShare, key) => upload('/files', file, onShare, key)}
              {...bind('file')}
            />
          </div>
        </div>
        <NextAct title={command.title} onAct={() => void act()} busy={command.busy} />
      </EnterMoves>
    </Panel>
  );
}
