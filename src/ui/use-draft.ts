import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { createDraft, type DraftState } from './draft.ts';

export type DraftInHand<Value> = DraftState<Value> & {
  readonly setValue: (change: (value: Value) => Value) => void;
  readonly discard: () => Promise<void>;
};

/**
 * A form's value that is saved to the server as it is typed and comes back on return. `key` names
 * the form and what it is about (`intake:new`, `review-opinion:<caseId>`); the server keeps one per
 * key and person.
 */
export function useDraft<Value>(
  key: string,
  initial: Value,
  accepts?: (value: unknown) => value is Value,
): DraftInHand<Value> {
  const start = useRef({ initial, accepts });
  const keeper = useMemo(() => {
    const { initial, accepts } = start.current;
    return createDraft({ key, initial, now: Date.now, ...(accepts && { accepts }) });
  }, [key]);
  useEffect(() => {
    void keeper.restore();
    const leave = () => void keeper.flush();
    window.addEventListener('pagehide', leave);
    window.addEventListener('online', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('online', leave);
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
  }, [keeper]);
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  const setValue = useCallback(
    (change: (value: Value) => Value) => keeper.change(change),
    [keeper],
  );
  return { ...state, setValue, discard: keeper.discard };
}
