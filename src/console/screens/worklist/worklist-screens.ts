import { access } from '../../../modules/worklist/access.ts';
import type { Screen } from '../../screen.ts';

/** Who works on what: one's own tasks, the place's people and their load, a village's week. */
export const worklistScreens: readonly Screen[] = [
  {
    path: '/my-work',
    title: '我的任务',
    menu: '每天',
    roles: access.MyWork.roles,
    // Those of the money begin at the money, bought-in staff at their visits.
    isNoStart: true,
    load: () => import('./my-work.tsx'),
  },
  {
    path: '/workload',
    title: '任务和人手',
    menu: '每天',
    roles: access.Workload.roles,
    load: () => import('./workload-page.tsx'),
  },
  {
    path: '/village-week',
    title: '驻村一周',
    menu: '每天',
    roles: ['investigator', 'case-officer', 'poster', 'chair'],
    load: () => import('./village-page.tsx'),
  },
  {
    path: '/village-week/$village',
    title: '驻村一周',
    roles: access.VillageWeek.roles,
    load: () => import('./village-page.tsx'),
  },
];
