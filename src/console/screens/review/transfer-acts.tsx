import { useState } from 'react';
import { access } from '../../../modules/review/access.ts';
import { finalStanding } from '../../../modules/review/entitlement.ts';
import * as contract from '../../../modules/review/transfer-contract.ts';
import { newKey } from '../../../ui/intent.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { ActFields } from './act-fields.tsx';
import { type ActForm, type BenefitShown, filesIn } from './act-spec.ts';

type Props = { readonly view: BenefitShown; readonly role: string; readonly onDone: () => void };

/** 转出: what the township a household leaves does, and the county's act once the other one has agreed. */
export function TransferActs({ view, role, onDone }: Props) {
  const last = view.state.transfers.at(-1);
  const isOpen = last !== undefined && !last.recalled && !last.moved && !last.ended;
  const may = (name: 'SendBenefit' | 'CarryOutTransfer') =>
    access[name].roles.some((each) => each === role);
  if (!isOpen) {
    return (
      <>
        {last?.ended && (
          <p>
            转往{last.toName}的申请已自动终止：{last.ended.because}。
          </p>
        )}
        {may('SendBenefit') && !isEnding(view) && <Send view={view} onDone={onDone} />}
      </>
    );
  }
  return (
    <>
      <p>
        正在转往{last.toName}，{last.sentOn} 申请。
      </p>
      {may('SendBenefit') && <Recall view={view} onDone={onDone} />}
      {may('CarryOutTransfer') && <CarryOut view={view} transferId={last.id} onDone={onDone} />}
    </>
  );
}

/** Whoever is stopped, or will be at a named month, is not handed over. */
function isEnding({ state }: BenefitShown): boolean {
  return finalStanding(state.entries) === 'stopped';
}

type Act = { readonly view: BenefitShown; readonly onDone: () => void };

function Send({ view, onDone }: Act) {
  const [form, setForm] = useState<ActForm>({ to: null, reason: '', movedOn: null, files: [] });
  const { answer } = useAnswer(contract.transferPlaces, { params: {} });
  const command = useCommand(contract.sendBenefit);
  const { benefitId, version } = view;
  const act = async () => {
    const body = { ...form, id: newKey(), files: filesIn(form['files']) };
    const done = await command.give({ params: { benefitId }, body: body as never, version });
    if (done.ok) onDone();
  };
  const towns = (answer?.townships ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <QuietAct
      name="send"
      title={contract.sendBenefit.title}
      about="户籍、居住地迁到本县其他乡镇（街道）的：迁入乡镇同意后，由县级同时办结两边，待遇逐月衔接；在此以前照常发放。"
      command={command}
      onAct={() => void act()}
    >
      <ActFields
        name="send"
        fields={[
          { key: 'to', label: '迁入的乡镇（街道）', is: 'code', options: towns },
          { key: 'movedOn', label: '迁居日期', is: 'date' },
          { key: 'reason', label: '迁居情况', is: 'text', lines: 2 },
          { key: 'files', label: '随转的档案材料', is: 'files' },
        ]}
        form={form}
        setForm={setForm}
        errors={errorsUnder('send', command.errors)}
      />
    </QuietAct>
  );
}

function Recall({ view, onDone }: Act) {
  const [form, setForm] = useState<ActForm>({ reason: '' });
  const command = useCommand(contract.recallTransfer);
  const { benefitId, version } = view;
  const act = async () => {
    const done = await command.give({ params: { benefitId }, body: form as never, version });
    if (done.ok) onDone();
  };
  return (
    <QuietAct
      name="recall"
      title={contract.recallTransfer.title}
      about="迁入乡镇不同意的，或者不再迁居的，撤回。"
      command={command}
      onAct={() => void act()}
    >
      <ActFields
        name="recall"
        fields={[{ key: 'reason', label: '撤回的理由', is: 'text', lines: 2 }]}
        form={form}
        setForm={setForm}
        errors={errorsUnder('recall', command.errors)}
      />
    </QuietAct>
  );
}

function CarryOut({ view, transferId, onDone }: Act & { readonly transferId: string }) {
  const command = useCommand(contract.carryOutTransfer);
  const { benefitId, version } = view;
  const act = async () => {
    const done = await command.give({ params: { benefitId }, body: { transferId }, version });
    if (done.ok) onDone();
  };
  return (
    <QuietAct
      name="carry-out-transfer"
      title={contract.carryOutTransfer.title}
      about="迁入乡镇同意后办理：原乡镇自次月停止，迁入乡镇自同一月起，金额不变，不重不漏；档案随转。"
      command={command}
      onAct={() => void act()}
      isUrgent
    />
  );
}
