import { useEffect, useRef } from 'react';
import { isTyping } from '../ui/list/use-list-keys.ts';

type ShellKeys = { readonly onSearch: () => void; readonly onHelp: () => void };

/**
 * `/` search, `?` the keys, Esc back – except while typing, or when something open takes Esc for
 * itself.
 */
export function useShellKeys(keys: ShellKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.key === 'Escape') return goBack(event);
      if (isTyping(event.target)) return;
      if (event.key === '/') latest.current.onSearch();
      else if (event.key === '?') latest.current.onHelp();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function goBack(event: KeyboardEvent): void {
  const { target } = event;
  if (event.defaultPrevented || document.querySelector('dialog[open], [role=dialog]')) return;
  if (isTyping(target)) {
    if (target instanceof HTMLElement && target.ariaExpanded !== 'true') target.blur();
    return;
  }
  window.history.back();
}
