import { useMemo, useRef } from 'react';
import { newKey } from '../../../ui/intent.ts';
import { type DraftInHand, useDraft } from '../../../ui/use-draft.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { completed, formOf, type IntakeForm } from './intake-form.ts';

/** What is kept while typing: the form, and the declaration it was begun on. */
export type KeptIntake = {
  readonly form: IntakeForm;
  readonly base: IntakeForm;
  readonly revision: number;
};

/**
 * The draft of an intake. When the family was declared anew since it was begun – by a colleague, on another
 * PC – it is old: then what was typed must first be brought onto what stands now.
 */
export function useIntakeDraft({ caseId, state }: Pick<StagePanelProps, 'caseId' | 'state'>) {
  const { revision } = state.household;
  const start = useRef<KeptIntake | null>(null);
  if (!start.current) {
    const form = formOf(state, newKey);
    start.current = { form, base: form, revision };
  }
  const theirs = start.current.base;
  const kept = useDraft<KeptIntake>(`intake:${caseId}`, start.current, isKept);
  const { revision: begun } = kept.value;
  const form = useMemo(() => completed(kept.value.form), [kept.value.form]);
  const draft: DraftInHand<IntakeForm> = {
    ...kept,
    value: form,
    setValue: (change) => kept.setValue((now) => ({ ...now, form: change(completed(now.form)) })),
  };
  return {
    draft,
    kept: { form, base: completed(kept.value.base), revision: begun },
    theirs,
    isOld: begun !== revision,
    settle: (form: IntakeForm) => kept.setValue(() => ({ form, base: theirs, revision })),
  };
}

function isKept(value: unknown): value is KeptIntake {
  return (
    typeof value === 'object' &&
    value !== null &&
    'form' in value &&
    'base' in value &&
    'revision' in value
  );
}
