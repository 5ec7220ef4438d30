import { CaseResults } from './case-results.tsx';
import { PrintLinks } from './print-links.tsx';
import { CopyToTrial } from './copy-to-trial.tsx';
import { latestOf } from './result-sheet.tsx';
import type { StagePanelProps } from '../case/stage-panel.ts';

/** 核算: the newest result, to read. */
export default function AssessmentTab({
  caseId,
  state,
  role,
}: Pick<StagePanelProps, 'caseId' | 'state' | 'role'>) {
  const latest = latestOf(state);
  if (!latest) {
    return <p className="ym-empty">尚未核算。信息核对和入户调查完成后，由民政经办核算。</p>;
  }
  const isOld = latest.revision !== state.household.revision;
  return (
    <div>
      {isOld && (
        <p className="yc-not-mine">家庭情况在核算之后有变化，以下结果已过时，需重新核算。</p>
      )}
      <CaseResults caseId={caseId} state={state} />
      {role !== 'auditor' && <CopyToTrial state={state} />}
      <PrintLinks caseId={caseId} hasOpinion={state.assessment.opinion !== null} />
    </div>
  );
}
