import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EnvelopeError } from '../crypto/envelope.ts';
import { keysFrom } from '../crypto/keys.ts';
import { type BundleStore, createBundleStore } from './bundle-store.ts';

const ID = '00000000-0000-4000-8000-000000000001';

describe('证据包的暂存', () => {
  let folder: string;
  let store: BundleStore;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yimen-bundle-'));
    store = createBundleStore(folder, keysFrom(Buffer.alloc(32, 3)));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const chunks = async function* (...sizes: readonly number[]) {
    for (const size of sizes) yield Buffer.alloc(size, 0x61);
  };
  const wholeOf = async (id: string) => {
    const read = await store.read(id);
    if (!read) return null;
    const found: Buffer[] = [];
    for await (const chunk of read) found.push(chunk);
    return Buffer.concat(found);
  };

  it('分块写入，原样读出，磁盘上没有明文', async () => {
    expect(await store.put(ID, chunks(700_000, 700_000, 700_000, 5))).toBe(2_100_005);
    expect((await wholeOf(ID))?.equals(Buffer.alloc(2_100_005, 0x61))).toBe(true);
    const kept = await readFile(join(folder, 'bundles', ID));
    expect(kept.includes(Buffer.alloc(32, 0x61))).toBe(false);
  });

  it('空的也是一个包，没有的读不到，删了就没有', async () => {
    await store.put(ID, chunks());
    expect(await wholeOf(ID)).toEqual(Buffer.alloc(0));
    await store.drop(ID);
    expect(await wholeOf(ID)).toBeNull();
  });

  it('被截短或者改动的打不开', async () => {
    await store.put(ID, chunks(1_200_000, 1_200_000, 9));
    const path = join(folder, 'bundles', ID);
    const whole = await readFile(path);
    const first = whole.readUInt32BE(0) + 4;
    for (const at of [first, first + whole.readUInt32BE(first) + 4, whole.length - 1]) {
      await writeFile(path, whole.subarray(0, at));
      await expect(wholeOf(ID), `截到 ${at}`).rejects.toThrow(EnvelopeError);
    }
    const changed = Buffer.from(whole);
    changed.writeUInt8(changed.readUInt8(first + 50) ^ 1, first + 50);
    await writeFile(path, changed);
    await expect(wholeOf(ID)).rejects.toThrow(EnvelopeError);
  });

  it('写到一半出错的不留下半个包', async () => {
    await store.drop(ID);
    const broken = async function* () {
      yield Buffer.alloc(10);
      throw new Error('材料缺失');
    };
    await expect(store.put(ID, broken())).rejects.toThrow('材料缺失');
    expect(await readdir(join(folder, 'bundles'))).toEqual([]);
    await expect(store.put('../x', chunks(1))).rejects.toThrow(RangeError);
  });
});
