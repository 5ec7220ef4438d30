import { access } from '../../../modules/overview/access.ts';
import type { Screen } from '../../screen.ts';

/** 总览 and the lists behind its numbers. */
export const overviewScreens: readonly Screen[] = [
  {
    path: '/county',
    title: '总览',
    menu: '每天',
    roles: access.CountyHome.roles,
    load: () => import('./county-home.tsx'),
  },
  {
    path: '/county/$group',
    title: '需要县里办的事',
    roles: access.CountyHomeList.roles,
    load: () => import('./waiting-list.tsx'),
  },
  {
    path: '/city',
    title: '各县（市、区）',
    menu: '每天',
    roles: access.CityView.roles,
    load: () => import('./city-page.tsx'),
  },
];
