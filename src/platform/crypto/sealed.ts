import type { Sealed } from '../../kernel/sealed.ts';
import { blindIndex, type IndexedField } from './blind-index.ts';
import { openText, sealText } from './envelope.ts';
import { keyRing, type KeyRing, type Keys } from './keys.ts';

/** `text` is for what nobody looks up (health, reports, addresses): no index and no visible end. */
export type SealedField = IndexedField | 'text';

export type Sealer = {
  /** `context` names table, row and column: `member:<id>:idNumber`. */
  readonly seal: (field: SealedField, context: string, text: string) => Sealed;
  /** Throws EnvelopeError when the ciphertext was changed, moved or made with another key. */
  readonly open: (context: string, sealed: Sealed) => string;
  /** The index to search for a typed text. */
  readonly indexOf: (field: IndexedField, text: string) => string;
  /** What a thread of this program needs to seal and to index as this one does. */
  readonly ring: () => KeyRing;
};

const RING = [
  ['envelope-encryption', 16],
  ['envelope-authentication', 32],
  ['blind-index:idNumber', 32],
  ['blind-index:account', 32],
] as const;

export function createSealer(keys: Keys): Sealer {
  return {
    seal: (field, context, text) => ({
      cipher: sealText(keys, context, text),
      tail: field === 'text' ? '' : tailOf(text),
      index: field === 'text' ? '' : blindIndex(keys, field, text),
    }),
    open: (context, sealed) => openText(keys, context, sealed.cipher),
    indexOf: (field, text) => blindIndex(keys, field, text),
    ring: () => keyRing(keys, RING),
  };
}

/** At most four characters and at most a third of the text: a short number must not show itself whole. */
function tailOf(text: string): string {
  const characters = [...text.trim()];
  const visible = Math.min(4, Math.floor(characters.length / 3));
  return characters.slice(characters.length - visible).join('');
}
