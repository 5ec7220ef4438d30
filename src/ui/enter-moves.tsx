import { type KeyboardEvent, type ReactNode, useRef } from 'react';

/**
 * In here Enter goes to the next field and Shift+Enter to the one before. Lines of text, buttons
 * and links keep their Enter.
 */
export function EnterMoves({ children, className }: { children: ReactNode; className?: string }) {
  const area = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent) => {
    if (!area.current || !isMoving(event) || event.defaultPrevented) return;
    const from = event.target;
    if (!(from instanceof HTMLElement)) return;
    const back = event.shiftKey;
    const move = () => area.current && focusNext(area.current, from, back ? -1 : 1);
    // An open list takes its answer with this Enter first; the move follows, unless the person has
    // gone elsewhere meanwhile.
    if (from.getAttribute('aria-expanded') === 'true') {
      setTimeout(() => document.activeElement === from && move(), 0);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    move();
  };
  return (
    <div ref={area} {...(className && { className })} onKeyDownCapture={press}>
      {children}
    </div>
  );
}

/**
 * Plain Enter, not the one that ends a word in an input method, and not in a ledger, which has its
 * own.
 */
function isMoving(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (isComposing(event)) return false;
  const from = event.target;
  if (from instanceof HTMLInputElement) {
    return !['submit', 'button', 'file'].includes(from.type) && !from.closest('[data-ledger]');
  }
  return from instanceof HTMLSelectElement;
}

/** Whether a key belongs to an input method (typing Chinese); 229 is what older ones send. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;
}

const fields = 'input, select, textarea';

/** Focuses the field after (or before) `from`, and brings it into view. True when there was one. */
export function focusNext(area: Element, from: Element, step: 1 | -1): boolean {
  const reachable = [...area.querySelectorAll<HTMLElement>(fields)].filter(
    (field) => field === from || isReachable(field, from),
  );
  const next = reachable[reachable.indexOf(from as HTMLElement) + step];
  if (!next) return false;
  focusField(next);
  return true;
}

/** Focus with the text selected, so that typing replaces it, as in a ledger. */
export function focusField(field: HTMLElement): void {
  field.focus();
  if (field instanceof HTMLInputElement && ['text', 'tel', 'search'].includes(field.type)) {
    field.select();
  }
  field.scrollIntoView({ block: 'nearest' });
}

const unreachable = [
  ':disabled',
  '[hidden]',
  '[type=hidden]',
  '[type=file]',
  '[tabindex="-1"]',
  '[readonly]:not([role=combobox])',
].join(', ');

// Of a group of radios only one is a stop: the chosen one, or the first while none is.
function isReachable(field: HTMLElement, from: Element): boolean {
  if (field.matches(unreachable)) return false;
  if (field.offsetParent === null && getComputedStyle(field).position !== 'fixed') return false;
  if (!(field instanceof HTMLInputElement) || field.type !== 'radio') return true;
  if (from instanceof HTMLInputElement && from.type === 'radio' && from.name === field.name) {
    return false;
  }
  const group = field.closest('[role=radiogroup]');
  const chosen = group?.querySelector<HTMLInputElement>('input:checked');
  return chosen ? chosen === field : group?.querySelector('input') === field;
}
