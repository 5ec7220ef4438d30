import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { continueCase } from '../../../modules/intake/contract.ts';
import { SCHEME, type Scheme, schemes } from '../../../rules/scheme.ts';
import { CodeSelect } from '../../../ui/field/code-select.tsx';
import { newKey } from '../../../ui/intent.ts';
import { useCommand } from '../../../ui/use-command.ts';
import { useFields } from '../../../ui/use-fields.ts';
import { errorsUnder, QuietAct } from '../case/quiet-act.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { intakePath } from './intake-path.ts';

/** 按其他救助继续办理: what the family told goes along; it signs anew (OT-08, HD-03). */
export function ContinueAct({ given }: { given: StagePanelProps }) {
  const [form, setForm] = useState<{ scheme: Scheme | null }>({ scheme: null });
  const [caseId] = useState(newKey);
  const command = useCommand(continueCase);
  const navigate = useNavigate();
  const bind = useFields(form, setForm, errorsUnder('continue', command.errors), 'continue');
  const isRefused = given.state.confirmation.decision?.outcome === 'refuse';
  const options = schemes
    // After a refusal that fell in a review the same assistance is decided anew.
    .filter((each) => isRefused || each !== given.state.course.scheme)
    .map((value) => ({ value, label: SCHEME[value] }));
  const act = async () => {
    const body = {
      from: given.caseId,
      village: given.state.course.village ?? '',
      scheme: form.scheme ?? ('' as Scheme),
    };
    const done = await command.give({ params: { caseId }, body });
    if (done.ok) await navigate({ to: intakePath(caseId) });
  };
  return (
    <QuietAct
      name="continue"
      title="按其他救助继续办理"
      about="家庭情况照原来登记的带过去，不用重新填写；授权承诺和近亲属声明重新签署。"
      command={command}
      onAct={() => void act()}
    >
      <CodeSelect label="申请的救助" required options={options} {...bind('scheme')} />
    </QuietAct>
  );
}
