import { useState } from 'react';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { orderOverdue } from '../../../modules/case/contract.ts';
import { DateField } from '../../../ui/field/date-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from './quiet-act.tsx';
import type { StagePanelProps } from './stage-panel.ts';

type OrderForm = { instruction: string; finishBy: LocalDate | null };

/** 县级督办 of a case beyond every limit: it orders and dates, it decides nothing. */
export function OrderOverdueAct({ given }: { given: StagePanelProps }) {
  const [form, setForm] = useState<OrderForm>({ instruction: '', finishBy: null });
  const command = useCommand(orderOverdue);
  const bind = useFields(form, setForm, errorsUnder('order', command.errors), 'order');
  const act = async () => {
    const { caseId, version } = given;
    const body = { ...form, finishBy: form.finishBy ?? ('' as LocalDate) };
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  const { ordered } = given.state.course;
  return (
    <QuietAct
      name="order"
      title="县级督办（已超期）"
      about={
        ordered
          ? `${ordered.on} 已督办，限 ${ordered.finishBy} 前办结。可以再次督办。`
          : '责成办理单位限期办结；督办不代替决定。'
      }
      command={command}
      onAct={() => void act()}
      isUrgent={!ordered}
    >
      <TextField label="督办要求" required lines={3} most={500} {...bind('instruction')} />
      <DateField label="限办结日期" required {...bind('finishBy')} />
    </QuietAct>
  );
}
