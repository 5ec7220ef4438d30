import { caseReaders, countyRoles } from '../../../modules/identity/index.ts';
import type { Screen } from '../../screen.ts';

/** 动态管理: whom aid is paid to, what is due to be looked at again, what changed. */
export const reviewScreens: readonly Screen[] = [
  {
    path: '/transfers',
    title: '转出转入',
    menu: '救助对象',
    roles: caseReaders,
    load: () => import('./transfer-list.tsx'),
  },
  {
    path: '/custodies',
    title: '存折代管台账',
    menu: '救助对象',
    roles: caseReaders,
    load: () => import('./custody-list.tsx'),
  },
  {
    path: '/reconfirmations',
    title: '年度重新确认',
    menu: '救助对象',
    roles: caseReaders,
    load: () => import('./reconfirmation-list.tsx'),
  },
  {
    path: '/challenges',
    title: '复议诉讼',
    menu: '救助对象',
    roles: caseReaders,
    load: () => import('./challenge-list.tsx'),
  },
  {
    path: '/challenges/$challengeId',
    title: '复议、诉讼案件',
    roles: caseReaders,
    load: () => import('./challenge-page.tsx'),
  },
  {
    path: '/benefits',
    title: '救助对象',
    menu: '救助对象',
    roles: caseReaders,
    load: () => import('./benefit-list.tsx'),
  },
  {
    path: '/review-tasks',
    title: '复核待办',
    menu: '救助对象',
    roles: [
      ...(['case-officer', 'investigator', 'window-clerk', 'secretary', 'chair'] as const),
      ...countyRoles,
    ],
    load: () => import('./review-task-list.tsx'),
  },
  {
    path: '/benefits/new',
    title: '登记原有救助对象',
    roles: ['aid-officer'],
    load: () => import('./benefit-new.tsx'),
  },
  {
    path: '/benefits/$benefitId',
    title: '救助对象',
    roles: caseReaders,
    load: () => import('./benefit-page.tsx'),
  },
  {
    path: '/benefits/$benefitId/reassess',
    title: '重新核算',
    roles: ['case-officer', 'aid-officer'],
    load: () => import('./reassess-page.tsx'),
  },
  {
    path: '/benefits/$benefitId/merge',
    title: '合户',
    roles: ['case-officer', 'aid-officer'],
    load: () => import('./merge-page.tsx'),
  },
  {
    path: '/benefits/$benefitId/record-error',
    title: '登记原决定的错误',
    roles: ['case-officer', 'aid-officer', 'inspector'],
    load: () => import('./error-page.tsx'),
  },
];
