import { useState } from 'react';
import type { LocalDate } from '../../../kernel/local-date.ts';
import * as contract from '../../../modules/instalment/contract.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import type { Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { refOf, sendTo, viewUrl } from '../investigation/signed-file.ts';

type Given = { readonly given: StagePanelProps };

/** Tells the family that the rest is to be stopped, and why; it may answer (SL-48). */
export function ProposeStopAct({ given }: Given) {
  const { caseId, version, view } = given;
  const [form, setForm] = useState({
    reason: '',
    on: null as LocalDate | null,
    recipient: view.summary.applicant,
    proof: [] as readonly Uploaded[],
  });
  const command = useCommand(contract.proposeInstalmentStop);
  const bind = useFields(form, setForm, errorsUnder('propose', command.errors), 'propose');
  const act = async () => {
    const body = { ...form, proof: form.proof.map(refOf)[0] } as Parameters<
      typeof command.give
    >[0]['body'];
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name="propose"
      title="拟停止后续发放"
      about="情况有变化、不再需要救助的，先书面告知家庭理由，听取意见后由负责人决定。"
      command={command}
      onAct={() => void act()}
    >
      <TextField label="拟停止的理由" required lines={2} most={1000} {...bind('reason')} />
      <div className="ym-form">
        <DateField label="告知日期" required {...bind('on')} />
        <TextField label="签收人" required {...bind('recipient')} />
      </div>
      <FilePicker
        label="签收的告知书"
        required
        send={sendTo(caseId)}
        viewUrl={viewUrl}
        {...bind('proof')}
      />
    </QuietAct>
  );
}

const answers = [
  { value: 'statement', label: '陈述了意见' },
  { value: 'hearing', label: '举行了听证' },
  { value: 'waived', label: '书面表示没有意见' },
  { value: 'none', label: '逾期没有答复' },
] as const;

/** What the family said to it. */
export function AnswerStopAct({ given }: Given) {
  const { caseId, version } = given;
  const [form, setForm] = useState({
    kind: null as (typeof answers)[number]['value'] | null,
    on: null as LocalDate | null,
    content: '',
    proof: [] as readonly Uploaded[],
  });
  const command = useCommand(contract.answerInstalmentStop);
  const bind = useFields(form, setForm, errorsUnder('answer', command.errors), 'answer');
  const act = async () => {
    const body = { ...form, proof: form.proof.map(refOf)[0] ?? null } as Parameters<
      typeof command.give
    >[0]['body'];
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name="answer"
      title="登记家庭的意见"
      about="如实登记家庭的陈述、听证或者放弃；告知书写明的期限过后没有答复的，登记为逾期没有答复。"
      command={command}
      onAct={() => void act()}
      isUrgent
    >
      <div className="ym-form">
        <CodeSelect label="家庭怎样答复" required options={answers} {...bind('kind')} />
        <DateField label="日期" required {...bind('on')} />
      </div>
      <TextField label="意见内容" required lines={3} most={1000} {...bind('content')} />
      <FilePicker
        label="笔录或者书面材料"
        send={sendTo(caseId)}
        viewUrl={viewUrl}
        {...bind('proof')}
      />
    </QuietAct>
  );
}

const decisions = [
  { value: 'yes', label: '停止后续发放' },
  { value: 'no', label: '继续发放' },
] as const;

/** Stops the rest or goes on, with reasons in writing. */
export function DecideStopAct({ given }: Given) {
  const { caseId, version } = given;
  const [form, setForm] = useState({ stops: null as 'yes' | 'no' | null, reasons: '' });
  const command = useCommand(contract.decideInstalmentStop);
  const bind = useFields(form, setForm, errorsUnder('decide', command.errors), 'decide');
  const act = async () => {
    const stops = form.stops === null ? undefined : form.stops === 'yes';
    const body = { stops, reasons: form.reasons } as Parameters<typeof command.give>[0]['body'];
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name="decide"
      title="决定是否停止发放"
      about="听取家庭的意见以后决定，书面说明理由。"
      command={command}
      onAct={() => void act()}
      isUrgent
    >
      <CodeSelect label="决定" required options={decisions} {...bind('stops')} />
      <TextField label="理由" required lines={3} most={1000} {...bind('reasons')} />
    </QuietAct>
  );
}
