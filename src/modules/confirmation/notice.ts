import { addMonths, type LocalDate } from '../../kernel/local-date.ts';
import { findArticle, type RuleId } from '../../law/index.ts';
import type { DataOf } from '../../paper/index.ts';
import { formatYuan } from '../../kernel/fen.ts';
import type { Assessment, Reason } from '../../rules/assessment.ts';
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
    appliedOn: state.course.openedOn ?? acceptedOn(state),
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
  return {
    head: headOf(state, context),
    applicant: applicantOf(state),
    scheme: 'dibao',
    appliedOn: state.course.openedOn ?? acceptedOn(state),
    acceptedOn: acceptedOn(state),
    decidedOn: decision.on,
    facts: factsOf(result, failed, decision.reasons),
    reasons: [decision.plainReasons],
    basis: basisOf(['DB-23b', 'DB-21b']),
    whatWouldChange: changesOf(result, failed),
    otherHelp: [
      '家里遇到突发急难的，可以随时申请临时救助。',
      '窗口工作人员会帮您看看是否符合低保边缘、刚性支出困难家庭等其他救助的条件。',
    ],
    remedies: decision.remedies,
    office: context.window,
  };
}

type Result = Pick<Assessment, 'householdSize' | 'perCapitaMonthly' | 'standard'> | undefined;

/** The figures the decision rests on, in sentences a family reads. */
function factsOf(result: Result, failed: readonly Reason[], reasons: string): string[] {
  const { householdSize, perCapitaMonthly, standard } = result ?? {};
  const income =
    householdSize && perCapitaMonthly && standard
      ? [
          `您家共同生活的家庭成员${householdSize}人，平均每人每月收入${formatYuan(perCapitaMonthly.shown)}元；当地低保标准为每人每月${formatYuan(standard)}元。`,
        ]
      : [];
  const property = failed
    .filter(({ rule }) => rule !== 'incomeBelowStandard')
    .map(({ text }) => text.slice(text.indexOf('。') + 1).replace('规定的线', '规定的限额'));
  const facts = [...income, ...property];
  return facts.length > 0 ? facts : [reasons];
}

/** What would have to be different, one line for each condition that failed. */
function changesOf(result: Result, failed: readonly Reason[]): string[] {
  const standard = result?.standard;
  const changes = failed.flatMap(({ rule, distance }) => {
    if (rule === 'incomeBelowStandard') {
      return standard ? [`平均每人每月收入低于${formatYuan(standard)}元（等于不算低于）。`] : [];
    }
    const condition = CONDITIONS[rule];
    const gap = distance === '' ? '' : `（现在${distance}）`;
    return condition ? [`${condition}${gap}。`] : [];
  });
  return changes.length > 0 ? changes : ['家里收入、财产或者人口有变化。'];
}

const CONDITIONS: Readonly<Record<string, string>> = {
  financialWithinLimit: '存款等金融资产减少到规定的数额以内',
  vehiclesWithinLimit: '名下不再有按规定要计算的车辆、船舶',
  homesWithinLimit: '住房套数符合规定',
  nonResidentialWithinLimit: '名下店铺等非居住用房符合规定',
  registeredCapitalWithinLimit: '名下市场主体的注册资本符合规定',
};

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
