import type { LocalDate } from '../../kernel/local-date.ts';
import { findArticle, type RuleId } from '../../law/index.ts';
import type { DataOf } from '../../paper/index.ts';
import { formatYuan } from '../../kernel/fen.ts';
import type { Assessment, Reason } from '../../rules/assessment.ts';
import type { Procedure } from '../../rules/procedure.ts';
import { latestAssessment } from '../assessment/index.ts';
import { GIVES, SCHEME, SCHEME_SHORT, type Scheme, schemes } from '../../rules/scheme.ts';
import { type CaseState, ruleOf } from '../case/index.ts';
import { nextReviewDue } from '../review/index.ts';

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
  const { scheme } = state.course;
  return {
    head: headOf(state, context),
    applicant: applicantOf(state),
    village: context.villageName,
    scheme: state.course.scheme,
    urgent: state.course.channel !== 'ordinary',
    membersCount: decision.members,
    appliedOn: state.course.openedOn ?? acceptedOn(state),
    decidedOn: decision.on,
    benefit: benefitOf(state),
    ...(GIVES[state.course.scheme] === 'recognition' ? {} : paymentOf(state)),
    reportWhen: [...(GIVES[scheme] === 'once' ? REPORT_ONCE : REPORT)],
    ...(GIVES[scheme] === 'monthly'
      ? { reviewBy: nextReviewDue(scheme, state.household.facts, context.procedure, decision.on) }
      : {}),
    basis: basisOf(scheme, [
      ...(decision.coordination ? (['LS-15'] as const) : []),
      ...(state.course.channel === 'ordinary' ? GRANTED_ON[scheme] : URGENT_ON),
    ]),
    remedies: decision.remedies,
    office: context.window,
  };
}

const REPORT = [
  '家里人口有增减，例如出生、死亡、结婚、离婚、搬走',
  '家里人找到工作、退休，或者收入有变化',
  '家里买了房、车，或者存款、财产有较大变化',
];
const REPORT_ONCE = [
  '申请时说的情况有错漏',
  '同一件事已经得到赔偿、报销或者其他救助',
  '困难没有解决，还需要帮助',
];

/** What a grant of each scheme rests on; the duty to report stands where something goes on. */
const GRANTED_ON: Readonly<Record<Scheme, readonly RuleId[]>> = {
  dibao: ['DB-23', 'DB-21a', 'DB-30'],
  tekun: ['TK-30', 'TK-17', 'SL-46'],
  margin: ['BY-01', 'SL-46'],
  rigid: ['GX-01', 'GX-05', 'SL-46'],
  temporary: ['LS-14', 'LS-06'],
};
const URGENT_ON: readonly RuleId[] = ['LS-08', 'LS-14'];

function benefitOf(state: CaseState): Grant['benefit'] {
  const decision = decisionIn(state);
  const { monthlyAmount: amount, members, tier, startMonth, validUntil, on, plan } = decision;
  const { scheme } = state.course;
  if (validUntil) return { kind: 'recognised', as: SCHEME[scheme], from: on, until: validUntil };
  if (!startMonth) return { kind: 'once', amount, ...(plan && { stages: stagesOf(plan) }) };
  const assessed = latestAssessment(state.assessment)?.result;
  return {
    kind: 'monthly',
    amount,
    personsCovered: Math.max(1, members),
    startMonth,
    ...(tier ? { tier: [...tier].slice(0, 20).join('') } : {}),
    supplements: (assessed?.supplements ?? []).map(({ name, amount: more }) => ({
      label: name,
      amount: more,
    })),
  };
}

type Planned = NonNullable<ReturnType<typeof decisionIn>['plan']>;

function stagesOf(plan: Planned) {
  return plan.map(({ on, amount, condition }) => ({
    ...{ on, amount },
    ...(condition !== '' && { condition }),
  }));
}

function refusalOf(state: CaseState, context: NoticeContext): Refusal {
  const decision = decisionIn(state);
  const result = latestAssessment(state.assessment)?.result;
  const failed = (result?.reasons ?? []).filter((reason) => reason.is === 'not-met');
  return {
    head: headOf(state, context),
    applicant: applicantOf(state),
    scheme: state.course.scheme,
    appliedOn: state.course.openedOn ?? acceptedOn(state),
    acceptedOn: acceptedOn(state),
    decidedOn: decision.on,
    facts: factsOf(result, failed, decision.reasons),
    reasons: [decision.plainReasons],
    basis: basisOf(state.course.scheme, ['DB-23b', 'DB-21b']),
    whatWouldChange: changesOf(result, failed),
    otherHelp: otherHelp(state.course.scheme),
    remedies: decision.remedies,
    office: context.window,
  };
}

function otherHelp(scheme: Scheme): string[] {
  const others = schemes
    .filter((each) => each !== scheme && each !== 'temporary')
    .map((each) => SCHEME_SHORT[each]);
  return [
    ...(scheme === 'temporary' ? [] : ['家里遇到突发急难的，可以随时申请临时救助。']),
    `窗口工作人员会帮您看看是否符合${others.join('、')}等其他救助的条件；您同意的，可以直接转办，不用重新填写。`,
  ];
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
    .filter(({ rule }) => !rule.startsWith('incomeBelow'))
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
    const condition = WOULD_CHANGE.find(([end]) => rule.endsWith(end))?.[1];
    const gap = distance === '' ? '' : `（现在${distance}）`;
    return condition ? [`${condition}${gap}。`] : [];
  });
  return changes.length > 0 ? changes : ['家里收入、财产或者人口有变化。'];
}

/** By how a condition's rule ends: the property tests are the same for 低保, 低保边缘 and 刚性支出. */
const WOULD_CHANGE: readonly (readonly [end: string, change: string])[] = [
  ['FinancialWithin', '存款等金融资产减少到规定的数额以内'],
  ['VehiclesWithin', '名下不再有按规定要计算的车辆、船舶'],
  ['HomesWithin', '住房套数符合规定'],
  ['HomeAreaWithin', '住房面积符合规定'],
  ['NonResidentialWithin', '名下店铺等非居住用房符合规定'],
  ['CapitalWithin', '名下市场主体的注册资本符合规定'],
  ['incomeBelowMargin', '平均每人每月收入低于低保边缘家庭的收入线'],
  ['incomeBelowRigidLine', '平均每人收入低于上年度当地居民人均可支配收入'],
  ['rigidPropertyMet', '家庭财产符合规定'],
  ['rigidRatioMet', '刚性支出占家庭收入的比例超过规定'],
  ['temporaryConditionMet', '遇到规定的突发困难，或者必需的支出超出家庭承受能力'],
  ['notRepeated', '因新的事由申请，或者同一事由有正当理由'],
];

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
  const where = `发放到您家${account.bank}账户（尾号${account.number.tail}）。`;
  const { plan } = decisionIn(state);
  if (plan) return { payment: `分${plan.length}次${where}` };
  const when = GIVES[state.course.scheme] === 'once' ? '一次' : '按月';
  return { payment: `${when}${where}` };
}

function basisOf(scheme: Scheme, rules: readonly RuleId[]): Grant['basis'] {
  const own = [...new Set(rules.map((rule) => ruleOf(scheme, rule)))];
  return own.map((rule) => {
    const { instrument, article, gist } = findArticle(rule);
    return {
      source: `《${instrument}》${article.startsWith('第') ? article : `“${article}”`}`,
      gist,
    };
  });
}
