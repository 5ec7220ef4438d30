import { access } from '../../../modules/evaluation/access.ts';
import type { Screen } from '../../screen.ts';

/** 绩效评价: the townships of a year, and one of them from self-score to the answered objection. */
export const evaluationScreens: readonly Screen[] = [
  {
    path: '/evaluations',
    title: '绩效评价',
    menu: '监督',
    roles: access.EvaluationList.roles,
    load: () => import('./evaluation-list.tsx'),
  },
  {
    path: '/evaluations/$township/$year',
    title: '绩效评价',
    roles: access.EvaluationView.roles,
    load: () => import('./evaluation-page.tsx'),
  },
  {
    path: '/evaluations/$township/$year/indicator',
    title: '指标的明细',
    roles: access.EvaluationIndicator.roles,
    load: () => import('./indicator-page.tsx'),
  },
];
