import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Refusal } from '../ui/act/refusal.tsx';
import { useAwaited } from '../ui/awaited.ts';
import { Awaiting } from '../ui/page.tsx';
import { useNarrow } from '../ui/use-narrow.ts';
import { DemoBanner } from './demo-banner.tsx';
import { Header } from './header.tsx';
import { KeyHelp } from './key-help.tsx';
import { MenuDrawer } from './menu-drawer.tsx';
import { Menu } from './menu.tsx';
import { SignIn } from './screens/identity/sign-in.tsx';
import { type Session, useSession } from './session.ts';
import { useShellKeys } from './shell-keys.ts';

/**
 * Everything around a screen: banner, header, menu. Whoever is not signed in sees the sign-in page
 * at any address.
 */
export function Shell() {
  const { session, problem, askAgain } = useSession();
  if (session) return <SignedIn session={session} />;
  return (
    <>
      <AwaitedStrip />
      <main id="main" className="yc-alone">
        <Refusal problem={problem} onAgain={askAgain} />
        {session === null && <SignIn />}
        {session === undefined && !problem && <Awaiting what="正在查看登录状态…" />}
      </main>
    </>
  );
}

function SignedIn({ session }: { session: Session }) {
  const isNarrow = useNarrow();
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  useShellKeys({
    onSearch: () => search.current?.focus(),
    onHelp: () => setIsHelpOpen((isOpen) => !isOpen),
  });
  useFocusOnRouteChange(() => setIsMenuOpen(false));
  return (
    <div className="yc-shell">
      <a className="yc-skip" href="#main">
        跳到正文
      </a>
      {session.demo && <DemoBanner />}
      <Header
        session={session}
        searchField={search}
        onHelp={() => setIsHelpOpen(true)}
        {...(isNarrow && { onMenu: () => setIsMenuOpen(true) })}
      />
      <div className="yc-body">
        {isNarrow ? (
          <MenuDrawer isOpen={isMenuOpen} onClose={() => setIsMenuOpen(false)}>
            <Menu role={session.post?.role} />
          </MenuDrawer>
        ) : (
          <aside className="yc-aside">
            <Menu role={session.post?.role} />
          </aside>
        )}
        <main id="main" className="yc-main" tabIndex={-1}>
          <AwaitedStrip />
          <Outlet />
        </main>
      </div>
      <KeyHelp isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)} />
    </div>
  );
}

/** What is awaited from the server while the line is broken. */
function AwaitedStrip() {
  const awaited = useAwaited();
  return (
    <div role="status">
      {awaited.map(({ id, sentence }) => (
        <p key={id} className="yc-awaited">
          {sentence}
        </p>
      ))}
    </div>
  );
}

/**
 * After a change of route the h1 takes focus, so that a screen reader starts there and Tab goes on
 * from there.
 */
function useFocusOnRouteChange(onChange: () => void): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const former = useRef(path);
  const changed = useRef(onChange);
  changed.current = onChange;
  useEffect(() => {
    if (former.current === path) return;
    const isFirst = former.current === undefined;
    former.current = path;
    changed.current();
    if (isFirst) return;
    return whenHeadingIsThere((heading) => heading.focus({ preventScroll: true }));
  }, [path]);
}

/** A lazily loaded screen draws its heading a moment after the route has changed. */
function whenHeadingIsThere(act: (heading: HTMLElement) => void): () => void {
  let attempts = 0;
  const look = () => {
    const heading = document.querySelector<HTMLElement>('#main h1');
    attempts += 1;
    if (heading) act(heading);
    if (heading || attempts > 40) clearInterval(timer);
  };
  const timer = setInterval(look, 50);
  return () => clearInterval(timer);
}
