import { describe, expect, it } from 'vitest';
import { access as archive } from '../modules/archive/access.ts';
import { access as cases } from '../modules/case/access.ts';
import { access as discovery } from '../modules/discovery/access.ts';
import { access as funds } from '../modules/funds/access.ts';
import { access as identity } from '../modules/identity/access.ts';
import { allRoles } from '../modules/identity/index.ts';
import { access as overview } from '../modules/overview/access.ts';
import { access as procurement } from '../modules/procurement/access.ts';
import { menuOf, type Screen, startOf } from './screen.ts';
import { screens } from './screens.ts';

const load = async () => ({ default: () => null });
const list: readonly Screen[] = [
  { path: '/today', title: '今日', menu: '每天', roles: 'everyone', load },
  { path: '/funds', title: '资金', menu: '资金', roles: ['fund-officer'], load },
  { path: '/cases/$caseId', title: '办件', roles: 'everyone', load },
];

describe('左侧菜单', () => {
  it('只列出本岗位的页面，空的分组不出现', () => {
    expect(menuOf(list, 'clerk').map(({ group }) => group)).toEqual(['每天']);
    expect(menuOf(list, 'fund-officer').map(({ group }) => group)).toEqual(['每天', '资金']);
  });

  it('没有写分组的页面不进菜单', () => {
    expect(
      menuOf(list, 'clerk').flatMap(({ screens }) => screens.map(({ title }) => title)),
    ).toEqual(['今日']);
  });

  it('每个岗位登录后到第一个可以用的页面，服务端也允许', () => {
    const asked: Readonly<Record<string, { readonly roles: readonly string[] }>> = {
      '/today': cases.Today,
      '/county': overview.CountyHome,
      '/discoveries': discovery.DiscoveryList,
      '/funds': funds.FundBoard,
      '/persons': identity.PersonList,
      '/archive': archive.FileUseList,
      '/own-tasks': procurement.OwnTaskList,
      '/city': overview.CityView,
    };
    const starts = allRoles.map((role) => [role, startOf(screens, role)?.path ?? ''] as const);
    expect(starts.filter(([role, path]) => !asked[path]?.roles.includes(role))).toEqual([]);
    expect(Object.fromEntries(starts)).toMatchObject({
      ...{ 'fund-planner': '/funds', 'fund-reviewer': '/funds', finance: '/funds' },
      ...{ 'system-admin': '/persons', 'security-admin': '/persons' },
      ...{ 'audit-admin': '/archive', auditor: '/county' },
    });
  });

  it('页面清单里地址不重复', () => {
    expect(new Set(screens.map(({ path }) => path)).size).toBe(screens.length);
  });
});
