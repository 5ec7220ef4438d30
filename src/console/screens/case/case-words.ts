import type { CaseSummary } from '../../../modules/case/contract.ts';
import { channelTitles } from '../../../modules/intake/contract.ts';
import { SCHEME_SHORT } from '../../../rules/scheme.ts';

/** Words for what a case is, the same on every screen. */
/** 临时救助（急难型先行救助）: what is applied for, and the way it goes where that is not the ordinary one. */
export function schemeWords({ scheme, channel }: Pick<CaseSummary, 'scheme' | 'channel'>) {
  const title = SCHEME_SHORT[scheme];
  return channel === 'ordinary' ? title : `${title}（${channelTitles[channel]}）`;
}

export const routeTitles: Readonly<Record<CaseSummary['route'], string>> = {
  township: '乡镇确认',
  county: '县级确认',
};

export const statusTitles: Readonly<Record<CaseSummary['status'], string>> = {
  open: '办理中',
  granted: '已确认',
  refused: '不予确认',
  closed: '已终止',
};

/** Head of the family and how many live with them: 王秀兰 等 3 人. */
export function familyWords({ applicant, members }: Pick<CaseSummary, 'applicant' | 'members'>) {
  if (applicant === '') return '尚未登记姓名';
  return members > 1 ? `${applicant} 等 ${members} 人` : applicant;
}

/** Addresses of the case screens. The router's own types do not know screens that come from a list. */
export const caseListPath: string = '/cases';
export const casePath = (caseId: string): string => `/cases/${caseId}`;
