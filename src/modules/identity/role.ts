/** The posts of security.md §3.1 and what officials call them. A person may hold several; one is in use at a time. */
export const roleTitles = {
  'window-clerk': '窗口受理员',
  'case-officer': '民政经办',
  investigator: '入户调查员',
  secretary: '会议秘书',
  voter: '集体研究成员',
  chair: '乡镇负责人（会议主持）',
  poster: '公示张贴员',
  'aid-officer': '县救助股经办',
  verifier: '县核对中心',
  inspector: '县监督检查',
  'county-leader': '县民政局分管领导',
  'fund-planner': '县资金经办',
  'fund-reviewer': '县资金复核',
  finance: '县财政拨付',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
  auditor: '纪检审计（只读）',
  'supplier-worker': '第三方服务人员（县买乡用）',
  'city-viewer': '市级民政（只看汇总）',
} as const;

export type Role = keyof typeof roleTitles;

export const allRoles = Object.keys(roleTitles) as readonly Role[];

export const townshipRoles = [
  'window-clerk',
  'case-officer',
  'investigator',
  'secretary',
  'voter',
  'chair',
  'poster',
] as const satisfies readonly Role[];

export const countyRoles = [
  'aid-officer',
  'verifier',
  'inspector',
  'county-leader',
] as const satisfies readonly Role[];

/** Those who make, review and release payments: they see rolls and accounts, never a case (security.md §3.3). */
export const fundRoles = [
  'fund-planner',
  'fund-reviewer',
  'finance',
] as const satisfies readonly Role[];

/** Those who may open a case and read it (never a purchased third party, never an administrator). */
export const caseReaders = [
  ...townshipRoles,
  ...countyRoles,
  'auditor',
] as const satisfies readonly Role[];

/** Who may do something, with the rule as a sentence for the permissions page and for the refusal. */
export type AccessRule = { readonly roles: readonly Role[]; readonly sentence: string };

/** Declares who may give a command or see a list, always within the area of their post. */
export function may(...roles: readonly Role[]): AccessRule {
  const titles = roles.map((role) => roleTitles[role]).join('、');
  return { roles, sentence: `由本辖区的${titles}办理。` };
}
