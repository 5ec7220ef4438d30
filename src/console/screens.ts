import { caseReaders, countyRoles, townshipRoles } from '../modules/identity/index.ts';
import type { Screen } from './screen.ts';

/** Every screen of the console. Each is loaded when it is first opened. */
export const screens: readonly Screen[] = [
  {
    path: '/today',
    title: '今日',
    menu: '每天',
    roles: [...townshipRoles, ...countyRoles],
    load: () => import('./screens/case/today.tsx'),
  },
  {
    path: '/visits',
    title: '入户任务',
    menu: '每天',
    roles: ['investigator', 'case-officer'],
    load: () => import('./screens/investigation/visits.tsx'),
  },
  {
    path: '/intake',
    title: '受理',
    menu: '每天',
    roles: ['window-clerk', 'case-officer'],
    load: () => import('./screens/intake/intake-start.tsx'),
  },
  {
    path: '/intake/$caseId',
    title: '受理',
    roles: ['window-clerk', 'case-officer'],
    load: () => import('./screens/intake/intake-page.tsx'),
  },
  {
    path: '/cases',
    title: '办件查询',
    menu: '办件',
    roles: caseReaders,
    answersSearch: true,
    load: () => import('./screens/case/case-list.tsx'),
  },
  {
    path: '/cases/$caseId',
    title: '办件',
    roles: caseReaders,
    load: () => import('./screens/case/case-page.tsx'),
  },
  {
    path: '/verification',
    title: '待核对',
    menu: '办件',
    roles: ['verifier'],
    load: () => import('./screens/verification/queue.tsx'),
  },
  {
    path: '/verification/batch',
    title: '批量核对',
    menu: '办件',
    roles: ['verifier'],
    load: () => import('./screens/verification/batch.tsx'),
  },
  {
    path: '/verification/cases/$caseId',
    title: '信息核对',
    roles: ['verifier'],
    load: () => import('./screens/verification/answer-grid.tsx'),
  },
  {
    path: '/publicity',
    title: '公示公布',
    menu: '办件',
    roles: ['poster', 'case-officer', 'aid-officer', 'inspector'],
    load: () => import('./screens/publicity/publicity-list.tsx'),
  },
  {
    path: '/me',
    title: '我的岗位',
    menu: '系统',
    roles: 'everyone',
    load: () => import('./screens/identity/my-post.tsx'),
  },
];
