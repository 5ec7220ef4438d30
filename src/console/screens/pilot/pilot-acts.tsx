import { useState } from 'react';
import { concludePilot, type pilotView, widenPilot } from '../../../modules/pilot/contract.ts';
import { type Conclusion, conclusionTitles } from '../../../modules/pilot/pilot.ts';
import { readinessList } from '../../../modules/readiness/contract.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { ManyOf } from '../delegation/many-of.tsx';

type ActsProps = {
  readonly view: ReturnType<(typeof pilotView)['answer']['parse']>;
  readonly role: string;
  readonly onDone: () => void;
};

/** What the leader may resolve while the batch runs. */
export function PilotActs({ view, role, onDone }: ActsProps) {
  if (role !== 'county-leader' || view.head.endedOn) return null;
  return (
    <div className="yc-quiet-acts">
      <Widen view={view} onDone={onDone} />
      <Conclude view={view} onDone={onDone} />
    </div>
  );
}

type ActProps = Omit<ActsProps, 'role'>;

function Widen({ view: { head, townships }, onDone }: ActProps) {
  const [form, setForm] = useState({ townships: [] as readonly string[], reason: '' });
  const command = useCommand(widenPilot);
  const bind = useFields(form, setForm, errorsUnder('widen', command.errors), 'widen');
  const { answer } = useAnswer(readinessList, { params: {} });
  const taken = townships.map(({ township }) => township);
  const titles = Object.fromEntries(
    (answer?.townships ?? [])
      .filter(({ township }) => !taken.includes(township))
      .map(({ township, name }) => [township, name]),
  );
  const act = async () => {
    const body = { ...form, townships: [...form.townships] };
    const { pilotId, version } = head;
    const done = await command.give({ params: { pilotId }, body, version });
    if (done.ok) onDone();
  };
  return (
    <QuietAct
      name="widen"
      title="扩大试点"
      about="把更多乡镇（街道）列入这一批；每个乡镇仍须另有赋权书。"
      command={command}
      onAct={() => void act()}
    >
      <ManyOf label="乡镇（街道）" titles={titles} {...bind('townships')} />
      <TextField label="理由" required lines={3} most={500} {...bind('reason')} />
    </QuietAct>
  );
}

const options = (Object.keys(conclusionTitles) as Conclusion[]).map((value) => ({
  value,
  label: conclusionTitles[value],
}));

function Conclude({ view: { head }, onDone }: ActProps) {
  const [form, setForm] = useState({ conclusion: null as Conclusion | null, reason: '' });
  const command = useCommand(concludePilot);
  const bind = useFields(form, setForm, errorsUnder('conclude', command.errors), 'conclude');
  const act = async () => {
    const body = { ...form, conclusion: form.conclusion as Conclusion };
    const { pilotId, version } = head;
    const done = await command.give({ params: { pilotId }, body, version });
    if (done.ok) onDone();
  };
  return (
    <QuietAct
      name="conclude"
      title="作出试点结论"
      about="停止试点的，须先在赋权书上中止或者撤回，在办案件移交县级；总结推广、继续试点的随时可以作出。"
      command={command}
      onAct={() => void act()}
    >
      <CodeSelect label="结论" required options={options} {...bind('conclusion')} />
      <TextField label="理由" required lines={3} most={500} {...bind('reason')} />
    </QuietAct>
  );
}
