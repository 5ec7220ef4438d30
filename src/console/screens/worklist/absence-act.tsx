import { Button } from 'antd';
import { useState } from 'react';
import {
  endAbsence,
  type ListedAbsence,
  recordAbsence,
} from '../../../modules/worklist/contract.ts';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { newKey } from '../../../ui/intent.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { ActFields } from '../review/act-fields.tsx';
import type { ActField, ActForm } from '../review/act-spec.ts';
import { absenceWords } from './work-words.ts';

type Person = { readonly person: string; readonly name: string };

type AbsenceActProps = {
  /** Oneself, or everybody of the place for its leader; who is away is chosen where there are several. */
  readonly holders: readonly (Person & { readonly holderId: string })[];
  readonly substitutes: readonly Person[];
  readonly onDone: () => void;
};

/** Says when somebody is away and who gets the work meanwhile. */
export function AbsenceAct({ holders, substitutes, onDone }: AbsenceActProps) {
  const initial: ActForm = {
    ...{ holderId: holders[0]?.holderId ?? null, from: null, to: null },
    ...{ reason: '', substitute: null },
  };
  const [form, setForm] = useState(initial);
  const command = useCommand(recordAbsence);
  const act = async () => {
    const { holderId, ...days } = form;
    const body = { ...days, absenceId: newKey() } as never;
    const done = await command.give({ params: { holderId: String(holderId) }, body });
    if (!done.ok) return;
    setForm(initial);
    onDone();
  };
  return (
    <QuietAct
      name="absence"
      title={command.title}
      about="离岗期间的任务转给代办人；签批、表决的权限不转。"
      command={command}
      onAct={() => void act()}
    >
      <ActFields
        name="absence"
        fields={fieldsFor(holders, substitutes)}
        form={form}
        setForm={setForm}
        errors={errorsUnder('absence', command.errors)}
      />
    </QuietAct>
  );
}

function fieldsFor(
  holders: AbsenceActProps['holders'],
  substitutes: AbsenceActProps['substitutes'],
): readonly ActField[] {
  const who: ActField = {
    ...{ key: 'holderId', label: '离岗人员', is: 'code' },
    options: holders.map(({ holderId, name }) => ({ value: holderId, label: name })),
  };
  return [
    ...(holders.length > 1 ? [who] : []),
    { key: 'from', label: '从', is: 'date' },
    { key: 'to', label: '到', is: 'date' },
    { key: 'reason', label: '事由', is: 'text' },
    {
      ...{ key: 'substitute', label: '代办人', is: 'code', optional: true },
      options: substitutes.map(({ person, name }) => ({ value: person, label: name })),
      hint: '须是同一岗位的人；不指定的，按在办件数分给别人',
    },
  ];
}

/** Absences that are not over; whoever is back early says so. */
export function AbsenceList(props: {
  readonly absences: readonly ListedAbsence[];
  readonly onDone: () => void;
}) {
  if (props.absences.length === 0) return null;
  return (
    <ul className="yc-points">
      {props.absences.map((each) => (
        <OneAbsence key={each.absenceId} absence={each} onDone={props.onDone} />
      ))}
    </ul>
  );
}

function OneAbsence(props: { readonly absence: ListedAbsence; readonly onDone: () => void }) {
  const { absence, onDone } = props;
  const command = useCommand(endAbsence);
  const act = async () => {
    const { absenceId, holderId } = absence;
    const done = await command.give({ params: { holderId }, body: { absenceId } });
    if (done.ok) onDone();
  };
  return (
    <li>
      {absenceWords(absence)}{' '}
      <Button size="small" onClick={() => void act()} disabled={command.busy}>
        提前返岗
      </Button>
      <Refusal problem={command.problem} onAgain={() => void act()} />
    </li>
  );
}
