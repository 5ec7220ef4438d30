export type { AccessRule, Role } from './role.ts';
export {
  allRoles,
  caseReaders,
  countyRoles,
  fundRoles,
  may,
  roleTitles,
  townshipRoles,
} from './role.ts';
