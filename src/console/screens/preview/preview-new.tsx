import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { dayOf, instant } from '../../../kernel/clock.ts';
import { localDate } from '../../../kernel/local-date.ts';
import { EARLIEST, previewFigures, startPreview } from '../../../modules/preview/contract.ts';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { EnterMoves } from '../../../ui/enter-moves.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { newKey } from '../../../ui/intent.ts';
import { Page, Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { FigureFields, StandardFields } from './change-fields.tsx';
import { FileFields } from './file-fields.tsx';
import { PreviewBasis } from './preview-basis.tsx';
import {
  blankPreview,
  bodyOf,
  isPreviewForm,
  kindTitles,
  type PreviewForm,
  suggestedTitle,
} from './preview-form.ts';
import { previewPath } from './preview-words.ts';
import { type FileCheck, useFileCheck } from './use-file-check.ts';
import '../../card-table.css';
import './preview.css';

/** 新的测算: which figure, what it would be, from when; or a drafted file. */
export default function PreviewNew() {
  const draft = useDraft('preview:new', blankPreview, isPreviewForm);
  const [previewId] = useState(newKey);
  const [today] = useState(() => dayOf(instant(Date.now())));
  const start = useCommand(startPreview);
  const navigate = useNavigate();
  const form = draft.value;
  const check = useFileCheck(form.kind === 'file' ? form.text : '');
  const on = form.from && form.from >= EARLIEST ? form.from : today;
  const known = useAnswer(previewFigures, { params: {}, search: { on } });
  const figures = known.answer?.figures ?? [];
  const bind = useFields(form, draft.setValue, start.errors);
  const title = suggestedTitle(
    form,
    figures.find(({ parameter }) => parameter === form.parameter),
  );
  const checkedFrom = check.checked?.from;
  const act = async () => {
    const body = bodyOf(form, { title, from: checkedFrom ? localDate(checkedFrom) : null });
    const done = await start.give({ params: { previewId }, body });
    if (!done.ok) return;
    await draft.discard();
    await navigate({ to: previewPath(previewId) });
  };
  const fields = { form, setForm: draft.setValue, errors: start.errors, figures };
  return (
    <Page
      title="新的测算"
      under={<DraftStatus draft={draft} />}
      next={
        <NextAct
          title={start.title}
          onAct={() => void act()}
          because={form.kind === 'file' ? heldBy(form, check) : null}
          busy={start.busy}
        />
      }
    >
      <ErrorSummary errors={start.errors} />
      <Refusal problem={start.problem ?? known.problem} onAgain={() => void act()} />
      <Panel title="调整什么">
        <KindChoice
          kind={form.kind}
          onKind={(kind) => draft.setValue((now) => ({ ...now, kind }))}
        />
        {form.kind === 'standard' && <StandardFields {...fields} />}
        {form.kind === 'figure' && <FigureFields {...fields} />}
        {form.kind === 'file' && <FileFields {...fields} check={check} />}
      </Panel>
      <Panel>
        <EnterMoves>
          <TextField
            label="这次测算的名称"
            most={60}
            hint={`不填的叫“${title}”`}
            {...bind('title')}
          />
        </EnterMoves>
      </Panel>
      <PreviewBasis />
    </Page>
  );
}

/** Why a file cannot be tried out yet; what is simply not filled in the contract tells. */
function heldBy({ text }: PreviewForm, { checked, isBusy }: FileCheck): string | null {
  if (text === '') return null;
  if (isBusy) return '正在检查文件，请稍等。';
  if (checked?.faults.some(({ is }) => is === 'fault'))
    return '文件里还有要改的，改好以后才能测算。';
  if (checked && checked.changes.length === 0) return '文件与现行的没有不同，没有可以测算的。';
  return null;
}

type KindChoiceProps = {
  readonly kind: PreviewForm['kind'];
  readonly onKind: (kind: PreviewForm['kind']) => void;
};

function KindChoice({ kind, onKind }: KindChoiceProps) {
  return (
    <fieldset className="yc-kinds">
      <legend className="ym-heard">调整什么</legend>
      <div className="ym-choices">
        {(Object.keys(kindTitles) as PreviewForm['kind'][]).map((each) => (
          <label key={each} className="ym-choice">
            <input type="radio" name="kind" checked={kind === each} onChange={() => onKind(each)} />
            <span>{kindTitles[each]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
