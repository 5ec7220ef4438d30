import { describe, expect, it } from 'vitest';
import { EnvelopeError } from './envelope.ts';
import { keysFrom } from './keys.ts';
import { createSealer } from './sealed.ts';

const sealer = createSealer(keysFrom(Buffer.alloc(32, 5)));

describe('敏感文字的保存形式', () => {
  it('留下密文、末四位和等值索引，只有原处能打开', () => {
    const sealed = sealer.seal('idNumber', 'member:1:idNumber', '11010519491231002X');
    expect(sealed.tail).toBe('002X');
    expect(sealed.index).toBe(sealer.indexOf('idNumber', '11010519491231002x'));
    expect(JSON.stringify(sealed)).not.toContain('110105');
    expect(sealer.open('member:1:idNumber', sealed)).toBe('11010519491231002X');
    expect(() => sealer.open('member:2:idNumber', sealed)).toThrow(EnvelopeError);
  });

  it('健康状况等文字不留末尾，也不留索引', () => {
    const sealed = sealer.seal('text', 'member:1:health', '精神残疾二级');
    expect([sealed.tail, sealed.index]).toEqual(['', '']);
    expect(sealer.open('member:1:health', sealed)).toBe('精神残疾二级');
  });

  it('很短的号码最多露出三分之一', () => {
    expect(sealer.seal('account', 'a', '12345').tail).toBe('5');
    expect(sealer.seal('account', 'a', '123456789012').tail).toBe('9012');
  });
});
