import { useNavigate } from '@tanstack/react-router';
import { draftPolicy } from '../../../modules/policy/contract.ts';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Page } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { PolicyFields } from './policy-fields.tsx';
import { contentOf, errorsIn, isPolicyForm, type PolicyForm } from './policy-form.ts';
import { policyPath } from './policy-words.ts';
import { useJudged } from './use-judged.ts';

type PolicyDraftingProps = {
  readonly title: string;
  readonly name: string;
  readonly policyId: string;
  readonly version?: number;
  readonly initial: PolicyForm;
};

/** A draft of a standard as it is typed, kept on the way, saved as a whole. */
export function PolicyDrafting({ title, name, policyId, version, initial }: PolicyDraftingProps) {
  const draft = useDraft(name, initial, isPolicyForm);
  const save = useCommand(draftPolicy);
  const navigate = useNavigate();
  const content = contentOf(draft.value);
  const judged = useJudged(content);
  const errors = errorsIn(draft.value, save.errors);
  const act = async () => {
    const at = version === undefined ? {} : { version };
    const done = await save.give({ params: { policyId }, body: { content }, ...at });
    if (!done.ok) return;
    await draft.discard();
    await navigate({ to: policyPath(policyId) });
  };
  return (
    <Page
      title={title}
      under={<DraftStatus draft={draft} />}
      next={<NextAct title={save.title} onAct={() => void act()} busy={save.busy} />}
    >
      <ErrorSummary errors={errors} />
      <Refusal problem={save.problem ?? save.stale} onAgain={() => void act()} />
      <PolicyFields form={draft.value} setForm={draft.setValue} errors={errors} judged={judged} />
    </Page>
  );
}
