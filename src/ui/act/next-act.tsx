import { Button } from 'antd';
import { type RefObject, useEffect, useRef } from 'react';
import { Clock } from './clock.tsx';
import type { LegalClock } from './clock-words.ts';

type NextActProps = {
  /** The button's words: the command's title. */
  readonly title: string;
  readonly onAct: () => void;
  readonly clock?: LegalClock | undefined;
  /** Why it cannot be done now and who can: 等待县级核对报告,已催办 1 次. */
  readonly because?: string | null | undefined;
  readonly busy?: boolean;
};

/**
 * The one primary button of a page, top right of the work area, with the legal deadline under it.
 * Ctrl+Enter presses it.
 */
export function NextAct({ title, onAct, clock, because, busy = false }: NextActProps) {
  const act = () => {
    if (!because && !busy) onAct();
  };
  const place = useRef<HTMLDivElement>(null);
  useCtrlEnter(place, act);
  return (
    <div ref={place} className="ym-next">
      <Button
        type="primary"
        size="large"
        onClick={act}
        aria-disabled={because || busy ? true : undefined}
        aria-describedby={because ? 'next-act-because' : undefined}
        aria-keyshortcuts="Control+Enter"
        className={because ? 'ym-next-held' : ''}
      >
        {busy ? `正在提交“${title}”…` : title}
      </Button>
      {because && (
        <p id="next-act-because" className="ym-next-because">
          {because}
        </p>
      )}
      {clock && <Clock clock={clock} />}
    </div>
  );
}

const ready = '.ym-next button:not([aria-disabled])';

/**
 * Ctrl+Enter anywhere on the page, except while an input method is composing. Where a page has several next
 * acts (two boards side by side) it is the first that can be done: never two at once.
 */
function useCtrlEnter(place: RefObject<HTMLElement | null>, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      if (!place.current?.contains(document.querySelector(ready))) return;
      // Leaving the field first lets it read what was typed last; the act follows with that value.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      setTimeout(() => latest.current(), 0);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [place]);
}
