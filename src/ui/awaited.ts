import { useSyncExternalStore } from 'react';

/**
 * What the screen is waiting for, in sentences, while the line to the server is broken. The shell
 * shows them.
 */
export type Awaited = { readonly id: number; readonly sentence: string };

let waiting: readonly Awaited[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Opens a line of waiting; `say` changes its sentence, `end` takes it away. */
export function openAwaited(): { say: (sentence: string) => void; end: () => void } {
  lastId += 1;
  const id = lastId;
  const others = () => waiting.filter((one) => one.id !== id);
  return {
    say: (sentence) => change([...others(), { id, sentence }]),
    end: () => {
      if (waiting.some((one) => one.id === id)) change(others());
    },
  };
}

export function useAwaited(): readonly Awaited[] {
  return useSyncExternalStore(subscribe, () => waiting);
}

function change(next: readonly Awaited[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
