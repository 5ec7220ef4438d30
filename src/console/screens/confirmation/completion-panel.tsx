import { useState } from 'react';
import { formatDateWithWeekday } from '../../../kernel/local-date.ts';
import { completeRelief } from '../../../modules/confirmation/contract.ts';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import type { Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useFields } from '../../../ui/use-fields.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActHead } from '../investigation/act-head.tsx';
import { refOf, sendTo, viewUrl } from '../investigation/signed-file.ts';

const atTheWindow: readonly string[] = ['window-clerk', 'case-officer'];

/** 补齐手续: what was written down and signed once the emergency was over (LS-08, LS-09). */
export default function CompletionPanel(given: StagePanelProps) {
  const { completion } = given.state.confirmation;
  if (!completion) {
    return atTheWindow.includes(given.role) ? (
      <CompletionForm given={given} />
    ) : (
      <p className="ym-empty">等待经办人员补充说明情况、补齐手续。</p>
    );
  }
  return (
    <Panel title={`手续已补齐 ${formatDateWithWeekday(completion.on)}`}>
      <DescriptionSheet
        items={[
          { label: '领取人', value: completion.recipient },
          { label: '经办人', value: completion.handlers.join('、') },
          { label: '情况说明', value: completion.situation, wide: true },
        ]}
      />
    </Panel>
  );
}

function CompletionForm({ given }: { given: StagePanelProps }) {
  const { caseId, version, view } = given;
  const [start] = useState({
    situation: '',
    recipient: view.summary.applicant,
    handlers: '',
    papers: [] as readonly Uploaded[],
  });
  const draft = useDraft(`complete-relief:${caseId}`, start);
  const command = useCommand(completeRelief);
  const bind = useFields(draft.value, draft.setValue, command.errors);
  const act = async () => {
    const { situation, recipient, handlers, papers } = draft.value;
    const body = {
      situation,
      recipient,
      handlers: handlers.split(/[、，,\s]+/).filter((each) => each !== ''),
      papers: papers.map(refOf),
    };
    const done = await command.give({ params: { caseId }, body, version });
    if (!done.ok) return;
    await draft.discard();
    given.onDone();
  };
  return (
    <EnterMoves>
      <Panel title="补齐先行救助手续">
        <ActHead draft={draft} command={command} onAct={() => void act()} />
        <TextField label="情况说明" required lines={4} most={1000} {...bind('situation')} />
        <div className="ym-form">
          <TextField label="领取人" required {...bind('recipient')} />
          <TextField label="经办人（至少两人，用顿号隔开）" required {...bind('handlers')} />
        </div>
        <FilePicker
          label="签字盖章的登记表和材料"
          required
          send={sendTo(caseId)}
          viewUrl={viewUrl}
          {...bind('papers')}
        />
      </Panel>
    </EnterMoves>
  );
}
