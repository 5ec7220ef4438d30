import { useSyncExternalStore } from 'react';

/**
 * What was typed into the header's search field. Kept in memory, never in the address: names and ID
 * numbers must not reach the history of a window PC or a server's access log.
 */
let text = '';
const listeners = new Set<() => void>();

export function searchFor(next: string): void {
  text = next;
  for (const listener of listeners) listener();
}

/** For the screen that answers searches. */
export function useSearchText(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => text,
  );
}
