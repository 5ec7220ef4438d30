import { useState } from 'react';
import { formatDate, type LocalDate } from '../../../kernel/local-date.ts';
import { access } from '../../../modules/delegation/access.ts';
import {
  handOverCase,
  handoverList,
  receiveHandover,
  returnHandover,
} from '../../../modules/delegation/contract.ts';
import { TextField } from '../../../ui/field/text-field.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import { PaperLink } from '../../../ui/reading/paper-link.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';

type Given = { readonly given: StagePanelProps };

/** 移交 to the county where the township may not decide any more, and the county's answer to it. */
export function HandoverActs({ given }: Given) {
  return isAwaited(given) ? <AnswerActs given={given} /> : <HandOverAct given={given} />;
}

function isAwaited({ state }: StagePanelProps): boolean {
  return state.handover.handovers.at(-1)?.status === 'awaited';
}

/** Whether whoever looks has something to do about it. */
export function hasHandoverAct(given: StagePanelProps): boolean {
  const may = (name: 'HandOverCase' | 'ReceiveHandover') =>
    access[name].roles.some((role) => role === given.role);
  if (isAwaited(given)) return may('ReceiveHandover');
  const { course, intake } = given.state;
  return course.route === 'township' && intake.accepted !== null && may('HandOverCase');
}

/** Offered only where the county's list says that the township may no longer decide the case, and why. */
function HandOverAct({ given }: Given) {
  const { answer } = useAnswer(handoverList, { params: {} });
  const listed = answer?.cases.find(({ caseId }) => caseId === given.caseId);
  return listed ? <HandOverForm given={given} because={listed.because} /> : null;
}

function HandOverForm({ given, because }: Given & { readonly because: string }) {
  const [form, setForm] = useState({ note: '' });
  const command = useCommand(handOverCase);
  const bind = useFields(form, setForm, errorsUnder('hand-over', command.errors), 'hand-over');
  const act = async () => {
    const { caseId, version } = given;
    const done = await command.give({ params: { caseId }, body: form, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name="hand-over"
      title="移交县级（本乡镇不能再审核确认）"
      about={`${because.replace(/。$/, '')}。未作决定的办件移交县级：已办的环节都保留，移交清单自动列出，县级接收后由县级审核确认。`}
      command={command}
      onAct={() => void act()}
    >
      <TextField label="移交说明" required lines={2} most={500} {...bind('note')} />
    </QuietAct>
  );
}

function AnswerActs({ given }: Given) {
  const [form, setForm] = useState({ note: '' });
  const [back, setBack] = useState({ reason: '' });
  const receive = useCommand(receiveHandover);
  const send = useCommand(returnHandover);
  const bind = useFields(form, setForm, errorsUnder('receive', receive.errors), 'receive');
  const bindBack = useFields(back, setBack, errorsUnder('send-back', send.errors), 'send-back');
  const handover = given.state.handover.handovers.at(-1);
  if (!handover) return null;
  const { caseId, version } = given;
  const take = async () => {
    const done = await receive.give({ params: { caseId }, body: form, version });
    if (done.ok) given.onDone();
  };
  const sendBack = async () => {
    const done = await send.give({ params: { caseId }, body: back, version });
    if (done.ok) given.onDone();
  };
  return (
    <>
      <QuietAct
        name="receive"
        title="接收移交（乡镇在等）"
        about="逐项对照移交清单。接收后由县级审核确认，乡镇已办的环节不重来。"
        command={receive}
        onAct={() => void take()}
        isUrgent
      >
        <DescriptionSheet
          items={[
            {
              label: '移交',
              value: `${formatDate(handover.on as LocalDate)} ${given.view.names[handover.by] ?? ''}`,
            },
            { label: '原因', value: handover.because, wide: true },
            { label: '说明', value: handover.note, wide: true },
            { label: '移交清单', value: handover.list.join('；'), wide: true },
          ]}
        />
        <PaperLink url={`/api/cases/${caseId}/papers/handover-list`} words="打印移交清单" />
        <TextField label="接收说明" required lines={2} most={500} {...bind('note')} />
      </QuietAct>
      <QuietAct
        name="send-back"
        title="退回移交"
        about="材料与清单不符，或者赋权已经恢复的，退回乡镇。"
        command={send}
        onAct={() => void sendBack()}
      >
        <TextField label="退回的理由" required lines={2} most={500} {...bindBack('reason')} />
      </QuietAct>
    </>
  );
}
