import type { CaseState } from '../case/index.ts';
import { benefitIdsOf, memberIdsOf } from './benefit-id.ts';

/** A paper the program prints of a case: its name in the packet and the address it is printed at. */
export type PacketPaper = { readonly title: string; readonly url: string };

/**
 * Every paper that this case can have by now, in the order of DA-08. One that turns out to have nothing to say is
 * left out when it is asked for.
 */
export function packetPapers(caseId: string, state: CaseState): readonly PacketPaper[] {
  const at = (name: string) => `/api/cases/${caseId}/papers/${name}`;
  const { investigation, publicity, deliberation } = state;
  const hangs = (kind: 'before' | 'after', level: 'township' | 'village') =>
    publicity.notices.some((each) => each.kind === kind && each.level === level);
  const boards = (kind: 'before' | 'after', name: string, title: string) =>
    (['township', 'village'] as const)
      .filter((level) => hangs(kind, level))
      .map((level) => ({
        title: `${title}（${level === 'township' ? '乡镇' : '村（社区）'}）`,
        url: `${at(name)}?level=${level}&size=a4`,
      }));
  const meetings = new Set(deliberation.deliberations.map((each) => each.meetingId));
  return [
    { title: '授权委托书', url: at('proxy') },
    { title: '核对授权书和诚信承诺书', url: at('authorisation-and-promise') },
    { title: '近亲属关系声明', url: at('near-relative-declaration') },
    { title: '近亲属单独登记备案表', url: at('near-relative-filing') },
    { title: '一次性告知书', url: at('one-time-notice') },
    { title: '受理通知书', url: at('acceptance-receipt') },
    ...inquiryPapers(at, state),
    { title: '生活自理能力评估表', url: at('self-care-assessment') },
    { title: '家庭收入财产核算表', url: at('calculation-sheet') },
    { title: '临时救助一事一议记录表', url: at('coordination-record') },
    { title: '初审意见', url: at('opinion') },
    ...boards('before', 'notice-poster', '公示'),
    ...publicity.objections.map(({ id }) => ({
      title: '异议办理记录',
      url: `${at('objection-record')}?objectionId=${id}`,
    })),
    ...publicity.appraisals.map(({ id }) => ({
      title: '民主评议记录',
      url: `${at('appraisal-record')}?appraisalId=${id}`,
    })),
    ...investigation.countyVisits.map(({ id }) => ({
      title: '县级核查记录',
      url: `${at('county-visit')}?id=${id}`,
    })),
    { title: '移交清单', url: at('handover-list') },
    ...[...meetings].map((id) => ({
      title: '会议纪要（本户部分）',
      url: `/api/meetings/${id}/papers/minutes?caseId=${caseId}`,
    })),
    { title: '决定通知书', url: at('decision-notice') },
    { title: '送达回证', url: at('service-receipt') },
    { title: '延期审批单', url: at('extension-approval') },
    { title: '先行救助登记表', url: at('relief-register') },
    { title: '临时救助备案表', url: at('temporary-relief-filing') },
    ...boards('after', 'announcement-poster', '公布'),
    ...benefitIdsOf(caseId, memberIdsOf(state)).flatMap((id) => [
      { title: '拟调整告知书', url: `/api/benefits/${id}/papers/hearing-notice` },
      { title: '终止公示', url: `/api/benefits/${id}/papers/termination-poster` },
      { title: '听取意见记录', url: `/api/benefits/${id}/papers/hearing-record` },
      { title: '调整决定书', url: `/api/benefits/${id}/papers/adjustment-notice` },
      { title: '救助供养档案登记卡', url: `/api/benefits/${id}/papers/support-file` },
    ]),
    { title: '终止办理通知书', url: at('closing-notice') },
    { title: '卷内目录', url: at('archive-index') },
  ];
}

/** What was asked elsewhere and seen at the family's home. */
function inquiryPapers(
  at: (name: string) => string,
  { verification, investigation }: CaseState,
): PacketPaper[] {
  return [
    ...verification.requests.map(({ id }) => ({
      title: '信息核对提请单',
      url: at(`verification-request/${id}`),
    })),
    ...verification.reports.map(({ id }) => ({
      title: '信息核对报告',
      url: at(`verification-report/${id}`),
    })),
    ...investigation.visits.map(({ id }) => ({
      title: '入户调查表',
      url: `${at('home-visit-form')}?id=${id}`,
    })),
    ...investigation.interviews.map(({ id }) => ({
      title: '邻里访问记录',
      url: `${at('neighbour-interview')}?id=${id}`,
    })),
    ...investigation.letters.map(({ id }) => ({
      title: '协查函',
      url: `${at('letter-of-inquiry')}?id=${id}`,
    })),
  ];
}
