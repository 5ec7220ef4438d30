import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Keys } from './keys.ts';
import { hmacSm3, lengthPrefixed } from './sm3.ts';

// ver(1) ‖ alg(1) ‖ kid(4) ‖ iv(16) ‖ ciphertext ‖ tag(32); alg 1 = SM4-CTR, then HMAC-SM3 over all before it.
const VERSION = 1;
const SM4_CTR_HMAC_SM3 = 1;
const HEADER_BYTES = 6;
const IV_BYTES = 16;
const TAG_BYTES = 32;
const SMALLEST = HEADER_BYTES + IV_BYTES + TAG_BYTES;

/** `malformed`: not an envelope; `unknown-key`: made with another key; `not-authentic`: changed or moved. */
type EnvelopeFault = 'malformed' | 'unknown-key' | 'not-authentic';

const MESSAGES: Readonly<Record<EnvelopeFault, string>> = {
  malformed: '密文格式不正确，无法解密。',
  'unknown-key': '密文不是用本系统当前的密钥加密的，请检查密钥文件是否与数据同一套备份。',
  'not-authentic': '密文被改动过，或不属于这条记录，拒绝解密。',
};

/** A ciphertext that must not be read. There is never a fallback to plain text. */
export class EnvelopeError extends Error {
  override readonly name = 'EnvelopeError';
  readonly fault: EnvelopeFault;

  constructor(fault: EnvelopeFault) {
    super(MESSAGES[fault]);
    this.fault = fault;
  }
}

/** Encrypts for one place (`member:<id>:idNumber`); the same envelope does not open anywhere else. */
export function sealText(keys: Keys, context: string, text: string): string {
  return sealBytes(keys, context, Buffer.from(text, 'utf8')).toString('base64url');
}

/** Throws EnvelopeError unless this key made this ciphertext for this context. */
export function openText(keys: Keys, context: string, cipher: string): string {
  const envelope = Buffer.from(cipher, 'base64url');
  // Node skips characters it does not know; the text must be exactly what sealText wrote.
  if (envelope.toString('base64url') !== cipher) throw new EnvelopeError('malformed');
  return openBytes(keys, context, envelope).toString('utf8');
}

/** As sealText, for files. */
export function sealBytes(keys: Keys, context: string, plain: Uint8Array): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt8(VERSION, 0);
  header.writeUInt8(SM4_CTR_HMAC_SM3, 1);
  header.writeUInt32BE(keys.keyId, 2);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('sm4-ctr', keys.derive('envelope-encryption', 16), iv);
  const body = Buffer.concat([header, iv, cipher.update(plain), cipher.final()]);
  return Buffer.concat([body, tagOf(keys, context, body)]);
}

/** As openText, for files. */
export function openBytes(keys: Keys, context: string, envelope: Uint8Array): Buffer {
  const bytes = Buffer.from(envelope.buffer, envelope.byteOffset, envelope.byteLength);
  if (bytes.length < SMALLEST) throw new EnvelopeError('malformed');
  if (bytes[0] !== VERSION || bytes[1] !== SM4_CTR_HMAC_SM3) throw new EnvelopeError('malformed');
  if (bytes.readUInt32BE(2) !== keys.keyId) throw new EnvelopeError('unknown-key');
  const body = bytes.subarray(0, -TAG_BYTES);
  if (!timingSafeEqual(tagOf(keys, context, body), bytes.subarray(-TAG_BYTES))) {
    throw new EnvelopeError('not-authentic');
  }
  const iv = body.subarray(HEADER_BYTES, HEADER_BYTES + IV_BYTES);
  const decipher = createDecipheriv('sm4-ctr', keys.derive('envelope-encryption', 16), iv);
  return Buffer.concat([decipher.update(body.subarray(HEADER_BYTES + IV_BYTES)), decipher.final()]);
}

function tagOf(keys: Keys, context: string, body: Uint8Array): Buffer {
  return hmacSm3(keys.derive('envelope-authentication', 32), lengthPrefixed(context), body);
}
