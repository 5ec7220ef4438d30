import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databasePassword, KeyFileError, keysFrom, loadKeys } from './keys.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yimen-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('主密钥文件', () => {
  it('第一次启动生成，只有本人可读，再次启动读出同一把', async () => {
    const first = await loadKeys(folder);
    const second = await loadKeys(folder);
    expect((await stat(join(folder, 'keys/master.key'))).mode & 0o777).toBe(0o600);
    expect(second.keyId).toBe(first.keyId);
    expect(second.derive('a', 32)).toEqual(first.derive('a', 32));
  });

  it('几个进程同时第一次启动，得到同一把密钥', async () => {
    const all = await Promise.all(Array.from({ length: 20 }).map(() => loadKeys(folder)));
    expect(new Set(all.map((keys) => keys.keyId)).size).toBe(1);
    expect(await readdir(join(folder, 'keys'))).toEqual(['master.key']);
  });

  it('权限被放宽的文件收回到 0600', async () => {
    await loadKeys(folder);
    await chmod(join(folder, 'keys/master.key'), 0o644);
    await loadKeys(folder);
    expect((await stat(join(folder, 'keys/master.key'))).mode & 0o777).toBe(0o600);
  });

  it('文件损坏时拒绝，不另生成新密钥', async () => {
    await loadKeys(folder);
    const path = join(folder, 'keys/master.key');
    const text = await readFile(path, 'utf8');
    for (const damaged of ['', text.slice(0, 20), `${text.slice(0, 10)}!${text.slice(11)}`]) {
      await writeFile(path, damaged);
      await expect(loadKeys(folder)).rejects.toThrow(KeyFileError);
      expect(await readFile(path, 'utf8')).toBe(damaged);
    }
  });
});

describe('派生密钥', () => {
  const keys = keysFrom(Buffer.alloc(32, 7));

  it('HKDF-SM3 的结果固定：升级程序不得改变已有密文的密钥', () => {
    expect(keys.derive('envelope-encryption', 16).toString('hex')).toBe(
      '1cbaa561549bc1a2c5ee7f161f4585aa',
    );
    expect(keys.keyId.toString(16)).toBe('85cd242a');
  });

  it('用途不同、长度不同、主密钥不同，结果都不同', () => {
    const seen = [
      keys.derive('a', 32),
      keys.derive('b', 32),
      keysFrom(Buffer.alloc(32, 8)).derive('a', 32),
    ].map((key) => key.toString('hex'));
    seen.push(keys.derive('a', 64).subarray(0, 32).toString('hex'));
    expect(new Set(seen).size).toBe(4);
  });

  it('调用者改动拿到的字节，不影响下一次派生', () => {
    keys.derive('a', 32).fill(0);
    expect(keys.derive('a', 32)).not.toEqual(Buffer.alloc(32));
  });

  it('每个数据库角色的口令不同，可直接写进连接串', () => {
    const passwords = ['yimen_owner', 'app_rt'].map((role) => databasePassword(keys, role));
    expect(new Set(passwords).size).toBe(2);
    for (const password of passwords) expect(password).toMatch(/^[\w-]{32}$/);
  });

  it('主密钥长度不对时拒绝', () => {
    expect(() => keysFrom(Buffer.alloc(31))).toThrow(RangeError);
  });
});
