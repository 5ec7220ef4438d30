import { idFrom15 } from '../../kernel/chinese-id.ts';
import type { Keys } from './keys.ts';
import { createShortMac } from './short-mac.ts';

/** Fields that are looked up by equality. Health, disability and report texts are never among them. */
export type IndexedField = 'idNumber' | 'phone' | 'account';

const NORMALISERS: Readonly<Record<IndexedField, (text: string) => string>> = {
  idNumber: normaliseIdNumber,
  phone: normalisePhone,
  account: (text) => withoutBlanks(text).replaceAll(/\D/g, ''),
};

/** HMAC-SM3 under the field's own key, 32 bytes as base64url: equal people collide, nobody else does. */
export function blindIndex(keys: Keys, field: IndexedField, text: string): string {
  const normalised = NORMALISERS[field](text);
  return macOf(keys, field)(`${field}\0${normalised}`).toString('base64url');
}

const macs = new WeakMap<Keys, Map<IndexedField, (text: string) => Buffer>>();

function macOf(keys: Keys, field: IndexedField): (text: string) => Buffer {
  const known = macs.get(keys) ?? new Map<IndexedField, (text: string) => Buffer>();
  macs.set(keys, known);
  const mac = known.get(field) ?? createShortMac(keys.derive(`blind-index:${field}`, 32));
  known.set(field, mac);
  return mac;
}

/** Full-width to half-width, no blanks, 15 to 18 digits, x to X. A wrong number stays as typed. */
export function normaliseIdNumber(text: string): string {
  if (/^\d{17}[\dX]$/.test(text)) return text;
  const plain = withoutBlanks(text).toUpperCase();
  return /^\d{15}$/.test(plain) ? idFrom15(plain) : plain;
}

/** Digits without the country code. */
export function normalisePhone(text: string): string {
  return withoutBlanks(text)
    .replace(/^(\+86|0086)/, '')
    .replaceAll(/\D/g, '');
}

// Zero-width characters come along when a number is pasted from a chat or a web page.
function withoutBlanks(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u200b-\u200f\ufeff]/g, '');
}
