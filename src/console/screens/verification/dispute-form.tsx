import { Button } from 'antd';
import { useState } from 'react';
import { disputeReport } from '../../../modules/verification/contract.ts';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import type { Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useFields } from '../../../ui/use-fields.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { refOf, sendTo, viewUrl } from '../investigation/signed-file.ts';

type Draft = {
  readonly item: string;
  readonly statement: string;
  readonly evidence: readonly Uploaded[];
};

const blank: Draft = { item: '', statement: '', evidence: [] };

/** The family objects to the report: opened when they come, because most never do (DB-18). */
export function DisputeForm({ given, reportId }: { given: StagePanelProps; reportId: string }) {
  const [open, setOpen] = useState(false);
  if (given.role !== 'case-officer' && given.role !== 'window-clerk') return null;
  if (open) return <OpenForm given={given} reportId={reportId} />;
  return (
    <div className="ym-row">
      <Button onClick={() => setOpen(true)}>{disputeReport.title}</Button>
    </div>
  );
}

function OpenForm({ given, reportId }: { given: StagePanelProps; reportId: string }) {
  const command = useCommand(disputeReport);
  const draft = useDraft(`dispute-report:${reportId}`, blank);
  const bind = useFields(draft.value, draft.setValue, command.errors);
  const act = async () => {
    const { item, statement, evidence } = draft.value;
    const done = await command.give({
      params: { caseId: given.caseId },
      body: { reportId, item, statement, evidence: evidence.map(refOf) },
      version: given.version,
    });
    if (!done.ok) return;
    await draft.discard();
    given.onDone();
  };
  return (
    <EnterMoves>
      <Panel title={disputeReport.title}>
        <p>家庭举证提出异议的，应当组织复查；原报告留存，以复查后的报告为准。</p>
        <div className="ym-form">
          <TextField label="对哪一项有异议" required most={100} {...bind('item')} />
          <div className="ym-wide">
            <TextField label="家庭陈述" required lines={3} most={500} {...bind('statement')} />
          </div>
          <div className="ym-wide">
            <FilePicker
              label="家庭提供的证明材料"
              required
              send={sendTo(given.caseId)}
              viewUrl={viewUrl}
              {...bind('evidence')}
            />
          </div>
        </div>
        <DraftStatus draft={draft} />
        <ActTrouble command={command} onAgain={() => void act()} />
        <div className="ym-row">
          <Button onClick={() => void act()} disabled={command.busy}>
            {command.title}
          </Button>
        </div>
      </Panel>
    </EnterMoves>
  );
}
