import { useState } from 'react';
import { formatDateWithWeekday, type LocalDate } from '../../../kernel/local-date.ts';
import { reportRelief } from '../../../modules/confirmation/contract.ts';
import { meetingList } from '../../../modules/deliberation/contract.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';

/** 会议备案: urgent help is told to the next meeting, and stands in its minutes (JT-10). */
export default function ReportPanel(given: StagePanelProps) {
  const { reported } = given.state.confirmation;
  if (reported) {
    return (
      <Panel title={`已向会议报告 ${formatDateWithWeekday(reported.on)}`}>
        <p>{reported.meetingNumber}的会议纪要已列明这一次先行救助。</p>
      </Panel>
    );
  }
  if (given.role !== 'secretary') {
    return <p className="ym-empty">等待会议秘书向下一次集体研究会议报告。</p>;
  }
  return <ReportForm given={given} />;
}

const isOpen = (status: string) => status !== 'ended' && status !== 'called-off';

function ReportForm({ given }: { given: StagePanelProps }) {
  const { caseId, version, state } = given;
  const [form, setForm] = useState<{ meetingId: string | null }>({ meetingId: null });
  const { answer, problem, askAgain } = useAnswer(meetingList, { params: {} });
  const command = useCommand(reportRelief);
  const bind = useFields(form, setForm, command.errors);
  const since = state.confirmation.decision?.on ?? '';
  const options = (answer?.meetings ?? [])
    .filter(
      ({ on, status, attended, signed }) => on >= since && attended && !signed && isOpen(status),
    )
    .map(({ meetingId, number, on }) => ({
      value: meetingId,
      label: number,
      more: formatDateWithWeekday(on as LocalDate),
    }));
  const act = async () => {
    const body = { meetingId: form.meetingId ?? '' };
    const done = await command.give({ params: { caseId }, body, version });
    if (done.ok) given.onDone();
  };
  return (
    <Panel title="向会议报告先行救助">
      <Refusal problem={problem} onAgain={askAgain} />
      <ActTrouble command={command} onAgain={() => void act()} />
      {answer && options.length === 0 && (
        <p className="ym-empty">
          救助以后还没有可以报告的会议（纪要已签字的不能再加）。下一次会议召开、登记到会以后，在这里报告。
        </p>
      )}
      <CodeSelect label="报告的会议" required options={options} {...bind('meetingId')} />
      <NextAct title={command.title} onAct={() => void act()} busy={command.busy} />
    </Panel>
  );
}
