import { countyRoles } from '../../../modules/identity/index.ts';
import type { Screen } from '../../screen.ts';

const county = [...countyRoles, 'auditor'] as const satisfies Screen['roles'];
const ordering = ['case-officer', 'chair', ...county] as const satisfies Screen['roles'];

/** 县买乡用: the county's contracts, the townships' tasks, and what the supplier's people have to do. */
export const procurementScreens: readonly Screen[] = [
  {
    path: '/supply-contracts',
    title: '购买服务合同',
    menu: '县级统筹',
    roles: county,
    load: () => import('./supply-list.tsx'),
  },
  {
    path: '/supply-contracts/new',
    title: '登记服务合同',
    roles: ['aid-officer'],
    load: () => import('./supply-new.tsx'),
  },
  {
    path: '/supply-contracts/$contractId',
    title: '服务合同',
    roles: county,
    load: () => import('./supply-page.tsx'),
  },
  {
    path: '/service-tasks',
    title: '第三方服务',
    menu: '办件',
    roles: ordering,
    load: () => import('./task-list.tsx'),
  },
  {
    path: '/service-tasks/$taskId',
    title: '服务任务',
    roles: ordering,
    load: () => import('./task-page.tsx'),
  },
  {
    path: '/own-tasks',
    title: '我的任务',
    menu: '每天',
    roles: ['supplier-worker'],
    load: () => import('./own-tasks.tsx'),
  },
  {
    path: '/own-tasks/$taskId',
    title: '提交服务结果',
    roles: ['supplier-worker'],
    load: () => import('./own-task-page.tsx'),
  },
];
