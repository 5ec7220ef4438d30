import { Button } from 'antd';
import { useState } from 'react';
import {
  concludeInvestigation,
  reopenInvestigation,
} from '../../../modules/investigation/contract.ts';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActTrouble } from './act-trouble.tsx';

/** Ends the round once somebody was at home; asks why when no neighbour was heard. */
export function ConcludeForm({ given }: { given: StagePanelProps }) {
  const { caseId, version, state } = given;
  const { interviews, interviewsBeforeRound, round } = state.investigation;
  const isAsked = interviews.length > interviewsBeforeRound;
  const draft = useDraft(`conclude-investigation:${caseId}:${round}`, {
    summary: '',
    noInterviewBecause: '',
  });
  const command = useCommand(concludeInvestigation);
  const bind = useFields(draft.value, draft.setValue, command.errors);
  const act = async () => {
    const { summary, noInterviewBecause } = draft.value;
    const body = { summary, noInterviewBecause: isAsked ? null : noInterviewBecause || null };
    const done = await command.give({ params: { caseId }, body, version });
    if (!done.ok) return;
    await draft.discard();
    given.onDone();
  };
  return (
    <Panel title="完成调查">
      <ActTrouble command={command} onAgain={() => void act()} />
      <TextField label="调查结论" required lines={4} most={1000} {...bind('summary')} />
      {!isAsked && (
        <TextField
          label="没有邻里访问的原因"
          lines={2}
          most={500}
          hint="能访问邻居的，请先提交邻里访问"
          {...bind('noInterviewBecause')}
        />
      )}
      <Button
        type="primary"
        size="large"
        className="yc-act"
        onClick={() => void act()}
        disabled={command.busy}
      >
        {command.busy ? `正在提交“${command.title}”…` : command.title}
      </Button>
    </Panel>
  );
}

/** For the case officer, after an objection, a return or a county visit that found something else. */
export function ReopenAct({ given }: { given: StagePanelProps }) {
  const { caseId, version } = given;
  const [form, setForm] = useState({ because: '' });
  const name = 'reopen-investigation';
  const command = useCommand(reopenInvestigation);
  const bind = useFields(form, setForm, errorsUnder(name, command.errors), name);
  const act = async () => {
    const done = await command.give({ params: { caseId }, body: form, version });
    if (done.ok) given.onDone();
  };
  return (
    <QuietAct
      name={name}
      title="重新调查"
      about="有异议、会议或者县级退回、县级核查不一致时，可以重新调查；以前的入户记录保留，但须再次入户。"
      command={command}
      onAct={() => void act()}
    >
      <TextField label="重新调查的理由" required lines={3} most={500} {...bind('because')} />
    </QuietAct>
  );
}
