import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { contentsOf, readZip, type ZipSource } from './read-zip.ts';
import { writeZip, type ZipContent } from './write-zip.ts';

const day = localDate('2026-11-23');

async function zipOf(contents: readonly ZipContent[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const each = async function* () {
    yield* contents;
  };
  for await (const chunk of writeZip(day, each())) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function sourceOf(zip: Buffer): ZipSource {
  return { size: zip.length, read: async (at, length) => zip.subarray(at, at + length) };
}

/** Everything the ZIP says, or null when the reader finds a fault. */
async function everythingIn(zip: Buffer): Promise<readonly ZipContent[] | null> {
  const source = sourceOf(zip);
  const read = await readZip(source);
  if (!read.ok) return null;
  const contents: ZipContent[] = [];
  for (const part of read.parts) {
    const bytes = await contentsOf(source, part);
    if (!bytes) return null;
    contents.push({ path: part.path, bytes });
  }
  return contents;
}

const files: readonly ZipContent[] = [
  { path: '说明.txt', bytes: Buffer.from('你好') },
  { path: '材料/01 户口簿.jpg', bytes: Buffer.alloc(3000, 7) },
  { path: '空.txt', bytes: Buffer.alloc(0) },
];

describe('证据包的压缩格式', () => {
  it('写进去的原样读出来，次序不变，日期是给定的日期', async () => {
    const zip = await zipOf(files);
    expect(await everythingIn(zip)).toEqual(files);
    expect(await readZip(sourceOf(zip))).toMatchObject({ ok: true, day: '2026-11-23' });
  });

  it('同样的文件写两次，一个字节不差', async () => {
    expect((await zipOf(files)).equals(await zipOf(files))).toBe(true);
  });

  it('比一次写出的量大得多的文件也写得完', async () => {
    const large = [1, 2, 3].map((each) => ({
      path: `${each}`,
      bytes: Buffer.alloc(700_000, each),
    }));
    expect(await everythingIn(await zipOf(large))).toEqual(large);
  });

  it('材料取不出来时，写包的一方得到原来的错误', async () => {
    const broken = async function* (): AsyncGenerator<ZipContent> {
      yield files[0] as ZipContent;
      throw new Error('材料缺失');
    };
    const all = async () => {
      for await (const chunk of writeZip(day, broken())) expect(chunk.length).toBeGreaterThan(0);
    };
    await expect(all()).rejects.toThrow('材料缺失');
  });

  it('每一个字节改动都查得出，包括目录、文件头和结尾', async () => {
    const zip = await zipOf(files);
    for (let at = 0; at < zip.length; at += 1) {
      const changed = Buffer.from(zip);
      changed.writeUInt8(changed.readUInt8(at) ^ 0x01, at);
      expect(await everythingIn(changed), `第 ${at} 字节`).toBeNull();
    }
  });

  it('截短、在任何地方插入字节都查得出', async () => {
    const zip = await zipOf(files);
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: zip.length - 1 }),
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        async (at, extra) => {
          expect(await everythingIn(zip.subarray(0, at))).toBeNull();
          const longer = Buffer.concat([zip.subarray(0, at), extra, zip.subarray(at)]);
          expect(await everythingIn(longer)).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('两个同名的文件查得出', async () => {
    const [one] = files as [ZipContent];
    const read = await readZip(sourceOf(await zipOf([one, one])));
    expect(read).toMatchObject({ ok: false, fault: { path: '说明.txt' } });
  });
});
