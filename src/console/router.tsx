import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
} from '@tanstack/react-router';
import { Awaiting, Page } from '../ui/page.tsx';
import { ScreenFault } from './screen-fault.tsx';
import { startOf } from './screen.ts';
import { screens } from './screens.ts';
import { useSession } from './session.ts';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const routes = screens.map((screen) =>
  createRoute({
    getParentRoute: () => root,
    path: screen.path,
    component: lazyRouteComponent(screen.load),
    staticData: { title: screen.title },
  }),
);

/** `/` opens the first screen of the post. */
const start = createRoute({ getParentRoute: () => root, path: '/', component: Start });
const hasOwnStart = screens.some((screen) => screen.path === '/');

export const router = createRouter({
  routeTree: root.addChildren(hasOwnStart ? routes : [start, ...routes]),
  defaultPreload: 'intent',
  defaultErrorComponent: ScreenFault,
  defaultPendingComponent: () => <Awaiting what="正在打开页面…" />,
  defaultPendingMs: 300,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    title?: string;
  }
}

function Start() {
  const { session } = useSession();
  const first = startOf(screens, session?.post?.role);
  if (first) return <Navigate to={first.path} replace />;
  return (
    <Page title="没有可办的事项">
      <p>这个岗位还没有分配页面。请在右上角切换岗位，或联系系统管理员。</p>
    </Page>
  );
}

function NotFound() {
  return (
    <Page title="没有这个页面">
      <p>
        地址可能抄错了，或者页面已经移走。<a href="/">回到首页</a>
      </p>
    </Page>
  );
}
