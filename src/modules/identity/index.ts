export type { AccessRule, Role } from './role.ts';
export { caseReaders, countyRoles, may, roleTitles, townshipRoles } from './role.ts';
