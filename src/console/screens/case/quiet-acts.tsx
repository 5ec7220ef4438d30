import { access } from '../../../modules/case/access.ts';
import { access as intakeAccess } from '../../../modules/intake/access.ts';
import { access as householdAccess } from '../../../modules/household/access.ts';
import { HandoverActs, hasHandoverAct } from '../delegation/handover-acts.tsx';
import { ArrivalAct } from '../household/arrival-act.tsx';
import { DepartureAct } from '../household/departure-act.tsx';
import { ChallengePanel } from '../review/challenge-panel.tsx';
import { access as reserveAccess } from '../../../modules/reserve/access.ts';
import { ContinueAct } from '../intake/continue-act.tsx';
import { UseReserveAct } from '../reserve/use-reserve-act.tsx';
import { hasSendAct, SendActs } from '../intake/send-acts.tsx';
import { CloseForNonCooperationAct, WithdrawAct } from './closing-acts.tsx';
import { AnswerExtensionActs, RequestExtensionAct } from './extension-acts.tsx';
import { OrderOverdueAct } from './overdue-act.tsx';
import type { StagePanelProps } from './stage-panel.ts';

/** Extension, withdrawal, closing and the county's order: each only for who may do it while it can be done. */
export function QuietActs({ given }: { given: StagePanelProps }) {
  const { course, intake, confirmation } = given.state;
  if (course.closed || confirmation.decision) return <AfterTheEnd given={given} />;
  const may = (name: keyof typeof access) => access[name].roles.some((role) => role === given.role);
  const mayChangeMembers = householdAccess.RecordDeparture.roles.some(
    (role) => role === given.role,
  );
  const isAccepted = intake.accepted !== null;
  const isAsked = course.extensionAsked !== null;
  const isLate = (given.view.totalDue?.left ?? 0) < 0;
  const acts = [
    isAsked && may('ApproveExtension') && <AnswerExtensionActs key="answer" given={given} />,
    isLate && may('OrderOverdue') && <OrderOverdueAct key="order" given={given} />,
    isAccepted && !isAsked && !course.extension && may('RequestExtension') && (
      <RequestExtensionAct key="extend" given={given} />
    ),
    isAccepted && mayChangeMembers && <DepartureAct key="departure" given={given} />,
    isAccepted && mayChangeMembers && <ArrivalAct key="arrival" given={given} />,
    hasSendAct(given) && <SendActs key="send" given={given} />,
    hasHandoverAct(given) && <HandoverActs key="handover" given={given} />,
    may('WithdrawApplication') && <WithdrawAct key="withdraw" given={given} />,
    isAccepted && may('CloseForNonCooperation') && (
      <CloseForNonCooperationAct key="close" given={given} />
    ),
  ].filter(Boolean);
  if (acts.length === 0) return null;
  return (
    <section className="yc-quiet-acts" aria-label="其他办理">
      <h2>其他办理</h2>
      {acts}
    </section>
  );
}

/** What was refused or ended may go on under another scheme. */
function AfterTheEnd({ given }: { given: StagePanelProps }) {
  const { confirmation, household } = given.state;
  const isRefused = confirmation.decision?.outcome === 'refuse' || given.state.course.closed;
  const mayContinue = intakeAccess.ContinueCase.roles.some((role) => role === given.role);
  const continues = isRefused && household.facts !== null && mayContinue;
  const { decision } = confirmation;
  return (
    <>
      {continues && <Continuing given={given} />}
      <ReservePayment given={given} />
      {decision && (
        <ChallengePanel
          of={{
            ...{ caseId: given.caseId, benefitId: null, number: decision.number, role: given.role },
            village: given.state.course.village ?? '',
          }}
        />
      )}
    </>
  );
}

/** 备用金: help the township decided itself may be handed out at once from its reserve (LS-13). */
function ReservePayment({ given }: { given: StagePanelProps }) {
  const { decision } = given.state.confirmation;
  const isHelp = given.state.course.scheme === 'temporary' && decision?.outcome === 'grant';
  const mayPay = reserveAccess.UseReserve.roles.some((role) => role === given.role);
  if (!isHelp || decision.route !== 'township' || !mayPay) return null;
  return (
    <section className="yc-quiet-acts" aria-label="备用金">
      <h2>备用金</h2>
      <UseReserveAct given={given} />
    </section>
  );
}

function Continuing({ given }: { given: StagePanelProps }) {
  return (
    <section className="yc-quiet-acts" aria-label="其他办理">
      <h2>其他办理</h2>
      <ContinueAct given={given} />
    </section>
  );
}
