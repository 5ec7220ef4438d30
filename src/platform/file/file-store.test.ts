import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EnvelopeError } from '../crypto/envelope.ts';
import { keysFrom } from '../crypto/keys.ts';
import { sm3 } from '../crypto/sm3.ts';
import { pdf, photo } from './evidence.fixture.ts';
import { createFileStore, type FileStore, type StoredFile } from './file-store.ts';

const keys = keysFrom(Buffer.alloc(32, 6));
let data = '';
let store: FileStore;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'yimen-files-'));
  store = createFileStore(data, keys);
});
afterEach(() => rm(data, { recursive: true }));

async function put(bytes: Uint8Array, name = '门口.jpg'): Promise<StoredFile> {
  const answer = await store.put(bytes, name);
  if (!answer.ok) throw new Error(answer.message);
  return answer;
}

const pathOf = (hash: string): string => join(data, 'files', hash.slice(0, 2), hash);

describe('材料的保存', () => {
  it('原件逐字节不变，以 SM3 为名，另有给人看的副本', async () => {
    const bytes = await photo();
    const stored = await put(bytes);
    expect(stored).toMatchObject({ kind: 'jpeg', name: '门口.jpg', bytes: bytes.length, pages: 1 });
    expect(stored.hash).toBe(sm3(bytes).toString('hex'));
    expect(await store.readOriginal(stored.hash)).toEqual(bytes);
    const view = await store.readView(stored.hash);
    expect((await sharp(view ?? Buffer.alloc(0)).metadata()).format).toBe('jpeg');
    expect(view?.includes('Huawei')).toBe(false);
    expect(await store.verify(stored.hash)).toBe('intact');
  });

  it('PDF 各页分别可看，没有的页没有', async () => {
    const { hash, pages } = await put(pdf(2), '证明.pdf');
    expect(pages).toBe(2);
    expect(await store.readView(hash, 2)).not.toBeNull();
    expect(await store.readView(hash, 3)).toBeNull();
    await expect(store.readView(hash, 0)).rejects.toThrow(RangeError);
  }, 30_000);

  it('磁盘上没有明文，也没有半个文件', async () => {
    const bytes = await photo();
    const { hash } = await put(bytes);
    const names = await readdir(join(data, 'files', hash.slice(0, 2)));
    expect(names.sort()).toEqual([hash, `${hash}.view-1`]);
    for (const name of names) {
      const kept = await readFile(join(data, 'files', hash.slice(0, 2), name));
      expect(kept.includes(Buffer.from('JFIF'))).toBe(false);
      expect(kept.includes(bytes.subarray(200, 232))).toBe(false);
    }
  });

  it('同一个文件交两次只存一份；同时交也一样', async () => {
    const bytes = await photo();
    const all = await Promise.all([put(bytes), put(bytes, '另一个名字.jpg'), put(bytes)]);
    expect(new Set(all.map(({ hash }) => hash)).size).toBe(1);
    expect(await readdir(join(data, 'files', all[0].hash.slice(0, 2)))).toHaveLength(2);
  });

  it('不接收的文件不留痕迹', async () => {
    expect(await store.put(Buffer.from('hello'), 'a.jpg')).toMatchObject({ ok: false });
    expect(await readdir(data)).toEqual([]);
  });

  it('被改动、被调换、丢失的文件都查得出', async () => {
    const one = await put(await photo(64, 64));
    const other = await put(await photo(65, 65));
    const kept = await readFile(pathOf(one.hash));
    kept.writeUInt8(kept.readUInt8(40) ^ 1, 40);
    await writeFile(pathOf(one.hash), kept);
    expect(await store.verify(one.hash)).toBe('damaged');
    await expect(store.readOriginal(one.hash)).rejects.toThrow(EnvelopeError);
    await writeFile(pathOf(one.hash), await readFile(pathOf(other.hash)));
    expect(await store.verify(one.hash)).toBe('damaged');
    await rm(pathOf(one.hash));
    expect(await store.verify(one.hash)).toBe('missing');
    expect(await store.verify(other.hash)).toBe('intact');
  });

  it('依法销毁的，原件和供人看的副本都从磁盘上拿掉，别的文件不动', async () => {
    const one = await put(await photo(70, 70));
    const other = await put(await photo(71, 71));
    await store.drop(one.hash);
    await store.drop(one.hash);
    expect(await store.verify(one.hash)).toBe('missing');
    expect(await store.readView(one.hash)).toBeNull();
    expect(await store.verify(other.hash)).toBe('intact');
  });

  it('不是杂凑值的名字不能成为路径', async () => {
    for (const name of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`]) {
      await expect(store.readOriginal(name)).rejects.toThrow(RangeError);
    }
  });
});
