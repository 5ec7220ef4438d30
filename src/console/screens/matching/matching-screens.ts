import { access } from '../../../modules/matching/access.ts';
import type { Screen } from '../../screen.ts';

/** 信息比对: sources and what they supplied, comparisons, what they found, who looked somebody up. */
export const matchingScreens: readonly Screen[] = [
  {
    path: '/matching',
    title: '信息比对',
    menu: '核对',
    roles: access.SnapshotList.roles,
    load: () => import('./matching-desk.tsx'),
  },
  {
    path: '/matching/findings',
    title: '比对疑点',
    menu: '核对',
    roles: access.FindingList.roles,
    load: () => import('./finding-list.tsx'),
  },
  {
    path: '/benefits/$benefitId/lookups',
    title: '查询留痕',
    roles: access.LookupTrace.roles,
    load: () => import('./lookup-trace.tsx'),
  },
];
