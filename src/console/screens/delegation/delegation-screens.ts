import { caseReaders } from '../../../modules/identity/index.ts';
import { access as readinessAccess } from '../../../modules/readiness/access.ts';
import type { Screen } from '../../screen.ts';

/** Handing the power down: the instruments, and how ready each township is. */
export const delegationScreens: readonly Screen[] = [
  {
    path: '/instruments',
    title: '赋权书',
    menu: '县级统筹',
    roles: caseReaders,
    load: () => import('./instrument-list.tsx'),
  },
  {
    path: '/instruments/new',
    title: '登记赋权书',
    roles: ['aid-officer'],
    load: () => import('./instrument-new.tsx'),
  },
  {
    path: '/instruments/$instrumentId',
    title: '赋权书',
    roles: caseReaders,
    load: () => import('./instrument-page.tsx'),
  },
  {
    path: '/readiness',
    title: '承接能力评估',
    menu: '县级统筹',
    roles: readinessAccess.ReadinessList.roles,
    load: () => import('../readiness/readiness-list.tsx'),
  },
  {
    path: '/readiness/$township',
    title: '承接能力评估',
    roles: readinessAccess.ReadinessView.roles,
    load: () => import('../readiness/readiness-page.tsx'),
  },
];
