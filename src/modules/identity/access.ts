import { type AccessRule, allRoles, may } from './role.ts';

/** Nobody is signed in yet, or whoever is signed in speaks of themself only. */
export const anyone: AccessRule = { roles: [], sentence: '任何人。' };

const everyone: AccessRule = {
  roles: allRoles,
  sentence: '由已登录的人员办理，只涉及本人。',
};

export const access = {
  RegisterPerson: may('system-admin'),
  GrantPost: may('system-admin'),
  ApprovePost: may('security-admin'),
  DeclinePost: may('security-admin'),
  EndPost: may('system-admin', 'security-admin'),
  SetFirstPassword: may('system-admin'),
  ResetSecondFactor: may('security-admin'),
  PersonList: may('system-admin', 'security-admin', 'audit-admin'),
  PermissionList: { ...everyone, sentence: '由已登录的人员查看。' },
  ReadDraft: everyone,
  SaveDraft: everyone,
  DropDraft: everyone,
  ChangePassword: everyone,
};
