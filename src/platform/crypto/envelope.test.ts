import { createDecipheriv } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EnvelopeError, openBytes, openText, sealBytes, sealText } from './envelope.ts';
import { keysFrom } from './keys.ts';
import { hmacSm3 } from './sm3.ts';

const keys = keysFrom(Buffer.alloc(32, 1));
const context = 'member:018f:idNumber';
const text = '519999195203080012';

function faultOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof EnvelopeError) return error.fault;
    throw error;
  }
  return 'opened';
}

describe('个人信息加密（安全规格 5.2）', () => {
  it('加密后能还原，包括空文字、汉字和生僻字', () => {
    for (const plain of ['', text, '张三丰', '𠅤䶮', 'x'.repeat(100_000)]) {
      expect(openText(keys, context, sealText(keys, context, plain))).toBe(plain);
    }
  });

  it('版式为 版本‖算法‖密钥号‖初值‖密文‖校验，先加密后校验，可用另一实现独立验证', () => {
    const bytes = Buffer.from(sealText(keys, context, text), 'base64url');
    expect([bytes[0], bytes[1], bytes.readUInt32BE(2)]).toEqual([1, 1, keys.keyId]);
    const prefix = Buffer.from([0, 0, 0, Buffer.byteLength(context)]);
    const authenticated = Buffer.concat([prefix, Buffer.from(context), bytes.subarray(0, -32)]);
    const tag = hmacSm3(keys.derive('envelope-authentication', 32), authenticated);
    expect(bytes.subarray(-32)).toEqual(tag);
    const key = keys.derive('envelope-encryption', 16);
    const plain = createDecipheriv('sm4-ctr', key, bytes.subarray(6, 22));
    expect(plain.update(bytes.subarray(22, -32)).toString()).toBe(text);
  });

  it('同一内容两次加密的密文不同', () => {
    expect(sealText(keys, context, text)).not.toBe(sealText(keys, context, text));
  });

  it('任何一位被翻转都拒绝', () => {
    const envelope = sealBytes(keys, context, Buffer.from(text));
    for (let bit = 0; bit < envelope.length * 8; bit += 1) {
      const flipped = Buffer.from(envelope);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(faultOf(() => openBytes(keys, context, flipped))).not.toBe('opened');
    }
  });

  it('密文的任何一个字符被换掉都拒绝', () => {
    const cipher = sealText(keys, context, text);
    for (let place = 0; place < cipher.length; place += 1) {
      const other = cipher[place] === 'A' ? 'B' : 'A';
      const changed = cipher.slice(0, place) + other + cipher.slice(place + 1);
      expect(faultOf(() => openText(keys, context, changed))).not.toBe('opened');
    }
  });

  it('截短、加长、夹带空白都拒绝', () => {
    const cipher = sealText(keys, context, text);
    for (const changed of ['', cipher.slice(0, -4), `${cipher}AAAA`, `${cipher}\n`, ` ${cipher}`]) {
      expect(faultOf(() => openText(keys, context, changed))).not.toBe('opened');
    }
  });

  it('搬到别的人、别的栏目，拒绝', () => {
    const cipher = sealText(keys, context, text);
    for (const elsewhere of ['member:0190:idNumber', 'member:018f:phone', '']) {
      expect(faultOf(() => openText(keys, elsewhere, cipher))).toBe('not-authentic');
    }
  });

  it('换了密钥给出明确的错误，不退回明文', () => {
    const cipher = sealText(keysFrom(Buffer.alloc(32, 2)), context, text);
    expect(faultOf(() => openText(keys, context, cipher))).toBe('unknown-key');
    expect(faultOf(() => openText(keys, context, text))).toBe('malformed');
  });
});
