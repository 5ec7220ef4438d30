import { useState } from 'react';
import { ConflictStrip } from '../../../ui/act/conflict-strip.tsx';
import { DraftStatus } from '../../../ui/act/draft-status.tsx';
import { ErrorSummary } from '../../../ui/act/error-summary.tsx';
import type { LegalClock } from '../../../ui/act/clock-words.ts';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { ActFields } from './act-fields.tsx';
import type { ActForm, ActSpec, BenefitShown } from './act-spec.ts';

type ActProps = {
  readonly spec: ActSpec;
  readonly view: BenefitShown;
  readonly onDone: () => void;
};

function useAct({ spec, view, onDone }: ActProps, form: ActForm, discard: () => Promise<void>) {
  const command = useCommand(spec.contract);
  const { benefitId, version } = view;
  const act = async () => {
    const done = await command.give({ params: { benefitId }, body: spec.bodyOf(form), version });
    if (!done.ok) return;
    await discard();
    onDone();
  };
  return { command, act };
}

/** The act the household waits for: open, with the page's one primary button. What is typed is kept as a draft. */
export function NextForm(props: ActProps & { readonly clock?: LegalClock | undefined }) {
  const { spec, view, clock } = props;
  const draft = useDraft<ActForm>(`benefit:${view.benefitId}:${spec.name}`, spec.initial);
  const form = { ...spec.initial, ...draft.value };
  const { command, act } = useAct(props, form, draft.discard);
  return (
    <Panel title={spec.contract.title}>
      <NextAct
        title={spec.contract.title}
        onAct={() => void act()}
        busy={command.busy}
        {...(clock && { clock })}
      />
      <p className="ym-quiet">{spec.about}</p>
      <ErrorSummary errors={errorsUnder(spec.name, command.errors)} />
      <Refusal problem={command.problem} onAgain={() => void act()} />
      <ConflictStrip
        problem={command.stale}
        mine={() => undefined}
        onTake={() => undefined}
        onSettled={command.clear}
      />
      <ActFields
        name={spec.name}
        fields={spec.fields}
        form={form}
        setForm={draft.setValue}
        errors={errorsUnder(spec.name, command.errors)}
      />
      {spec.fields.length > 0 && <DraftStatus draft={draft} />}
    </Panel>
  );
}

/** An act that may be done at any time, folded away. */
export function QuietForm(props: ActProps) {
  const { spec } = props;
  const [form, setForm] = useState(spec.initial);
  const { command, act } = useAct(props, form, async () => setForm(spec.initial));
  return (
    <QuietAct
      name={spec.name}
      title={spec.contract.title}
      about={spec.about}
      command={command}
      onAct={() => void act()}
    >
      <ActFields
        name={spec.name}
        fields={spec.fields}
        form={form}
        setForm={setForm}
        errors={errorsUnder(spec.name, command.errors)}
      />
    </QuietAct>
  );
}
