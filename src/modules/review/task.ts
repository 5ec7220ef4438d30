import type { LocalDate } from '../../kernel/local-date.ts';
import type { Procedure } from '../../rules/procedure.ts';
import type { Role } from '../identity/index.ts';
import { type Adjustment, adjustmentKinds, openAdjustment } from './adjustment.ts';
import type { BenefitState } from './benefit-state.ts';
import { openReview, unsettledChanges, whyNotInForce } from './decide.ts';
import { whyNotPublished } from './decide-termination.ts';
import { finalStanding } from './entitlement.ts';
import { mustBeHeard } from './hearing.ts';
import { isCurrent } from './propose-adjustment.ts';
import type { TaskKind } from './task-kind.ts';

/** What somebody has to do for a household, and until when. No day passing does any of it. */
export type Task = {
  readonly kind: TaskKind;
  /** '' where the law sets no day. */
  readonly dueOn: LocalDate | '';
  readonly roles: readonly Role[];
  readonly what: string;
};

/** What the law of the day asks before a decision. */
export type Demands = { readonly procedure: Procedure; readonly today: LocalDate };

const CHECKERS = ['case-officer', 'investigator'] as const;
const OFFICER = ['case-officer'] as const;

/** Everything that waits for somebody; it follows from the state and the county's procedure. */
export function tasksOf(state: BenefitState, demands: Demands): readonly Task[] {
  if (state.confirmation === 'awaited') {
    // What came with a ledger is compared in the list of that ledger, page by page.
    if (state.enrolment?.origin.kind === 'document' && state.enrolment.origin.ledger) return [];
    const what = '对照原文件复核登记';
    return [{ kind: 'compare', dueOn: '', roles: ['aid-officer', 'county-leader'], what }];
  }
  const after = [...servingTasks(state), ...followUpTasks(state), ...toleranceTasks(state)];
  if (whyNotInForce(state)) return after;
  const open = openAdjustment(state.adjustments);
  return [
    ...after,
    ...(open ? adjustmentTasks(open, state, demands) : changeTasks(state)),
    ...deathTasks(state),
    ...careTasks(state),
    ...(finalStanding(state.entries) === 'stopped' ? [] : reviewTasks(state)),
  ];
}

function servingTasks({ adjustments }: BenefitState): Task[] {
  const last = adjustments.at(-1);
  if (!last?.decision || last.served) return [];
  const what = `送达${adjustmentKinds[last.kind]}决定`;
  return [{ kind: 'serve', dueOn: '', roles: ['window-clerk', 'case-officer'], what }];
}

function followUpTasks({ followUp }: BenefitState): Task[] {
  if (!followUp || followUp.outcome) return [];
  const what = '评估是否符合其他救助，协助申请';
  return [{ kind: 'follow-up', dueOn: '', roles: OFFICER, what }];
}

/** Once an error is corrected somebody says whether whoever made it is exempt (DB-39). */
function toleranceTasks({ errors }: BenefitState): Task[] {
  return errors
    .filter((each) => each.corrected && !each.tolerance)
    .map(({ what }) => ({
      ...{ kind: 'tolerance' as const, dueOn: '' as const, roles: ['county-leader'] as const },
      what: `作容错认定：${what}`.slice(0, 200),
    }));
}

function deathTasks({ deaths, enrolment }: BenefitState): Task[] {
  return deaths
    .filter((each) => !each.settledOn)
    .map(({ memberId, dueOn }) => {
      const name = enrolment?.people.find((each) => each.memberId === memberId)?.name ?? '';
      return { kind: 'death', dueOn, roles: CHECKERS, what: `${name}已去世，核查并办理增减停` };
    });
}

function careTasks({ careChanges }: BenefitState): Task[] {
  return careChanges
    .filter((each) => !each.assessed)
    .map(({ dueOn }) => ({
      kind: 'care',
      dueOn,
      roles: ['aid-officer', 'inspector'],
      what: '重新评估自理能力',
    }));
}

