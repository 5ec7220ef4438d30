import type { Sealed } from '../../kernel/sealed.ts';
import { blindIndex, type IndexedField } from './blind-index.ts';
import { openText, sealText } from './envelope.ts';
import type { Keys } from './keys.ts';

/** `text` is for what nobody looks up (health, reports, addresses): no index and no visible end. */
export type SealedField = IndexedField | 'text';

export type Sealer = {
  /** `context` names table, row and column: `member:<id>:idNumber`. */
  readonly seal: (field: SealedField, context: string, text: string) => Sealed;
  /** Throws EnvelopeError when the ciphertext was changed, moved or made with another key. */
  readonly open: (context: string, sealed: Sealed) => string;
  /** The index to search for a typed text. */
  readonly indexOf: (field: IndexedField, text: string) => string;
};

export function createSealer(keys: Keys): Sealer {
  return {
    seal: (field, context, text) => ({
      cipher: sealText(keys, context, text),
      tail: field === 'text' ? '' : tailOf(text),
      index: field === 'text' ? '' : blindIndex(keys, field, text),
    }),
    open: (context, sealed) => openText(keys, context, sealed.cipher),
    indexOf: (field, text) => blindIndex(keys, field, text),
  };
}

/** At most four characters and at most a third of the text: a short number must not show itself whole. */
function tailOf(text: string): string {
  const characters = [...text.trim()];
  const visible = Math.min(4, Math.floor(characters.length / 3));
  return characters.slice(characters.length - visible).join('');
}
