import { access } from '../../../modules/dispatch/access.ts';
import type { Screen } from '../../screen.ts';

/** 每月调度 and the tables of the townships. */
export const dispatchScreens: readonly Screen[] = [
  {
    path: '/dispatches',
    title: '每月调度',
    menu: '监督',
    roles: access.DispatchList.roles,
    load: () => import('./dispatch-list.tsx'),
  },
  {
    path: '/dispatches/$dispatchId',
    title: '每月调度',
    roles: access.DispatchView.roles,
    load: () => import('./dispatch-page.tsx'),
  },
  {
    path: '/dispatches/$dispatchId/figure',
    title: '数字的明细',
    roles: access.DispatchFigure.roles,
    load: () => import('./figure-page.tsx'),
  },
  {
    path: '/monthly-tables',
    title: '月报',
    menu: '监督',
    roles: access.MonthlyTableList.roles,
    load: () => import('./table-list.tsx'),
  },
  {
    path: '/monthly-tables/$tableId',
    title: '社会救助月报',
    roles: access.MonthlyTableView.roles,
    load: () => import('./table-page.tsx'),
  },
];
