/** The short code on a paper that leaves the office, and what a reader of it may type or scan. */

// Crockford's signs: none is mistaken for another when read from paper.
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;
const HASH_SHOWN = 16;

/** A code as it looks on paper, shown to whoever types one. */
export const CODE_EXAMPLE = '7KQ2-M4XP-3D9S';

/** A code of eleven drawn signs and one that tells a slip of the pen. */
export function paperCode(drawn: Uint8Array): string {
  if (drawn.length < LENGTH - 1) throw new Error('too few bytes for a code');
  const signs = [...drawn.slice(0, LENGTH - 1)].map((byte) => SIGNS[byte % SIGNS.length] ?? '0');
  return grouped(`${signs.join('')}${checkSign(signs)}`);
}

/** What the QR code says: the page that answers for it, or without such a page what a scanner types into 核对文书. */
export function qrText(publicAddress: string, code: string, hash: string): string {
  const shown = hash.slice(0, HASH_SHOWN);
  return publicAddress === ''
    ? `yimen:${code}.${shown}`
    : `${publicAddress.replace(/\/+$/, '')}/check/${code}?h=${shown}`;
}

export type Scanned = {
  readonly code: string;
  /** The beginning of the text's hash; null where somebody typed the code from the foot of the page. */
  readonly hash: string | null;
};

/** Reads a code as people type it or a scanner reads it; null where it cannot be one of ours. */
export function readScanned(text: string): Scanned | null {
  const found =
    /^(?:yimen:|https?:\/\/[^/\s]+\/check\/)?([0-9A-Za-z\s-]{12,24})(?:(?:\.|\?h=)([0-9a-f]{16}))?$/.exec(
      text.trim(),
    );
  if (!found) return null;
  const [, typed = '', hash = null] = found;
  const signs = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0');
  const plain = signs.replaceAll(/[IL]/g, '1');
  if (!new RegExp(`^[${SIGNS}]{${LENGTH}}$`).test(plain)) return null;
  const drawn = [...plain.slice(0, -1)];
  return plain.at(-1) === checkSign(drawn) ? { code: grouped(plain), hash } : null;
}

/** Whether a scanned paper says what was recorded: true and false where it carried its hash, else null. */
export function agrees(scanned: Scanned, recorded: string): boolean | null {
  return scanned.hash === null ? null : recorded.startsWith(scanned.hash);
}

// Odd weights: one wrong sign always changes the sum.
function checkSign(signs: readonly string[]): string {
  const sum = signs.reduce((total, sign, at) => total + SIGNS.indexOf(sign) * (2 * at + 3), 0);
  return SIGNS[sum % SIGNS.length] ?? '0';
}

function grouped(signs: string): string {
  return signs.replaceAll(/(.{4})(?=.)/g, '$1-');
}
