import { useState } from 'react';
import type { Fen } from '../../../kernel/fen.ts';
import { askCoordination } from '../../../modules/coordination/contract.ts';
import { MoneyField } from '../../../ui/field/money-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';

const blank: { readonly amount: Fen | null; readonly opinion: string } = {
  amount: null,
  opinion: '',
};

/** The township's request: how much it asks for, and why the standard does not do (LS-15). */
export function AskAct({ given, isDue = false }: { given: StagePanelProps; isDue?: boolean }) {
  const { caseId, version } = given;
  const [form, setForm] = useState(blank);
  const command = useCommand(askCoordination);
  const bind = useFields(form, setForm, errorsUnder('ask', command.errors), 'ask');
  const act = async () => {
    const body = form as { amount: Fen; opinion: string };
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name="ask"
      title="提请县级一事一议"
      about="困难特别重大、按当地标准救助仍难以渡过，或者金额超过乡镇限额的，由县级协调机制研究决定；提请后由县级审核确认。"
      command={command}
      onAct={() => void act()}
      isUrgent={isDue}
    >
      <div className="ym-form">
        <MoneyField label="建议的救助金额" required {...bind('amount')} />
      </div>
      <TextField label="乡镇意见" required lines={4} most={1000} {...bind('opinion')} />
    </QuietAct>
  );
}
