import { Link } from '@tanstack/react-router';
import { intakeAdvice } from '../../../modules/intake/contract.ts';
import { Awaiting, Panel } from '../../../ui/page.tsx';
import { Refusal } from '../../../ui/act/refusal.tsx';
import { useAnswer } from '../../../ui/use-answer.ts';
import type { StagePanelProps } from '../case/stage-panel.ts';
import { Acceptance } from './acceptance.tsx';
import { ChecklistForm } from './checklist-form.tsx';
import { intakePath, isWindow } from './intake-path.ts';
import { ProxyForm } from './proxy-form.tsx';

/** 申请受理 on the case page: what is missing, the checklist, acceptance; the family is typed on its own page. */
export default function IntakePanel(given: StagePanelProps) {
  const { caseId, version, state, role, onDone } = given;
  const { answer, awaiting, problem, askAgain } = useAnswer(intakeAdvice, { params: { caseId } });
  if (!isWindow(role)) return null;
  const isDeclared = state.household.declaration !== null;
  return (
    <div className="yc-intake">
      <Panel title="申请受理">
        <p>
          <Link to={intakePath(caseId)}>
            {isDeclared ? '查看或者修改家庭情况' : '登记家庭情况：成员、收入、财产、支出'}
          </Link>
        </p>
        <Refusal problem={problem} onAgain={askAgain} />
        <Awaiting what={awaiting} />
        {isDeclared && answer && (
          <>
            {!state.intake.accepted && (
              <ChecklistForm
                key={version}
                caseId={caseId}
                version={version}
                documents={answer.documents}
                recorded={state.intake.checklist}
                onDone={onDone}
              />
            )}
            <ProxyForm {...given} />
            <Acceptance {...given} advice={answer} />
          </>
        )}
      </Panel>
    </div>
  );
}
