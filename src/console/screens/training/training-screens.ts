import { access } from '../../../modules/training/access.ts';
import type { Screen } from '../../screen.ts';

/** Training: everybody's own courses, tests and certificates; for the county who lacks what. */
export const trainingScreens: readonly Screen[] = [
  {
    path: '/training',
    title: '我的培训',
    menu: '系统',
    roles: 'everyone',
    load: () => import('./my-training.tsx'),
  },
  {
    path: '/training/test',
    title: '培训测试',
    roles: 'everyone',
    load: () => import('./test-page.tsx'),
  },
  {
    path: '/certificates',
    title: '培训持证',
    menu: '县级统筹',
    roles: access.TrainingStanding.roles,
    load: () => import('./standing-page.tsx'),
  },
  {
    path: '/training/new',
    title: '发布课程',
    roles: access.PublishCourse.roles,
    load: () => import('./course-new.tsx'),
  },
  {
    path: '/training/courses/$courseId/edit',
    title: '修改课程',
    roles: access.PublishCourse.roles,
    load: () => import('./course-edit.tsx'),
  },
  {
    path: '/training/courses/$courseId',
    title: '培训课程',
    roles: 'everyone',
    load: () => import('./course-page.tsx'),
  },
];
