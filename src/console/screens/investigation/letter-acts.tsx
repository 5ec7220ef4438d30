import { useState } from 'react';
import { formatDateWithWeekday, type LocalDate } from '../../../kernel/local-date.ts';
import { recordLetterAnswer, sendLetter } from '../../../modules/investigation/contract.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import type { Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { refOf, sendTo, viewUrl } from './signed-file.ts';

type Letter = StagePanelProps['state']['investigation']['letters'][number];

/** 信函索证: asks an institution about a member who has signed the authorisation. */
export function SendLetterAct({ given }: { given: StagePanelProps }) {
  const { caseId, version, state } = given;
  const blank = { to: '', memberId: null as string | null, asked: '' };
  const [form, setForm] = useState({ id: newKey(), ...blank, replyBy: null as LocalDate | null });
  const name = 'send-letter';
  const command = useCommand(sendLetter);
  const bind = useFields(form, setForm, errorsUnder(name, command.errors), name);
  const members = state.household.declaration?.people ?? [];
  const act = async () => {
    const { id, to, memberId, asked, replyBy } = form;
    const lines = asked.split('\n').filter((line) => line.trim() !== '');
    const body = { id, to, memberId: memberId ?? '', asked: lines, replyBy: replyBy as LocalDate };
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name={name}
      title="信函索证"
      about="向用人单位、学校等发函核实；该成员须已签署查询授权。"
      command={command}
      onAct={() => void act()}
    >
      <TextField label="收函单位" required {...bind('to')} />
      <CodeSelect
        label="函询的家庭成员"
        required
        options={members.map(({ memberId, name }) => ({ value: memberId, label: name }))}
        {...bind('memberId')}
      />
      <TextField label="函询内容" required lines={3} hint="一行一项" {...bind('asked')} />
      <DateField label="请于何日前答复" required {...bind('replyBy')} />
    </QuietAct>
  );
}

/** What an institution answered to one letter. */
export function LetterAnswerAct({ given, letter }: { given: StagePanelProps; letter: Letter }) {
  const { caseId, version } = given;
  const [form, setForm] = useState({
    on: null as LocalDate | null,
    text: '',
    scan: [] as readonly Uploaded[],
  });
  const name = `letter-answer-${letter.id}`;
  const command = useCommand(recordLetterAnswer);
  const bind = useFields(form, setForm, errorsUnder(name, command.errors), name);
  const act = async () => {
    const [scan] = form.scan;
    const body = { on: form.on as LocalDate, text: form.text, scan: scan ? refOf(scan) : null };
    const params = { caseId, letterId: letter.id };
    const done = await command.give({ params, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name={name}
      title={`登记 ${letter.to} 的答复`}
      about={`发函日期 ${formatDateWithWeekday(letter.sentOn)}，请对方于 ${formatDateWithWeekday(letter.replyBy)}前答复。`}
      command={command}
      onAct={() => void act()}
    >
      <DateField label="收到日期" required {...bind('on')} />
      <TextField label="答复内容" required lines={3} most={1000} {...bind('text')} />
      <FilePicker label="回函扫描件" send={sendTo(caseId)} viewUrl={viewUrl} {...bind('scan')} />
    </QuietAct>
  );
}
