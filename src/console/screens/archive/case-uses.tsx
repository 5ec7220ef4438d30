import { useState } from 'react';
import { formatInstant, instant } from '../../../kernel/clock.ts';
import { caseFileUses, returnFile } from '../../../modules/archive/contract.ts';
import { useWays } from '../../../modules/archive/file-use.ts';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import { standingOfUse, type UseLine } from './archive-words.ts';

/** Who used this file, newest first; a loan is ended here. */
export function CaseUses({ caseId, role }: { caseId: string; role: string }) {
  const { answer, askAgain } = useAnswer(caseFileUses, { params: { caseId } });
  if (!answer) return null;
  const out = answer.uses.find(({ way, returnedOn }) => way === 'loan' && returnedOn === '');
  return (
    <Panel title="本卷利用登记">
      {out && role === 'case-officer' && <ReturnFile loan={out} onDone={askAgain} />}
      {answer.uses.length === 0 && <p className="ym-empty">还没有人查阅、借阅。</p>}
      <ul className="ya-uses">
        {answer.uses.map((use) => (
          <li key={use.useId}>
            <span>
              {useWays[use.way]}：{use.reason}
            </span>
            <span className="ym-quiet">
              {formatInstant(instant(use.at))} {use.by}
              {use.recipient && `，交给${use.recipient}`}
              {use.way === 'consult' ? '' : `，${standingOfUse(use)}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ReturnFile({ loan, onDone }: { loan: UseLine; onDone: () => void }) {
  const [form, setForm] = useState({ condition: '' });
  const command = useCommand(returnFile);
  const bind = useFields(form, setForm, errorsUnder('return', command.errors), 'return');
  const act = async () => {
    const done = await command.give({ params: { useId: loan.useId }, body: form });
    if (done.ok) onDone();
  };
  return (
    <QuietAct
      name="return"
      title={`归还案卷（${loan.recipient}）`}
      about="清点册数、页数后登记。"
      command={command}
      onAct={() => void act()}
      isUrgent
    >
      <TextField label="归还时是否完好" required most={200} {...bind('condition')} />
    </QuietAct>
  );
}
