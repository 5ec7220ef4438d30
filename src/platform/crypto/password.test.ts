import { argon2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashPassword, isOutdated, verifyPassword } from './password.ts';

describe('登录口令（argon2id,19 MiB,2 轮）', () => {
  it('所用实现与 RFC 9106 第 5.3 节的测试向量一致', () => {
    const tag = argon2Sync('argon2id', {
      message: Buffer.alloc(32, 1),
      nonce: Buffer.alloc(16, 2),
      secret: Buffer.alloc(8, 3),
      associatedData: Buffer.alloc(12, 4),
      parallelism: 4,
      memory: 32,
      passes: 3,
      tagLength: 32,
    });
    expect(tag.toString('hex')).toBe(
      '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659',
    );
  });

  it('口令对则通过，差一个字则不通过', async () => {
    const encoded = await hashPassword('渠江水长 2026');
    expect(encoded).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await verifyPassword(encoded, '渠江水长 2026')).toBe(true);
    expect(await verifyPassword(encoded, '渠江水长 2027')).toBe(false);
    expect(await verifyPassword(encoded, '')).toBe(false);
  });

  it('全角与半角输入视为同一口令', async () => {
    expect(await verifyPassword(await hashPassword('abc2026'), 'abc2026')).toBe(true);
  });

  it('同一口令两次保存的结果不同', async () => {
    expect(await hashPassword('a')).not.toBe(await hashPassword('a'));
  });

  it('没有这个账号时照样计算，但一律不通过', async () => {
    expect(await verifyPassword(null, '')).toBe(false);
  });

  it('较弱参数保存的口令仍可验证，并提示重新保存', async () => {
    const nonce = Buffer.alloc(16, 9);
    const tag = argon2Sync('argon2id', {
      message: Buffer.from('old'),
      nonce,
      memory: 8192,
      passes: 1,
      parallelism: 1,
      tagLength: 32,
    });
    const unpadded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
    const encoded = `$argon2id$v=19$m=8192,t=1,p=1$${unpadded(nonce)}$${unpadded(tag)}`;
    expect(await verifyPassword(encoded, 'old')).toBe(true);
    expect(isOutdated(encoded)).toBe(true);
    expect(isOutdated(await hashPassword('new'))).toBe(false);
  });

  it('不是本系统格式的内容不当作口令', async () => {
    await expect(verifyPassword('plain', 'plain')).rejects.toThrow(TypeError);
  });
});