/** What was reported is calculated; what the calculation asks for is proposed. */
function changeTasks(state: BenefitState): Task[] {
  const { reassessment, adjustments } = state;
  const isPending = reassessment && !reassessment.unchanged && isCurrent(state);
  const isDone = adjustments.some(
    ({ ground, decision, withdrawn }) =>
      (ground === 'reassessed' || ground === 'error') &&
      ((decision?.on ?? '') >= (reassessment?.on ?? '~') ||
        (withdrawn?.on ?? '') >= (reassessment?.on ?? '~')),
  );
  if (isPending && !isDone) {
    const what = '按核算结果提出调整意见';
    return [{ kind: 'propose', dueOn: '', roles: OFFICER, what }];
  }
  const converted = state.conversions.at(-1);
  if (converted) {
    const what = `有成员已转为其他救助（${converted.number}），办理停发或者重新核算`;
    if ((reassessment?.on ?? '') <= converted.on && !isDoneSince(state, converted.on)) {
      return [{ kind: 'propose', dueOn: '', roles: OFFICER, what }];
    }
  }
  const open = unsettledChanges(state);
  if (open.length === 0) return [];
  const what = `按变化重新核算：${open.join('；')}`.slice(0, 200);
  return [{ kind: 'reassess', dueOn: '', roles: OFFICER, what }];
}

function isDoneSince({ adjustments }: BenefitState, on: LocalDate): boolean {
  return adjustments.some(({ decision }) => (decision?.on ?? '') >= on);
}

function adjustmentTasks(open: Adjustment, state: BenefitState, demands: Demands): Task[] {
  const words = adjustmentKinds[open.kind];
  const objection = open.objections.find(({ answer }) => !answer);
  if (objection) {
    const { dueOn } = objection;
    return [{ kind: 'objection', dueOn, roles: OFFICER, what: '核实对终止的异议' }];
  }
  const waiting = [...hearingTasks(open, state, demands), ...postingTasks(open, state, demands)];
  if (waiting.length > 0) return waiting;
  const what = `对${words}作出决定`;
  return [{ kind: 'decide', dueOn: '', roles: ['chair', 'county-leader'], what }];
}

function hearingTasks(open: Adjustment, state: BenefitState, { procedure }: Demands): Task[] {
  if (open.answer || !mustBeHeard(open, state, procedure)) return [];
  const roles = ['window-clerk', 'case-officer'] as const;
  if (!open.notice) {
    const what = `书面告知拟${adjustmentKinds[open.kind]}的理由和陈述、听证的权利`;
    return [{ kind: 'notice', dueOn: '', roles, what }];
  }
  const { respondBy: dueOn } = open.notice;
  if (!open.hearingAskedOn) return [{ kind: 'answer', dueOn, roles, what: '听取意见' }];
  // Whoever checked, calculated or proposed presides over no hearing: the secretary may.
  return [{ kind: 'answer', dueOn, roles: [...roles, 'secretary'], what: '举行听证' }];
}

function postingTasks(open: Adjustment, state: BenefitState, demands: Demands): Task[] {
  if (!whyNotPublished(open, state, demands)) return [];
  const hanging = open.postings.find(({ takenDown }) => !takenDown);
  const roles = ['poster', 'case-officer'] as const;
  return hanging
    ? [{ kind: 'posting', dueOn: hanging.endsOn, roles, what: '拟终止公示期满后撤下' }]
    : [{ kind: 'posting', dueOn: '', roles, what: '张贴拟终止公示' }];
}

function reviewTasks(state: BenefitState): Task[] {
  const review = openReview(state);
  const dueOn = review?.due ?? state.reviewDue ?? '';
  if (!review) return [{ kind: 'review', dueOn, roles: CHECKERS, what: '开始定期核查' }];
  const isChecked = review.checks.length > 0;
  return [
    isChecked
      ? { kind: 'conclude', dueOn, roles: OFFICER, what: '作出核查结论' }
      : { kind: 'review', dueOn, roles: CHECKERS, what: '登记核查情况' },
  ];
}
