import type { LocalDate } from '../../../kernel/local-date.ts';
import { lookAtInstalment } from '../../../modules/instalment/contract.ts';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
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

const verdicts = [
  { value: 'yes', label: '困难仍未缓解，可以继续发放' },
  { value: 'no', label: '情况有变化，不应继续发放' },
] as const;

const blank = {
  on: null as LocalDate | null,
  fit: null as 'yes' | 'no' | null,
  finding: '',
  files: [] as readonly Uploaded[],
};

/** What was found at the family before the next stage is paid. */
export function LookAct({ given, no }: { given: StagePanelProps; no: number }) {
  const { caseId, version, state } = given;
  const draft = useDraft(`look:${caseId}:${no}:${state.instalment.looks.length}`, blank);
  const command = useCommand(lookAtInstalment);
  const bind = useFields(draft.value, draft.setValue, command.errors);
  const act = async () => {
    const { on, fit, finding, files } = draft.value;
    const body = {
      ...{ no, on, finding, files: files.map(refOf) },
      fit: fit === null ? undefined : fit === 'yes',
    } as Parameters<typeof command.give>[0]['body'];
    const done = await command.give({ params: { caseId }, body, version });
    if (!done.ok) return;
    await draft.discard();
    given.onDone();
  };
  return (
    <EnterMoves>
      <Panel title={`第 ${no} 次发放前回访`}>
        <DraftStatus draft={draft} />
        <ActTrouble command={command} onAgain={() => void act()} />
        <div className="ym-form">
          <DateField label="回访日期" required {...bind('on')} />
          <CodeSelect label="结论" required options={verdicts} {...bind('fit')} />
        </div>
        <TextField label="回访情况" required lines={3} most={1000} {...bind('finding')} />
        <FilePicker label="照片和材料" send={sendTo(caseId)} viewUrl={viewUrl} {...bind('files')} />
        <NextAct title={command.title} onAct={() => void act()} busy={command.busy} />
      </Panel>
    </EnterMoves>
  );
}
