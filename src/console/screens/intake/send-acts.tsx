import { useState } from 'react';
import { access } from '../../../modules/intake/access.ts';
import {
  carryOutSentCase,
  recallSentCase,
  sendCase,
} from '../../../modules/intake/send-contract.ts';
import { transferPlaces } from '../../../modules/review/transfer-contract.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import type { Uploaded } from '../../../ui/upload.ts';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { refOf, sendTo, viewUrl } from '../investigation/signed-file.ts';

type Given = { readonly given: StagePanelProps };

const may = (name: 'SendCase' | 'CarryOutSentCase', role: string) =>
  access[name].roles.some((each) => each === role);

/** Whether whoever looks has something to do about handing the application on. */
export function hasSendAct({ state, role }: StagePanelProps): boolean {
  if (state.course.sent) return may('SendCase', role) || may('CarryOutSentCase', role);
  return may('SendCase', role) && state.household.facts !== null;
}

/** 移送: to another township of the county, recalled, or carried out by the county. */
export function SendActs({ given }: Given) {
  const { sent } = given.state.course;
  if (!sent) return <Send given={given} />;
  return may('CarryOutSentCase', given.role) ? (
    <CarryOut given={given} transferId={sent.id} toName={sent.toName} />
  ) : (
    <Recall given={given} />
  );
}

type Form = {
  readonly to: string | null;
  readonly reason: string;
  readonly files: readonly Uploaded[];
};

function Send({ given }: Given) {
  const [form, setForm] = useState<Form>({ to: null, reason: '', files: [] });
  const { answer } = useAnswer(transferPlaces, { params: {} });
  const command = useCommand(sendCase);
  const bind = useFields(form, setForm, errorsUnder('send', command.errors), 'send');
  const { caseId, version, onDone } = given;
  const act = async () => {
    const body = { ...form, id: newKey(), files: form.files.map(refOf) };
    const done = await command.give({ params: { caseId }, body: body as never, version });
    if (done.ok) onDone();
  };
  const towns = (answer?.townships ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <QuietAct
      name="send"
      title={sendCase.title}
      about="家庭迁往本县其他乡镇（街道），或者应由其受理的：对方同意后，由县级办结，家庭情况和材料带过去接着办；在此以前本乡镇照常办理。"
      command={command}
      onAct={() => void act()}
    >
      <CodeSelect label="移送到" required options={towns} {...bind('to')} />
      <TextField label="移送的理由" required lines={2} most={500} {...bind('reason')} />
      <FilePicker
        label="随办件移送的材料"
        required
        send={sendTo(caseId)}
        viewUrl={viewUrl}
        {...bind('files')}
      />
    </QuietAct>
  );
}

function Recall({ given }: Given) {
  const [form, setForm] = useState({ reason: '' });
  const command = useCommand(recallSentCase);
  const bind = useFields(form, setForm, errorsUnder('recall', command.errors), 'recall');
  const { caseId, version, onDone } = given;
  const act = async () => {
    if ((await command.give({ params: { caseId }, body: form, version })).ok) onDone();
  };
  return (
    <QuietAct
      name="recall"
      title={recallSentCase.title}
      about="接收乡镇不同意的，或者不再迁居的，撤回后由本乡镇接着办。"
      command={command}
      onAct={() => void act()}
    >
      <TextField label="撤回的理由" required lines={2} most={500} {...bind('reason')} />
    </QuietAct>
  );
}

type CarryOutProps = Given & { readonly transferId: string; readonly toName: string };

function CarryOut({ given, transferId, toName }: CarryOutProps) {
  const command = useCommand(carryOutSentCase);
  const { caseId, version, onDone } = given;
  const act = async () => {
    const done = await command.give({ params: { caseId }, body: { transferId }, version });
    if (done.ok) onDone();
  };
  return (
    <QuietAct
      name="carry-out"
      title={`${carryOutSentCase.title}：${toName}`}
      about="接收乡镇同意后办理：本办件终止，同时在接收乡镇建立新办件，家庭情况和材料带过去。"
      command={command}
      onAct={() => void act()}
      isUrgent
    />
  );
}
