import { useState } from 'react';
import {
  correctInstrument,
  resumeInstrument,
  suspendInstrument,
  withdrawInstrument,
} from '../../../modules/delegation/contract.ts';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { InstrumentFields } from './instrument-fields.tsx';
import { contentOf, formOf } from './instrument-form.ts';
import type { InstrumentViewed } from './instrument-words.ts';

type ActsProps = {
  readonly view: InstrumentViewed;
  readonly role: string;
  readonly onDone: () => void;
};

/** What may still be done with the instrument: the clerk corrects a draft, the leader suspends and withdraws. */
export function InstrumentActs({ view, role, onDone }: ActsProps) {
  const { standing } = view.summary;
  const isLeader = role === 'county-leader';
  const isOver = standing === 'withdrawn';
  const isLive = standing === 'in-force' || standing === 'expired' || standing === 'not-yet';
  return (
    <div className="yc-quiet-acts">
      {role === 'aid-officer' && standing === 'draft' && <Correct view={view} onDone={onDone} />}
      {isLeader && isLive && (
        <Reasoned name="suspend" contract={suspendInstrument} view={view} onDone={onDone} />
      )}
      {isLeader && standing === 'suspended' && (
        <Reasoned name="resume" contract={resumeInstrument} view={view} onDone={onDone} />
      )}
      {isLeader && !isOver && (
        <Reasoned name="withdraw" contract={withdrawInstrument} view={view} onDone={onDone} />
      )}
    </div>
  );
}

const abouts = {
  suspend: '中止后该乡镇不能再确认，在办案件到确认时由县级办理；可以恢复。',
  resume: '恢复后该乡镇重新可以确认。',
  withdraw: '撤回后不能恢复；再次赋权须按新文件登记。',
} as const;

type ReasonedProps = Omit<ActsProps, 'role'> & {
  readonly name: keyof typeof abouts;
  readonly contract: typeof suspendInstrument | typeof resumeInstrument | typeof withdrawInstrument;
};

function Reasoned({ name, contract, view, onDone }: ReasonedProps) {
  const [form, setForm] = useState({ reason: '', override: '' });
  const command = useCommand(contract as typeof suspendInstrument);
  const bind = useFields(form, setForm, errorsUnder(name, command.errors), name);
  const { instrumentId, version } = view.summary;
  const act = async () => {
    const { reason } = form;
    const override = form.override.trim() || null;
    const body = name === 'resume' ? { reason, override } : { reason };
    const done = await command.give({ params: { instrumentId }, body: body as never, version });
    if (done.ok) onDone();
  };
  const about = name === 'resume' ? abouts.resume : `${abouts[name]}${view.effect}。`;
  return (
    <QuietAct
      name={name}
      title={contract.title}
      about={about}
      command={command}
      onAct={() => void act()}
    >
      <TextField label="理由" required lines={3} most={500} {...bind('reason')} />
      {name === 'resume' && view.readiness?.passes === false && (
        <TextField
          label="承接能力未达合格线仍要恢复的理由"
          lines={3}
          most={500}
          {...bind('override')}
        />
      )}
    </QuietAct>
  );
}

function Correct({ view, onDone }: Omit<ActsProps, 'role'>) {
  const [form, setForm] = useState(() => formOf(view.content));
  const command = useCommand(correctInstrument);
  const { instrumentId, version, township, townshipName } = view.summary;
  const act = async () => {
    const body = contentOf(form);
    const done = await command.give({ params: { instrumentId }, body, version });
    if (done.ok) onDone();
  };
  const place = { code: view.content.township, name: townshipName };
  return (
    <QuietAct
      title="更正登记内容"
      about="复核之前可以更正；更正人也不能复核。"
      command={command}
      onAct={() => void act()}
    >
      <InstrumentFields
        key={township}
        form={form}
        setForm={setForm}
        errors={command.errors}
        places={[place]}
        isCorrection
      />
    </QuietAct>
  );
}
