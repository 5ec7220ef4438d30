import { countyReview } from '../../../modules/confirmation/contract.ts';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useFields } from '../../../ui/use-fields.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { ActHead } from '../investigation/act-head.tsx';

const verdicts = [
  { value: 'yes', label: '同意乡镇初审意见' },
  { value: 'no', label: '不同意，退回乡镇' },
] as const;

type Draft = { readonly agrees: 'yes' | 'no' | null; readonly opinion: string };

const blank: Draft = { agrees: null, opinion: '' };

/** 县级审核 on the ordinary route: one person reviews, another decides. */
export default function CountyReviewPanel({
  caseId,
  version,
  role,
  state,
  onDone,
}: StagePanelProps) {
  const draft = useDraft(`county-review:${caseId}:${state.assessment.rounds}`, blank);
  const command = useCommand(countyReview);
  const bind = useFields(draft.value, draft.setValue, command.errors);
  if (role !== 'aid-officer') return <p className="ym-empty">等待县救助股审核。</p>;
  const act = async () => {
    const { agrees, opinion } = draft.value;
    // An answer that was not given goes out as it is: the contract then names the field.
    const body = { agrees: (agrees === null ? undefined : agrees === 'yes') as boolean, opinion };
    const done = await command.give({ params: { caseId }, body, version });
    if (!done.ok) return;
    await draft.discard();
    onDone();
  };
  return (
    <EnterMoves>
      <Panel title="县级审核">
        <ActHead draft={draft} command={command} onAct={() => void act()} />
        <CodeSelect label="审核结论" required options={verdicts} {...bind('agrees')} />
        <TextField label="审核意见" required lines={4} most={500} {...bind('opinion')} />
      </Panel>
    </EnterMoves>
  );
}
