import type { Screen } from '../../screen.ts';

const roles = ['aid-officer', 'county-leader'] as const;

/** 存量对象导入: the ledgers, one of them, and the comparison beside its scan. */
export const takeoverScreens: readonly Screen[] = [
  {
    path: '/takeovers',
    title: '存量对象导入',
    menu: '县级统筹',
    roles,
    load: () => import('./takeover-list.tsx'),
  },
  {
    path: '/takeovers/$takeoverId',
    title: '台账导入',
    roles,
    load: () => import('./takeover-page.tsx'),
  },
  {
    path: '/takeovers/$takeoverId/compare',
    title: '对照原件复核',
    roles,
    load: () => import('./compare-page.tsx'),
  },
];
