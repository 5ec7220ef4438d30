import type { CaseSummary } from '../../../modules/case/contract.ts';

/** Words for what a case is, the same on every screen. */
export const schemeTitles: Readonly<Record<string, string>> = { dibao: '低保' };

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
