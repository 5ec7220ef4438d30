import { addMonths, type LocalDate } from '../../kernel/local-date.ts';
import { findArticle, type RuleId } from '../../law/index.ts';
import type { DataOf } from '../../paper/index.ts';
import type { Procedure } from '../../rules/procedure.ts';
import { latestAssessment } from '../assessment/index.ts';
import type { CaseState } from '../case/index.ts';

/** Where the family can ask: the township's window. */
export type Window = { readonly place: string; readonly phone: string; readonly hotline: string };

export type NoticeContext = {
  readonly procedure: Procedure;
  readonly villageName: string;
  readonly townshipOrgan: string;
  readonly window: Window;
  readonly demo: boolean;
};

type Grant = DataOf<'grant-notice'>;
type Refusal = DataOf<'refusal-notice'>;

/** The letter of a decision: a grant with amount and duties, or a refusal with reasons, law and remedies. */
export function noticeOf(
  state: CaseState,
  context: NoticeContext,
): { paper: 'grant-notice'; data: Grant } | { paper: 'refusal-notice'; data: Refusal } {
  const { decision } = state.confirmation;
  if (!decision) throw new Error('a notice needs a decision');
  return decision.outcome === 'grant'
    ? { paper: 'grant-notice', data: grantOf(state, context) }
    : { paper: 'refusal-notice', data: refusalOf(state, context) };
}

function grantOf(state: CaseState, context: NoticeContext): Grant {
  const decision = decisionIn(state);
  const { startMonth, monthlyAmount, members, tier } = decision;
  const assessed = latestAssessment(state.assessment)?.result;
  return {
    head: headOf(state, context),
    applicant: applicantOf(state),
    village: context.villageName,
    scheme: 'dibao',
    membersCount: members,
    appliedOn: acceptedOn(state),
    decidedOn: decision.on,
    benefit: {
      kind: 'monthly',
      amount: monthlyAmount,
      personsCovered: members,
      startMonth: startMonth ?? ('' as never),
      ...(tier ? { tier } : {}),
      supplements: (assessed?.supplements ?? []).map(({ name, amount }) => ({
        label: name,
        amount,
      })),
    },
    ...paymentOf(state),
    reportWhen: [
      '家里人口有增减，例如出生、死亡、结婚、离婚、搬走',
      '家里人找到工作、退休，或者收入有变化',
      '家里买了房、车，或者存款、财产有较大变化',
    ],
    reviewBy: reviewBy(state, context.procedure, decision.on),
    basis: basisOf(['DB-23', 'DB-21a', 'DB-30']),
    remedies: decision.remedies,
    office: context.window,
  };
}

function refusalOf(state: CaseState, context: NoticeContext): Refusal {
  const decision = decisionIn(state);
  const result = latestAssessment(state.assessment)?.result;
  const failed = (result?.reasons ?? []).filter((reason) => reason.is === 'not-met');
  const changes = failed.map((reason) => reason.distance).filter((text) => text !== '');
  return {
    head: headOf(state, context),
    applicant: applicantOf(state),
    scheme: 'dibao',
    appliedOn: state.course.openedOn ?? acceptedOn(state),
    acceptedOn: acceptedOn(state),
    decidedOn: decision.on,
    facts: failed.length > 0 ? failed.map((reason) => reason.text) : [decision.reasons],
    reasons: [decision.plainReasons],
    basis: basisOf(['DB-23b', 'DB-21b']),
    whatWouldChange:
      changes.length > 0 ? changes : ['家里收入、财产或者人口有变化时，可以重新申请。'],
    otherHelp: [
      '家里遇到突发急难的，可以随时申请临时救助。',
      '窗口工作人员会帮您看看是否符合低保边缘、刚性支出困难家庭等其他救助的条件。',
    ],
    remedies: decision.remedies,
    office: context.window,
  };
}

function headOf(state: CaseState, context: NoticeContext): Grant['head'] {
  const { number, organ, mode, on } = decisionIn(state);
  const entrusted = mode === 'entrusted' ? { handledBy: context.townshipOrgan } : {};
  return { number, organ, ...entrusted, date: on, demo: context.demo };
}

function decisionIn(state: CaseState) {
  const { decision } = state.confirmation;
  if (!decision) throw new Error('a notice needs a decision');
  return decision;
}

function acceptedOn(state: CaseState): LocalDate {
  return state.intake.accepted?.on ?? decisionIn(state).on;
}

function applicantOf(state: CaseState): string {
  const self = state.household.facts?.members.find((each) => each.relation === 'self')?.id;
  const people = state.household.declaration?.people ?? [];
  return people.find((each) => each.memberId === self)?.name ?? '申请人';
}

function paymentOf(state: CaseState): { payment?: string } {
  const account = state.household.declaration?.account;
  if (!account) return {};
  return { payment: `按月发放到您家${account.bank}账户（尾号${account.number.tail}）。` };
}

/** 12 or 6 months: the shorter one where somebody can work or income is not steady (DB-31a, doubt D-08). */
function reviewBy(state: CaseState, procedure: Procedure, on: LocalDate): LocalDate {
  const working = state.household.facts?.members.some((each) => each.labourCapacity === 'full');
  const months = working
    ? procedure.reviewMonthsUnstable.value
    : procedure.reviewMonthsStable.value;
  return addMonths(on, months);
}

function basisOf(rules: readonly RuleId[]): Grant['basis'] {
  return rules.map((rule) => {
    const { instrument, number, gist } = findArticle(rule);
    return { source: `${instrument}${number}`, gist };
  });
}
