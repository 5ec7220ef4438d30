import { countyRoles, fundRoles } from '../../../modules/identity/index.ts';
import type { Screen } from '../../screen.ts';

const readers = [...countyRoles, ...fundRoles, 'auditor'] as const satisfies Screen['roles'];

/** 标准起草与公布: what the county is changing, from the draft to the arrears of a standard that reaches back. */
export const policyScreens: readonly Screen[] = [
  {
    path: '/policies',
    title: '标准起草公布',
    menu: '县级统筹',
    roles: readers,
    load: () => import('./policy-list.tsx'),
  },
  {
    path: '/policies/new',
    title: '起草新标准',
    roles: ['aid-officer'],
    load: () => import('./policy-new.tsx'),
  },
  {
    path: '/policies/$policyId/edit',
    title: '修改草案',
    roles: ['aid-officer'],
    load: () => import('./policy-edit.tsx'),
  },
  {
    path: '/policies/$policyId',
    title: '标准草案',
    roles: readers,
    load: () => import('./policy-page.tsx'),
  },
  {
    path: '/price-subsidies',
    title: '价格补贴',
    menu: '县级统筹',
    roles: readers,
    load: () => import('./subsidy-list.tsx'),
  },
  {
    path: '/price-subsidies/new',
    title: '拟定价格补贴',
    roles: ['aid-officer'],
    load: () => import('./subsidy-new.tsx'),
  },
  {
    path: '/price-subsidies/$subsidyId',
    title: '一项价格补贴',
    roles: readers,
    load: () => import('./subsidy-page.tsx'),
  },
];
