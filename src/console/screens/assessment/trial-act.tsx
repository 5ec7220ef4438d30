import { useState } from 'react';
import { correctedFacts } from '../../../modules/assessment/correct-facts.ts';
import { trialAssessment } from '../../../modules/assessment/contract.ts';
import { topLine } from '../../../modules/assessment/sheet.ts';
import type { Assessment } from '../../../rules/assessment.ts';
import type { HouseholdFacts } from '../../../rules/facts.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { useColumnSetting } from '../intake/use-column-setting.ts';
import { membersOf, nameIn } from './correction-act.tsx';
import { blankChange, type ChangeDraft, changeOf, CorrectionEditor } from './correction-editor.tsx';
import { factChoices } from './fact-choice.ts';

/** 试算: a copy of the facts to change at will. Nothing of it is kept. */
export function TrialAct({ given: { caseId, state } }: { given: StagePanelProps }) {
  const now = state.household.facts as HouseholdFacts | null;
  const [facts, setFacts] = useState(now);
  const [change, setChange] = useState<ChangeDraft>(blankChange);
  const [result, setResult] = useState<Assessment | null>(null);
  const [wrong, setWrong] = useState('');
  const command = useCommand(trialAssessment);
  const members = membersOf(state);
  const setting = useColumnSetting(members);
  if (!facts || !now) return null;
  const choices = factChoices(facts, (id) => nameIn(members, id), setting);
  const act = async () => {
    const asked = changeOf(change, choices);
    const changed = asked
      ? correctedFacts(facts, [{ ...asked, basis: 'visit', reason: '', evidence: [] }])
      : ({ ok: true, facts } as const);
    setWrong(changed.ok ? '' : changed.words || '这一项没有改动，或者不能这样改。');
    if (!changed.ok) return;
    const done = await command.give({ params: { caseId }, body: { facts: changed.facts } });
    if (!done.ok) return;
    setFacts(changed.facts);
    setChange(blankChange);
    setResult(done.answer.assessment as Assessment);
  };
  return (
    <QuietAct
      name="trial"
      title="试算"
      about="在副本上改动事实看结果，可以连续改多项；不保存，不影响办件。"
      command={command}
      onAct={() => void act()}
    >
      <CorrectionEditor
        name="trial"
        choices={choices}
        members={members}
        draft={change}
        onDraft={setChange}
      />
      {wrong !== '' && <p role="alert">{wrong}</p>}
      {result && (
        <p role="status">
          试算结果:<strong>{topLine(result)}</strong>
        </p>
      )}
      {facts !== now && (
        <button type="button" className="ym-link" onClick={() => setFacts(now)}>
          恢复为现有事实
        </button>
      )}
    </QuietAct>
  );
}
