import type { Screen } from './screen.ts';

/** Every screen of the console. Each is loaded when it is first opened. */
export const screens: readonly Screen[] = [
  {
    path: '/me',
    title: '我的岗位',
    menu: '系统',
    roles: 'everyone',
    load: () => import('./screens/identity/my-post.tsx'),
  },
];
