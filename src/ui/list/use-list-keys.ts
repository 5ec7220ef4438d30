import { useEffect, useRef, useState } from 'react';
import { type ListKey, markAfter } from './list-window.ts';

const keys: Readonly<Record<string, ListKey>> = {
  j: 'down',
  k: 'up',
  ArrowDown: 'down',
  ArrowUp: 'up',
  Home: 'first',
  End: 'last',
};

/**
 * j/k (and arrows) mark a row of the page's list, Enter opens it; keys typed into fields are left
 * alone.
 */
export function useListKeys(count: number, onOpen: (index: number) => void) {
  const [marked, setMarked] = useState<number | null>(null);
  const latest = useRef({ marked, count, onOpen });
  latest.current = { marked, count, onOpen };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const { marked, count, onOpen } = latest.current;
      const key = keys[event.key];
      if (key) {
        event.preventDefault();
        setMarked(markAfter(marked, key, count));
      } else if (
        event.key === 'Enter' &&
        marked !== null &&
        marked < count &&
        isFree(event.target)
      ) {
        event.preventDefault();
        onOpen(marked);
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return { marked: marked !== null && marked < count ? marked : null, setMarked };
}

/** Whether keys go into a field, and so mean letters. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, select, textarea, [role=combobox]'))
  );
}

// Enter on a button or link is that button's own.
function isFree(target: EventTarget | null): boolean {
  return !(target instanceof HTMLElement) || !target.matches('a, button, summary');
}
