import { type ReactNode, useEffect } from 'react';

type PageProps = {
  readonly title: string;
  /** One quiet line under the title: scheme, route, draft status. */
  readonly under?: ReactNode;
  /** `<NextAct>`; top right, or under the title on a phone. */
  readonly next?: ReactNode;
  readonly children: ReactNode;
};

/**
 * A screen's frame: one h1 (the shell moves focus to it after a change of route), the next act, the
 * rest.
 */
export function Page({ title, under, next, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · 一门`;
  }, [title]);
  return (
    <div className="ym-page">
      <header className="ym-page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          {under && <div className="ym-page-under">{under}</div>}
        </div>
        {next}
      </header>
      {children}
    </div>
  );
}

/** A white sheet on the grey ground, with its heading. */
export function Panel({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="ym-panel">
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}

/** Says what is awaited; used instead of a spinner. */
export function Awaiting({ what }: { what: string | null }) {
  return what ? (
    <p className="ym-empty" role="status">
      {what}
    </p>
  ) : null;
}
