import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';

export type Tab = {
  readonly key: string;
  readonly title: string;
  /** Drawn only while the tab is open. */
  readonly content: () => ReactNode;
};

type TabsProps = {
  /** What the tabs are of, for who cannot see them. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** Set together: the open tab is kept by the page. */
  readonly open?: string;
  readonly onOpen?: (key: string) => void;
};

/** Sheets of which one is seen. Left and right arrows, Home and End go from tab to tab. */
export function Tabs({ label, tabs, open, onOpen }: TabsProps) {
  const id = useId();
  const [own, setOwn] = useState(tabs[0]?.key);
  const strip = useRef<HTMLDivElement>(null);
  const current = tabs.find(({ key }) => key === (open ?? own)) ?? tabs[0];
  if (!current) return null;
  const choose = (key: string) => (onOpen ? onOpen(key) : setOwn(key));
  const press = (event: KeyboardEvent) => {
    const next = tabAfter(tabs, current.key, event.key);
    if (!next) return;
    event.preventDefault();
    choose(next);
    strip.current?.querySelector<HTMLElement>(`[data-key="${next}"]`)?.focus();
  };
  return (
    <section className="ym-tabs">
      <div ref={strip} role="tablist" aria-label={label} onKeyDown={press}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            data-key={tab.key}
            aria-selected={tab.key === current.key}
            aria-controls={`${id}-sheet`}
            tabIndex={tab.key === current.key ? 0 : -1}
            onClick={() => choose(tab.key)}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-sheet`}
        className="ym-tab-sheet"
        aria-labelledby={`${id}-${current.key}`}
        tabIndex={0}
      >
        {current.content()}
      </div>
    </section>
  );
}

/** The tab a key leads to, round at both ends; null for any other key. */
function tabAfter(tabs: readonly Tab[], current: string, key: string): string | null {
  const at = tabs.findIndex((tab) => tab.key === current);
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: (at + 1) % tabs.length,
    ArrowLeft: (at - 1 + tabs.length) % tabs.length,
    Home: 0,
    End: tabs.length - 1,
  };
  const to = steps[key];
  return to === undefined ? null : (tabs[to]?.key ?? null);
}
