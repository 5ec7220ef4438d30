import { useSyncExternalStore } from 'react';

/**
 * 大字: whether this browser shows large type. A wish about a screen, so it is kept in the browser.
 */
const STORED_AS = 'yimen.large-type';
const listeners = new Set<() => void>();

function isLarge(): boolean {
  try {
    return localStorage.getItem(STORED_AS) === 'yes';
  } catch {
    return false; // Storage may be forbidden by the browser; the usual size then stays.
  }
}

/** Keeps the choice and marks `<html data-type>`, from which the style sheet takes its sizes. */
export function setLargeType(large: boolean): void {
  try {
    localStorage.setItem(STORED_AS, large ? 'yes' : 'no');
  } catch {
    // The choice then lasts until the page is left.
  }
  markDocument(large);
  for (const listener of listeners) listener();
}

export function markDocument(large: boolean): void {
  document.documentElement.dataset['type'] = large ? 'large' : 'usual';
}

/** The choice, and the switch for it. */
export function useLargeType(): readonly [boolean, (large: boolean) => void] {
  const large = useSyncExternalStore(subscribe, isLarge);
  return [large, setLargeType];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
