import { type Fen, fen, formatYuan } from '../../kernel/fen.ts';
import { formatDate } from '../../kernel/local-date.ts';
import { GIVES, SCHEME, SCHEME_SHORT, type Scheme } from '../../rules/scheme.ts';
import { latestAssessment } from '../assessment/index.ts';
import type { CaseState } from '../case/index.ts';
import type { PlannedInstalment } from '../instalment/index.ts';
import type { Presented } from './meeting.ts';

/** What the meeting is told of a case (JT-07): the household, the figures, how the publicity went, the proposal. */
export function presentedOf(state: CaseState, village: string): Presented {
  const { opinion } = state.assessment;
  const people = state.household.declaration?.people ?? [];
  const self = state.household.facts?.members.find((each) => each.relation === 'self')?.id;
  const members = opinion?.members ?? 0;
  const monthlyAmount = opinion?.monthlyAmount ?? fen(0);
  return {
    applicant: people.find((each) => each.memberId === self)?.name ?? '申请人',
    village,
    scheme: state.course.scheme,
    members,
    monthlyAmount,
    facts: factsOf(state, people.length),
    proposal:
      opinion?.outcome === 'grant'
        ? `${proposed(state.course.scheme, members, monthlyAmount)}${stagesOf(opinion.plan)}${opinion.reasons}`
        : `建议不予确认。${opinion?.reasons ?? ''}`,
  };
}

function proposed(scheme: Scheme, members: number, amount: Fen): string {
  if (GIVES[scheme] === 'recognition') return `建议认定为${SCHEME[scheme]}，共${members}人。`;
  const sum = `${GIVES[scheme] === 'once' ? '一次性' : '每月'}${formatYuan(amount)}元`;
  return `建议给予${SCHEME_SHORT[scheme]}，保障${members}人，${sum}。`;
}

/** Paid in stages: how many, and when the last one is due (LS-16). */
function stagesOf(plan: readonly PlannedInstalment[] | null): string {
  if (!plan) return '';
  const each = plan.map(({ on, amount }) => `${formatDate(on)}${formatYuan(amount)}元`);
  return `分${plan.length}次发放：${each.join('、')}。`;
}

function factsOf(state: CaseState, people: number): string {
  const result = latestAssessment(state.assessment)?.result;
  const income = result?.perCapitaMonthly?.shown;
  const { objections } = state.publicity;
  const report = state.verification.reports.at(-1);
  return [
    `家庭人口${people}人`,
    income === undefined ? null : `人均月收入${formatYuan(income)}元`,
    result?.standard ? `低保标准每人每月${formatYuan(result.standard)}元` : null,
    report ? `信息核对报告有效至${report.validUntil}` : null,
    objections.length === 0 ? '公示期满无异议' : `公示期间收到异议${objections.length}件，均已办结`,
    state.disclosure.registered ? '已作近亲属单独登记，县级已入户核查' : null,
  ]
    .filter((each) => each !== null)
    .join(';')
    .concat('。');
}
