import { useSyncExternalStore } from 'react';

/** Phone width, the same border as in ui.css. */
const query = '(max-width: 720px)';

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}
