import { useState } from 'react';
import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { useReserve } from '../../../modules/reserve/contract.ts';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { MoneyField } from '../../../ui/field/money-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import type { Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { refOf, sendTo, viewUrl } from '../investigation/signed-file.ts';

/** 备用金: money handed out at once, with who gave it, who took it, who saw it, and the voucher (LS-13). */
export function UseReserveAct({ given }: { given: StagePanelProps }) {
  const { caseId, version, view, state } = given;
  const [form, setForm] = useState({
    amount: null as Fen | null,
    on: null as LocalDate | null,
    ...{ handedOutBy: '', receivedBy: view.summary.applicant, witness: '' },
    voucher: [] as readonly Uploaded[],
  });
  const command = useCommand(useReserve);
  const bind = useFields(form, setForm, errorsUnder('reserve', command.errors), 'reserve');
  const act = async () => {
    const body = { ...form, voucher: form.voucher.map(refOf)[0] } as Parameters<
      typeof command.give
    >[0]['body'];
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  const paid = state.reserve.advances.map(
    ({ on, amount, receivedBy }) => `${on} ${formatYuan(amount)} 元，${receivedBy}领取`,
  );
  return (
    <QuietAct
      name="reserve"
      title="登记备用金支付"
      about={
        paid.length === 0
          ? '用乡镇备用金当场支付的，登记发放、领取、见证的人，上传签字的凭证照片。'
          : `已支付：${paid.join('；')}。`
      }
      command={command}
      onAct={() => void act()}
    >
      <div className="ym-form">
        <MoneyField label="支付金额" required {...bind('amount')} />
        <DateField label="支付日期" required {...bind('on')} />
        <TextField label="发放人" required {...bind('handedOutBy')} />
        <TextField label="领取人" required {...bind('receivedBy')} />
        <TextField label="见证人" required {...bind('witness')} />
      </div>
      <FilePicker
        label="签字的领款凭证"
        required
        send={sendTo(caseId)}
        viewUrl={viewUrl}
        {...bind('voucher')}
      />
    </QuietAct>
  );
}
