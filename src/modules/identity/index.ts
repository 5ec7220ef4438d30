export type { AccessRule, Role } from './role.ts';
export { allRoles, caseReaders, countyRoles, may, roleTitles, townshipRoles } from './role.ts';
