import { fundRoles } from '../../../modules/identity/index.ts';
import type { Screen } from '../../screen.ts';

const readers = [
  ...fundRoles,
  'aid-officer',
  'inspector',
  'county-leader',
  'auditor',
] as const satisfies Screen['roles'];

/** 资金: the rolls of the county, one of them from building to the books closed, and accounts put right. */
export const fundScreens: readonly Screen[] = [
  {
    path: '/funds',
    title: '资金发放',
    menu: '资金',
    roles: readers,
    load: () => import('./fund-board.tsx'),
  },
  {
    path: '/funds/$rollId',
    title: '发放花名册',
    roles: readers,
    load: () => import('./roll-page.tsx'),
  },
  {
    path: '/fund-requests',
    title: '用款申请',
    menu: '资金',
    roles: readers,
    load: () => import('./fund-requests.tsx'),
  },
  {
    path: '/fund-budget',
    title: '预算与承诺',
    menu: '资金',
    roles: readers,
    load: () => import('./budget-page.tsx'),
  },
  {
    path: '/fund-forecast',
    title: '需求预测',
    menu: '资金',
    roles: readers,
    load: () => import('./forecast-page.tsx'),
  },
  {
    path: '/fund-checks',
    title: '每日对账',
    menu: '资金',
    roles: readers,
    load: () => import('./fund-checks.tsx'),
  },
  {
    path: '/fund-performance',
    title: '绩效和公开',
    menu: '资金',
    roles: readers,
    load: () => import('./performance-page.tsx'),
  },
  {
    path: '/recoveries',
    title: '追回',
    menu: '资金',
    roles: readers,
    load: () => import('./recoveries.tsx'),
  },
  {
    path: '/account-changes',
    title: '账户更正',
    menu: '资金',
    roles: ['aid-officer', 'county-leader', 'window-clerk', 'case-officer', ...fundRoles],
    load: () => import('./account-changes.tsx'),
  },
];
