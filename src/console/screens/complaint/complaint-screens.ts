import type { Screen } from '../../screen.ts';

const readers = ['inspector', 'county-leader', 'auditor'] as const satisfies Screen['roles'];

/** 举报投诉: the county's desk, and what a township is told in the end. */
export const complaintScreens: readonly Screen[] = [
  {
    path: '/complaints',
    title: '举报投诉',
    menu: '监督',
    roles: readers,
    load: () => import('./complaint-list.tsx'),
  },
  {
    path: '/complaints/new',
    title: '登记举报投诉',
    menu: '监督',
    // Whoever has the list registers from there.
    roles: ['aid-officer'],
    load: () => import('./complaint-new.tsx'),
  },
  {
    path: '/complaints/$complaintId',
    title: '举报投诉件',
    roles: readers,
    load: () => import('./complaint-page.tsx'),
  },
  {
    path: '/complaint-extracts',
    title: '举报核查情况通报',
    menu: '监督',
    roles: ['case-officer', 'secretary', 'chair', ...readers],
    load: () => import('./extract-list.tsx'),
  },
];
