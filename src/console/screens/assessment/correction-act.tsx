import { useState } from 'react';
import type { FileRef } from '../../../kernel/evidence.ts';
import { correctFacts, correctionBases } from '../../../modules/assessment/contract.ts';
import type { HouseholdFacts } from '../../../rules/facts.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { FilePicker } from '../../../ui/field/file-picker.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import type { Uploaded } from '../../../ui/upload.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { useColumnSetting } from '../intake/use-column-setting.ts';
import { refOf, sendTo, viewUrl } from '../investigation/signed-file.ts';
import { blankChange, type ChangeDraft, changeOf, CorrectionEditor } from './correction-editor.tsx';
import { factChoices } from './fact-choice.ts';

type Form = {
  basis: keyof typeof correctionBases | null;
  reason: string;
  evidence: readonly Uploaded[];
};

const bases = Object.entries(correctionBases).map(([value, label]) => ({
  value: value as keyof typeof correctionBases,
  label,
}));

/** 更正家庭事实: one fact at a time, with what it rests on and why. */
export function CorrectionAct({ given }: { given: StagePanelProps }) {
  const { caseId, version, state } = given;
  const [change, setChange] = useState<ChangeDraft>(blankChange);
  const [form, setForm] = useState<Form>({ basis: null, reason: '', evidence: [] });
  const command = useCommand(correctFacts);
  const errors = errorsUnder(
    'correct',
    command.errors.map((each) => ({ ...each, path: each.path.replace('corrections.0.', '') })),
  );
  const bind = useFields(form, setForm, errors, 'correct');
  const facts = state.household.facts as HouseholdFacts | null;
  const members = membersOf(state);
  const setting = useColumnSetting(members);
  if (!facts) return null;
  const choices = factChoices(facts, (id) => nameIn(members, id), setting);
  const act = async () => {
    const asked = changeOf(change, choices);
    const evidence: FileRef[] = form.evidence.map(refOf);
    const basis = form.basis ?? ('' as 'visit');
    const corrections = asked ? [{ ...asked, basis, reason: form.reason, evidence }] : [];
    const body = { corrections } as Parameters<typeof command.give>[0]['body'];
    const done = await command.give({ params: { caseId }, body, version });
    if (!done.ok) return;
    setChange(blankChange);
    given.onDone();
  };
  return (
    <QuietAct
      name="correct"
      title="更正家庭事实"
      about="只能更正事实，不能更改结果；更正后须重新核算。已张贴公示的，先将初审意见作废。"
      command={command}
      onAct={() => void act()}
    >
      <CorrectionEditor
        name="correct"
        choices={choices}
        members={members}
        draft={change}
        onDraft={setChange}
      />
      <CodeSelect label="更正依据" required options={bases} {...bind('basis')} />
      <TextField label="更正理由" required lines={2} most={500} {...bind('reason')} />
      <FilePicker label="凭据" send={sendTo(caseId)} viewUrl={viewUrl} {...bind('evidence')} />
    </QuietAct>
  );
}

export function membersOf(state: StagePanelProps['state']) {
  const people = state.household.declaration?.people ?? [];
  return people.map(({ memberId, name }) => ({ value: memberId, label: name }));
}

export function nameIn(members: readonly { value: string; label: string }[], id: string): string {
  return members.find((each) => each.value === id)?.label ?? id;
}
