import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CommandContract } from '../../../kernel/contract.ts';
import { Panel } from '../../../ui/page.tsx';
import { NextAct } from '../../../ui/act/next-act.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useDraft } from '../../../ui/use-draft.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { ActHead } from '../investigation/act-head.tsx';
import { ActTrouble } from '../investigation/act-trouble.tsx';
import { ActFields } from '../review/act-fields.tsx';
import type { ActField, ActForm } from '../review/act-spec.ts';

type TypedActProps = {
  /** Of the draft: what the form is and what it is about. */
  readonly name: string;
  /** First part of the fields' ids, where several forms share the page. */
  readonly prefix?: string;
  readonly contract: CommandContract<unknown> & { readonly path: string };
  readonly params: Readonly<Record<string, string>>;
  readonly version?: number;
  readonly about: string;
  readonly fields: readonly ActField[];
  readonly initial: ActForm;
  readonly bodyOf: (form: ActForm) => unknown;
  readonly because?: string | null;
  readonly onDone: () => void;
  readonly children?: ReactNode;
};

function useAct(props: TypedActProps, form: ActForm) {
  const { contract, params, version, bodyOf, onDone, prefix } = props;
  const command = useCommand(contract as CommandContract<never> & { readonly path: '/' });
  const act = async (after: () => Promise<void> | void = () => {}) => {
    const done = await command.give({
      params: params as never,
      body: bodyOf(form) as never,
      ...(version !== undefined && { version }),
    });
    if (!done.ok) return;
    await after();
    onDone();
  };
  const errors = prefix ? errorsUnder(prefix, command.errors) : command.errors;
  return { command: { ...command, errors }, act };
}

/** A form with one act; what is typed is kept as a draft. */
export function TypedAct(props: TypedActProps) {
  const draft = useDraft<ActForm>(props.name, props.initial);
  const form = { ...props.initial, ...draft.value };
  const { command, act } = useAct(props, form);
  return (
    <Panel title={props.contract.title}>
      <p className="ym-quiet">{props.about}</p>
      {props.children}
      <ActHead draft={draft} command={command} onAct={() => void act(draft.discard)} />
      <ActFields
        name={props.prefix ?? ''}
        fields={props.fields}
        form={form}
        setForm={draft.setValue}
        errors={command.errors}
      />
    </Panel>
  );
}

/** An act beside the page's one next act, folded away. */
export function SecondAct(props: TypedActProps) {
  const [form, setForm] = useState<ActForm>(props.initial);
  const { command, act } = useAct({ ...props, prefix: '' }, form);
  return (
    <QuietAct
      name={props.name}
      title={props.contract.title}
      about={props.about}
      command={command}
      onAct={() => void act(() => setForm(props.initial))}
    >
      <ActFields
        name={props.name}
        fields={props.fields}
        form={form}
        setForm={setForm}
        errors={errorsUnder(props.name, command.errors)}
      />
    </QuietAct>
  );
}

/** As `TypedAct`, but nothing typed leaves the browser before the act: for secrets, and for acts without fields. */
export function UnkeptAct(props: TypedActProps) {
  const [form, setForm] = useState<ActForm>(props.initial);
  const { command, act } = useAct(props, form);
  return (
    <Panel title={props.contract.title}>
      <p className="ym-quiet">{props.about}</p>
      {props.children}
      <ActTrouble command={command} onAgain={() => void act()} />
      <ActFields
        name={props.prefix ?? ''}
        fields={props.fields}
        form={form}
        setForm={setForm}
        errors={command.errors}
      />
      <NextAct
        title={command.title}
        onAct={() => void act()}
        busy={command.busy}
        because={props.because ?? null}
      />
    </Panel>
  );
}
