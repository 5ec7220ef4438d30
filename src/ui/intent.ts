/**
 * One idempotency key per intent of a person. Pressing again after a broken line is the same
 * intent, so the server answers the second time what it answered the first; a changed form is
 * another intent.
 */
export type Intents = {
  /** The key for these contents: the former one while they are unchanged and unanswered. */
  readonly keyFor: (contents: unknown) => string;
  /**
   * The server has answered for good; the next press is a new intent even with the same contents.
   */
  readonly answered: () => void;
};

export function createIntents(makeKey: () => string): Intents {
  let current: { contents: string; key: string } | null = null;
  return {
    keyFor(contents) {
      const text = JSON.stringify(contents) ?? '';
      if (current?.contents !== text) current = { contents: text, key: makeKey() };
      return current.key;
    },
    answered() {
      current = null;
    },
  };
}

/**
 * A random UUID; also over plain HTTP on the county's LAN, where `crypto.randomUUID` is missing.
 */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
