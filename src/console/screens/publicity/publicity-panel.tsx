import type { StagePanelProps } from '../case/stage-panel.ts';
import { AppraisalAct } from './appraisal-act.tsx';
import { Boards } from './boards.tsx';
import { Objections, ReceiveAct } from './objections.tsx';

/** 公示: two boards, the objections, and what answers them. */
export default function PublicityPanel(given: StagePanelProps) {
  const { objections } = given.state.publicity;
  const isDisputed = objections.some((each) => each.handled === null);
  return (
    <>
      {objections.length > 0 && <Objections given={given} />}
      {isDisputed && given.role === 'case-officer' && <AppraisalAct given={given} />}
      <Boards given={given} kind="before" />
      <ReceiveAct given={given} />
    </>
  );
}
