import { useState } from 'react';
import type { TypedText } from './typed-text.ts';

/**
 * The text of a field whose value is read out of what is typed. The value follows every key (so
 * drafts and side panels do); a complaint waits until the field is left; what cannot be read stays
 * visible for correction.
 */
export function useTypedText<Value>(
  kind: TypedText<Value>,
  value: Value | null,
  onChange: (value: Value | null) => void,
) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isFocused, setIsFocused] = useState(false);
  const isTypedShown = typed !== null && (isFocused || value === null);
  const atRest = value === null ? '' : isFocused ? kind.edit(value) : kind.show(value);
  const reading = isTypedShown ? kind.read(typed) : null;
  return {
    text: isTypedShown ? typed : atRest,
    complaint: !isFocused && reading && !reading.ok ? reading.message : undefined,
    onText(text: string) {
      setTyped(text);
      const next = kind.read(text);
      const nextValue = next.ok ? next.value : null;
      if (nextValue !== value) onChange(nextValue);
    },
    onFocus: () => setIsFocused(true),
    onBlur() {
      setIsFocused(false);
      if (typed !== null && kind.read(typed).ok) setTyped(null);
    },
  };
}
