import { caseReaders, countyRoles } from '../../../modules/identity/index.ts';
import type { Screen } from '../../screen.ts';

const county = [...countyRoles, 'auditor'] as const satisfies Screen['roles'];
const corrected = [
  ...county,
  ...(['case-officer', 'chair', 'secretary'] as const),
] as const satisfies Screen['roles'];

/** 监督: what the county looks at itself, and what follows. */
export const inspectionScreens: readonly Screen[] = [
  {
    path: '/flags',
    title: '三个百分之百',
    menu: '监督',
    roles: county,
    load: () => import('./flag-list.tsx'),
  },
  {
    path: '/draws',
    title: '抽查抽签',
    menu: '监督',
    roles: county,
    load: () => import('../draw/draw-list.tsx'),
  },
  {
    path: '/draws/$drawId',
    title: '抽签过程',
    roles: county,
    load: () => import('../draw/draw-page.tsx'),
  },
  {
    path: '/draw-notices',
    title: '抽查公告',
    menu: '监督',
    roles: caseReaders,
    load: () => import('../draw/notice-list.tsx'),
  },
  {
    path: '/checks',
    title: '县级实地核查',
    menu: '监督',
    roles: county,
    load: () => import('./check-list.tsx'),
  },
  {
    path: '/checks/$checkId',
    title: '核查单',
    roles: county,
    load: () => import('./check-page.tsx'),
  },
  {
    path: '/corrections',
    title: '整改',
    menu: '监督',
    roles: corrected,
    load: () => import('./correction-list.tsx'),
  },
  {
    path: '/corrections/$correctionId',
    title: '整改通知',
    roles: corrected,
    load: () => import('./correction-page.tsx'),
  },
  {
    path: '/accountabilities',
    title: '问责',
    menu: '监督',
    roles: county,
    load: () => import('./accountability-list.tsx'),
  },
  {
    path: '/accountabilities/$accountabilityId',
    title: '问责核查',
    roles: county,
    load: () => import('./accountability-page.tsx'),
  },
];
