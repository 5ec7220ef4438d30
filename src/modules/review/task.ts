import type { LocalDate } from '../../kernel/local-date.ts';
import type { Role } from '../identity/index.ts';
import type { BenefitState } from './benefit.ts';
import { openReview, whyNotInForce } from './decide.ts';
import type { taskKinds } from './task-kind.ts';

/** What somebody has to do for a household, and until when. No day passing does any of it. */
export type Task = {
  readonly kind: keyof typeof taskKinds;
  /** '' where the law sets no day. */
  readonly dueOn: LocalDate | '';
  readonly roles: readonly Role[];
  readonly what: string;
};

const CHECKERS = ['case-officer', 'investigator'] as const;

/** Everything that waits for somebody, the most pressing kind first; it follows from the state alone. */
export function tasksOf(state: BenefitState): readonly Task[] {
  if (state.confirmation === 'awaited') {
    const what = '对照原文件复核登记';
    return [{ kind: 'compare', dueOn: '', roles: ['aid-officer', 'county-leader'], what }];
  }
  if (whyNotInForce(state)) return [];
  return [...deathTasks(state), ...reviewTasks(state)];
}

function deathTasks({ deaths, enrolment }: BenefitState): Task[] {
  return deaths.map(({ memberId, dueOn }) => {
    const name = enrolment?.people.find((each) => each.memberId === memberId)?.name ?? '';
    return { kind: 'death', dueOn, roles: CHECKERS, what: `${name}已去世，核查并办理增减停` };
  });
}

function reviewTasks(state: BenefitState): Task[] {
  const review = openReview(state);
  const dueOn = review?.due ?? state.reviewDue ?? '';
  if (!review) return [{ kind: 'review', dueOn, roles: CHECKERS, what: '开始定期核查' }];
  const isChecked = review.checks.length > 0;
  return [
    isChecked
      ? { kind: 'conclude', dueOn, roles: ['case-officer'], what: '作出核查结论' }
      : { kind: 'review', dueOn, roles: CHECKERS, what: '登记核查情况' },
  ];
}
