import { caseReaders } from '../../../modules/identity/index.ts';
import { access as pilotAccess } from '../../../modules/pilot/access.ts';
import { access as readinessAccess } from '../../../modules/readiness/access.ts';
import type { Screen } from '../../screen.ts';

/** Handing the power down: the instruments, and how ready each township is, the batches it is done in. */
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
  {
    path: '/pilots',
    title: '试点',
    menu: '县级统筹',
    roles: pilotAccess.PilotList.roles,
    load: () => import('../pilot/pilot-list.tsx'),
  },
  {
    path: '/pilots/new',
    title: '确定试点',
    roles: pilotAccess.BeginPilot.roles,
    load: () => import('../pilot/pilot-new.tsx'),
  },
  {
    path: '/pilots/$pilotId',
    title: '试点',
    roles: pilotAccess.PilotView.roles,
    load: () => import('../pilot/pilot-page.tsx'),
  },
  {
    path: '/pilots/$pilotId/cases',
    title: '试点对比的案件',
    roles: pilotAccess.PilotCases.roles,
    load: () => import('../pilot/pilot-cases.tsx'),
  },
];
