import {
  type FindingView,
  explainFinding,
  explanationOutcomes,
} from '../../../modules/verification/contract.ts';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import { DescriptionSheet } from '../../../ui/reading/description-sheet.tsx';
import type { Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useFields } from '../../../ui/use-fields.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { refOf, sendTo, viewUrl } from '../investigation/signed-file.ts';
import type { View } from './source-grid.ts';

type Outcome = keyof typeof explanationOutcomes;

/** Differences one at a time: what was declared, what was found, how it is resolved. */
export function FindingSteps({ given, view }: { given: StagePanelProps; view: View }) {
  const open = view.findings.filter(({ explained }) => !explained);
  const done = view.findings.filter(({ explained }) => explained);
  const [next] = open;
  return (
    <>
      {next && given.role === 'case-officer' && (
        <ExplainCard key={next.key} given={given} finding={next} left={open.length} />
      )}
      {next && given.role !== 'case-officer' && (
        <Panel title={`待说明差异 ${open.length} 项`}>
          {open.map(({ key, text }) => (
            <p key={key}>{text}</p>
          ))}
        </Panel>
      )}
      {done.length > 0 && (
        <Panel title={`已说明差异 ${done.length} 项`}>
          {done.map(({ key, text, explained }) => (
            <p key={key}>
              {text}
              <br />
              <span className="ym-quiet">
                {explanationOutcomes[explained?.outcome as Outcome]}:{explained?.explanation}
              </span>
            </p>
          ))}
        </Panel>
      )}
    </>
  );
}

type Draft = {
  readonly outcome: Outcome | null;
  readonly explanation: string;
  readonly evidence: readonly Uploaded[];
};

const blank: Draft = { outcome: null, explanation: '', evidence: [] };
const outcomes = (Object.keys(explanationOutcomes) as Outcome[]).map((value) => ({
  value,
  label: explanationOutcomes[value],
}));

type ExplainCardProps = {
  readonly given: StagePanelProps;
  readonly finding: FindingView;
  readonly left: number;
};

function ExplainCard({ given, finding, left }: ExplainCardProps) {
  const command = useCommand(explainFinding);
  const draft = useDraft(`explain-finding:${given.caseId}:${finding.key}`, blank);
  const bind = useFields(draft.value, draft.setValue, command.errors);
  const act = async () => {
    const { outcome, explanation, evidence } = draft.value;
    const done = await command.give({
      params: { caseId: given.caseId },
      body: {
        finding: finding.key,
        outcome: outcome as Outcome,
        explanation,
        evidence: evidence.map(refOf),
      },
      version: given.version,
    });
    if (!done.ok) return;
    await draft.discard();
    given.onDone();
  };
  return (
    <EnterMoves>
      <Panel title={`说明差异（还有 ${left} 项）`}>
        <DescriptionSheet
          items={[
            { label: '成员', value: finding.memberName },
            { label: '来源', value: finding.source },
            { label: '项目', value: finding.item },
            { label: '影响', value: finding.weightTitle },
            ...(finding.kind === 'contradiction'
              ? [{ label: '两个来源不一致', value: `${finding.declared}；${finding.found}` }]
              : [
                  { label: '家庭申报', value: finding.declared },
                  { label: '核对结果', value: finding.found },
                ]),
          ]}
        />
        <div className="ym-form">
          <CodeSelect label="处理结果" required options={outcomes} {...bind('outcome')} />
          <div className="ym-wide">
            <TextField label="说明" required lines={3} most={500} {...bind('explanation')} />
          </div>
          <div className="ym-wide">
            <FilePicker
              label="佐证材料"
              send={sendTo(given.caseId)}
              viewUrl={viewUrl}
              {...bind('evidence')}
            />
          </div>
        </div>
        <DraftStatus draft={draft} />
        <ActTrouble command={command} onAgain={() => void act()} />
        <NextAct title={command.title} onAct={() => void act()} busy={command.busy} />
      </Panel>
    </EnterMoves>
  );
}
