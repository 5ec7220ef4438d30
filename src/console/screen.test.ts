import { describe, expect, it } from 'vitest';
import { menuOf, type Screen } from './screen.ts';
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

  it('页面清单里地址不重复', () => {
    expect(new Set(screens.map(({ path }) => path)).size).toBe(screens.length);
  });
});
