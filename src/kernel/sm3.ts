/**
 * SM3 (GB/T 32905) without any package, for what must also be computed in a browser or by a stranger: the draw.
 * The record itself is hashed by platform/crypto/sm3.ts; a test holds the two against each other.
 */
const BLOCK = 64;
const START = [
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
] as const;

// One message at a time: nothing here waits, so its working space is kept.
const words = new Int32Array(68);
const wordAt = (index: number) => words[index] ?? 0;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const turned = (word: number, by: number) => (word << by) | (word >>> (32 - by));

/** The hash of the parts one after another, 32 bytes. */
export function sm3Of(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = padded(joined(parts));
  const view = new DataView(bytes.buffer);
  const state = Int32Array.from(START);
  for (let at = 0; at < bytes.length; at += BLOCK) {
    expand(view, at);
    compress(state);
  }
  const out = new Uint8Array(32);
  const outView = new DataView(out.buffer);
  for (const [index, word] of state.entries()) outView.setInt32(index * 4, word);
  return out;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK);
  out.set(bytes);
  out[bytes.length] = 0x80;
  new DataView(out.buffer).setBigUint64(out.length - 8, BigInt(bytes.length) * 8n);
  return out;
}

function expand(view: DataView, at: number): void {
  for (let j = 0; j < 16; j += 1) words[j] = view.getInt32(at + j * 4);
  for (let j = 16; j < 68; j += 1) {
    const mixed = wordAt(j - 16) ^ wordAt(j - 9) ^ turned(wordAt(j - 3), 15);
    const spread = mixed ^ turned(mixed, 15) ^ turned(mixed, 23);
    words[j] = spread ^ turned(wordAt(j - 13), 7) ^ wordAt(j - 6);
  }
}

function compress(state: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let j = 0; j < 64; j += 1) {
    const early = j < 16;
    const first = turned(a, 12);
    const ss1 = turned((first + e + turned(early ? 0x79cc4519 : 0x7a879d8a, j % 32)) | 0, 7);
    const ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
    const gg = early ? e ^ f ^ g : (e & f) | (~e & g);
    const word = words[j] ?? 0;
    const tt1 = (ff + d + (ss1 ^ first) + (word ^ (words[j + 4] ?? 0))) | 0;
    const tt2 = (gg + h + ss1 + word) | 0;
    d = c;
    c = turned(b, 9);
    b = a;
    a = tt1;
    h = g;
    g = turned(f, 19);
    f = e;
    e = tt2 ^ turned(tt2, 9) ^ turned(tt2, 17);
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) {
    state[index] = (state[index] ?? 0) ^ word;
  }
}

export function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}

export function bytesOf(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16);
  }
  return bytes;
}
