import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { simpleFamily } from '../../src/cli/demo/simple-family.ts';
import { decided, plainDays } from '../../src/cli/demo/story.ts';
import { packetOf } from '../../src/cli/demo/verbs/archive.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { runVerifyPacket } from '../../src/cli/verify-packet.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { hashesOf, sealText } from '../../src/modules/archive/packet-hash.ts';
import type { ChainLine, PacketManifest, RecordLine } from '../../src/modules/archive/packet.ts';
import { verifyPacket } from '../../src/modules/archive/verify-packet.ts';
import { type CanonicalValue, canonicalJson } from '../../src/platform/crypto/canonical.ts';
import { leafHash, payloadHash } from '../../src/platform/record/leaf.ts';
import { contentsOf, readZip, type ZipSource } from '../../src/platform/zip-file/read-zip.ts';
import { writeZip, type ZipContent } from '../../src/platform/zip-file/write-zip.ts';
import { castOf } from '../cast.ts';
import { COUNTY, LUOJIANG, openCounty } from '../county.ts';

const MANIFEST = '清单.json';
const SEAL = '清单校验.txt';

const sourceOf = (zip: Buffer): ZipSource => ({
  size: zip.length,
  read: async (at, length) => zip.subarray(at, at + length),
});

async function partsOf(zip: Buffer): Promise<ZipContent[]> {
  const source = sourceOf(zip);
  const found = await readZip(source);
  if (!found.ok) throw new Error(found.fault.what);
  const parts: ZipContent[] = [];
  for (const part of found.parts) {
    parts.push({ path: part.path, bytes: (await contentsOf(source, part)) ?? Buffer.alloc(0) });
  }
  return parts;
}

async function zipOf(parts: readonly ZipContent[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const each = async function* () {
    yield* parts;
  };
  for await (const chunk of writeZip(localDate(plainDays.decided), each())) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The fault found, as `yimen verify-packet` says it; null when none is. */
async function faultOf(zip: Buffer): Promise<string | null> {
  const verdict = await verifyPacket(sourceOf(zip));
  return verdict.ok ? null : `“${verdict.fault.path}”${verdict.fault.what}`;
}

describe('证据包：改动任何一个字节都查得出', () => {
  let zip: Buffer;
  let parts: readonly ZipContent[];
  let manifest: PacketManifest;
  beforeAll(async () => {
    const county = await openCounty(plainDays.accepted);
    const aid = await county.desk('aid-officer', COUNTY);
    await giveAuthority(aid, await county.desk('aid-officer', COUNTY, 1), LUOJIANG);
    const cast = await castOf(county, LUOJIANG);
    const village = `${LUOJIANG}200`;
    const family = simpleFamily({ number: 1, village, members: 2, monthlyIncome: fen(60_000) });
    const caseId = await decided(cast, county.clock, family, plainDays);
    zip = await packetOf(cast.officer, caseId);
    parts = await partsOf(zip);
    manifest = JSON.parse(textOf(MANIFEST)) as PacketManifest;
    await county.close();
  });

  const textOf = (path: string) =>
    Buffer.from(parts.find((each) => each.path === path)?.bytes ?? []).toString('utf8');
  const fileOf = (kind: string, like = '') => {
    const found = manifest.files.find((each) => each.kind === kind && each.path.includes(like));
    if (!found) throw new Error(`no ${kind} ${like}`);
    return found;
  };

  /** What a forger does who knows the format: other files, and a manifest and seal that fit them. */
  async function forged(
    change: (files: Map<string, Buffer>, manifest: PacketManifest) => PacketManifest | void,
  ): Promise<Buffer> {
    const files = new Map(parts.map(({ path, bytes }) => [path, Buffer.from(bytes)]));
    const wanted = change(files, manifest) ?? manifest;
    const listed = wanted.files.flatMap((file) => {
      const bytes = files.get(file.path);
      return bytes ? [{ ...file, bytes: bytes.length, ...hashesOf(bytes) }] : [];
    });
    const made = { ...wanted, files: listed } as unknown as CanonicalValue;
    const text = Buffer.from(`${canonicalJson(made)}\n`);
    return zipOf([
      ...listed.map(({ path }) => ({ path, bytes: files.get(path) ?? Buffer.alloc(0) })),
      { path: MANIFEST, bytes: text },
      { path: SEAL, bytes: Buffer.from(sealText(hashesOf(text))) },
    ]);
  }

  function linesOf<Line>(files: ReadonlyMap<string, Buffer>, path: string): Line[] {
    const text = files.get(path)?.toString('utf8') ?? '';
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
  }

  const jsonLines = (lines: readonly unknown[]) =>
    Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

  it('没有改动的核验通过，照原样重新打包的也通过', async () => {
    expect(await faultOf(zip)).toBeNull();
    expect((await zipOf(parts)).equals(zip)).toBe(true);
    expect(await faultOf(await forged(() => {}))).toBeNull();
  });

  it('包里每一个文件，任意改一个字节，都指得出是哪个文件', async () => {
    const one = fc.record({
      part: fc.nat({ max: parts.length - 1 }),
      share: fc.double({ min: 0, max: 0.999999, noNaN: true }),
      flip: fc.integer({ min: 1, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(one, async ({ part, share, flip }) => {
        const { path, bytes } = parts[part] as ZipContent;
        const at = zip.indexOf(Buffer.from(bytes)) + Math.floor(bytes.length * share);
        const changed = Buffer.from(zip);
        changed.writeUInt8(changed.readUInt8(at) ^ flip, at);
        expect(await faultOf(changed)).toContain(`“${path}”`);
      }),
      { numRuns: 300 },
    );
  });

  it('压缩包的文件头、目录、结尾，任意改一个字节都查得出', async () => {
    const places = await structureOf();
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: places.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (index, flip) => {
          const at = places[index] ?? 0;
          const changed = Buffer.from(zip);
          changed.writeUInt8(changed.readUInt8(at) ^ flip, at);
          expect(await faultOf(changed)).not.toBeNull();
        },
      ),
      { numRuns: 600 },
    );
  });

  /** Every place in the ZIP that is no file's content. */
  async function structureOf(): Promise<readonly number[]> {
    const found = await readZip(sourceOf(zip));
    if (!found.ok) throw new Error(found.fault.what);
    const places: number[] = [];
    let cursor = 0;
    for (const part of found.parts) {
      const start = part.at + 30 + Buffer.byteLength(part.path);
      for (; cursor < start; cursor += 1) places.push(cursor);
      cursor += part.bytes;
    }
    for (; cursor < zip.length; cursor += 1) places.push(cursor);
    return places;
  }

  it('截短、在任何地方添字节，都查得出', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: zip.length - 1 }),
        fc.uint8Array({ minLength: 1, maxLength: 9 }),
        async (at, extra) => {
          expect(await faultOf(zip.subarray(0, at))).not.toBeNull();
          const longer = Buffer.concat([zip.subarray(0, at), extra, zip.subarray(at)]);
          expect(await faultOf(longer)).not.toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('删除、添加、改名、对调文件，指得出是哪一个', async () => {
    const change = (to: (each: ZipContent[]) => ZipContent[]) => zipOf(to([...parts]));
    const [, one, other] = parts as [ZipContent, ZipContent, ZipContent];
    expect(await faultOf(await change((all) => all.filter((each) => each !== one)))).toBe(
      `“${one.path}”清单中有，压缩包里没有（被删除或者改名）`,
    );
    const added = { path: '材料/99 添加.jpg', bytes: Buffer.from('x') };
    expect(await faultOf(await change((all) => [...all, added]))).toBe(
      '“材料/99 添加.jpg”清单中没有（被添加或者改名）',
    );
    const renamed = (all: ZipContent[]) =>
      all.map((each) => (each === one ? { ...one, path: '文书/改名.pdf' } : each));
    expect(await faultOf(await change(renamed))).toContain(`“${one.path}”`);
    const contents = (all: ZipContent[]) =>
      all.map((each) => {
        if (each === one) return { ...one, bytes: other.bytes };
        return each === other ? { ...other, bytes: one.bytes } : each;
      });
    expect(await faultOf(await change(contents))).toBe(`“${one.path}”内容与清单中的校验值不符`);
    const order = (all: ZipContent[]) => [other, one, ...all.slice(3), all[0] as ZipContent];
    expect(await faultOf(await change(order))).toContain('次序与清单不符');
    for (const path of [MANIFEST, SEAL]) {
      const without = await change((all) => all.filter((each) => each.path !== path));
      expect(await faultOf(without)).toBe(`“${path}”不在压缩包里`);
    }
  });

  it('换过照片又改了清单的，记录认得出', async () => {
    const [photo, other] = manifest.files.filter(({ kind }) => kind === 'material');
    const swapped = await forged((files) => {
      files.set(photo?.path ?? '', files.get(other?.path ?? '') ?? Buffer.alloc(0));
    });
    expect(await faultOf(swapped)).toMatch(/清单\.json”缺少办理记录所指的材料/);
    const strange = await forged((files) => {
      files.set(photo?.path ?? '', Buffer.from('另一张照片'));
    });
    expect(await faultOf(strange)).toBe(`“${photo?.path}”不是办理记录所指的材料`);
    const missing = await forged((files) => void files.delete(photo?.path ?? ''));
    expect(await faultOf(missing)).toMatch(/清单\.json”缺少办理记录所指的材料/);
  });

  it('改了记录又改了清单的，记录链认得出', async () => {
    const { path } = fileOf('record', '办件');
    const at = 5;
    const edit = (how: (line: RecordLine) => RecordLine) =>
      forged((files) => {
        const lines = linesOf<RecordLine>(files, path);
        lines[at] = how(lines[at] as RecordLine);
        files.set(path, jsonLines(lines));
      });
    const otherData = (line: RecordLine) => ({ ...line, data: { ...line.data, extra: 1 } });
    expect(await faultOf(await edit(otherData))).toBe(`“${path}”第 6 条记录的内容被改动`);
    const fraction = (line: RecordLine) => ({ ...line, data: { amount: 0.5 } });
    expect(await faultOf(await edit(fraction))).toBe(`“${path}”第 6 条记录的内容被改动`);
    const rehashed = (line: RecordLine) => {
      const next = {
        ...otherData(line),
        payload_hash: payloadHash(line.salt, { ...line.data, extra: 1 }),
      };
      return { ...next, hash: leafHash(next) };
    };
    expect(await faultOf(await edit(rehashed))).toBe(`“${path}”第 6 条记录与记录链中的这一条不符`);
    const otherPerson = (line: RecordLine) => ({ ...line, actor: 'somebody' });
    expect(await faultOf(await edit(otherPerson))).toContain('第 6 条记录与记录链中的这一条不符');
    const elsewhere = (line: RecordLine) => ({ ...line, chain_seq: line.chain_seq + 100_000 });
    expect(await faultOf(await edit(elsewhere))).toContain('第 6 条记录不在记录链里');
  });

  it('抽掉一条记录的，看得出缺哪一条', async () => {
    const { path } = fileOf('record', '办件');
    const without = (drop: (index: number, all: number) => boolean) =>
      forged((files) => {
        const lines = linesOf<RecordLine>(files, path);
        const left = lines.filter((_, index) => !drop(index, lines.length));
        files.set(path, jsonLines(left));
      });
    expect(await faultOf(await without((index) => index === 3))).toBe(`“${path}”缺少第 4 条记录`);
    const last = await faultOf(await without((index, all) => index === all - 1));
    expect(last).toMatch(/“记录\/办件\.jsonl”缺少第 \d+ 条记录/);
    const swapped = await forged((files) => {
      const lines = linesOf<RecordLine>(files, path);
      files.set(path, jsonLines([lines[1], lines[0], ...lines.slice(2)]));
    });
    expect(await faultOf(swapped)).toContain('不属于这份记录，或者次序有误');
  });

  it('改记录链、连同后面的全部重算的，接不到锚点', async () => {
    const { path } = fileOf('chain');
    const edit = (how: (lines: ChainLine[]) => ChainLine[]) =>
      forged((files) => {
        files.set(path, jsonLines(how(linesOf<ChainLine>(files, path))));
      });
    const one = await edit((lines) =>
      lines.map((line, index) => (index === 4 ? { ...line, occurred_on: '2020-01-01' } : line)),
    );
    expect(await faultOf(one)).toMatch(/第 \d+ 条记录的人员、时间或者编号被改动/);
    const gap = await edit((lines) => lines.filter((_, index) => index !== 4));
    expect(await faultOf(gap)).toMatch(/第 \d+ 条记录与前一条之间有缺失/);
    const short = await edit((lines) => lines.slice(0, -1));
    expect(await faultOf(short)).toContain('没有接到链尾');
    const later = await edit((lines) => lines.slice(1));
    expect(await faultOf(later)).toContain('没有接到链尾');
    const again = await edit((lines) => {
      let prev_hash = lines[0]?.prev_hash ?? '';
      return lines.map((line, index) => {
        const next = { ...line, prev_hash, ...(index === 4 && { occurred_on: '2020-01-01' }) };
        const hash = leafHash(next);
        prev_hash = hash;
        return { ...next, hash };
      });
    });
    expect(await faultOf(again)).toContain('没有接到链尾');
  });

  it('少了会议、赋权书、核算过程、锚点的，看得出少了什么', async () => {
    const without = (kind: string, like: string) => {
      const { path } = fileOf(kind, like);
      return forged((files, { files: all, ...rest }) => {
        files.delete(path);
        return { ...rest, files: all.filter((each) => each.path !== path) };
      });
    };
    expect(await faultOf(await without('record', '会议'))).toContain('缺少集体研究会议的记录');
    expect(await faultOf(await without('record', '赋权书'))).toMatch(
      /不是办理记录所指的材料|缺少赋权书的记录/,
    );
    expect(await faultOf(await without('record', '办件'))).toContain('没有本办件的办理记录');
    expect(await faultOf(await without('trace', ''))).toContain('与办理记录中的核算不符');
    expect(await faultOf(await without('anchors', ''))).toContain('“锚点.json”不在压缩包里');
    const { path } = fileOf('trace');
    const other = await forged((files) => void files.set(path, Buffer.from('{}\n')));
    expect(await faultOf(other)).toBe(`“${path}”与办理记录中的核算不符`);
    const anchor = await forged((files) => void files.set('锚点.json', Buffer.from('{}\n')));
    expect(await faultOf(anchor)).toBe('“锚点.json”无法辨认');
  });

  it('清单换一种写法、换日期、换成别的格式，都不认', async () => {
    const written = async (text: string) => {
      const bytes = Buffer.from(text);
      const rest = parts.filter(({ path }) => path !== MANIFEST && path !== SEAL);
      const seal = { path: SEAL, bytes: Buffer.from(sealText(hashesOf(bytes))) };
      return faultOf(await zipOf([...rest, { path: MANIFEST, bytes }, seal]));
    };
    const unknown = '“清单.json”写法不符合证据包的格式';
    expect(await written(JSON.stringify(manifest, null, 1))).toBe(unknown);
    expect(await written(textOf(MANIFEST).replace('YM-PACKET-1', 'YM-PACKET-9'))).toBe(unknown);
    expect(await written('{')).toBe(unknown);
    const later = await forged((_, made) => ({ ...made, madeOn: '2026-12-31' }));
    expect(await faultOf(later)).toContain('制作日期与压缩包中文件的日期不符');
  });

  it('命令行：一致的返回 0，不符的用一句话指出文件、返回 1，打不开的返回 2', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yimen-packet-'));
    const path = join(folder, '证据包.zip');
    const run = async (argv: readonly string[]) => {
      const [out, err]: [string[], string[]] = [[], []];
      const io = {
        out: (line: string) => void out.push(line),
        err: (line: string) => void err.push(line),
      };
      return { code: await runVerifyPacket(argv, io), out: out.join('\n'), err: err.join('\n') };
    };
    await writeFile(path, zip);
    const good = await run([path]);
    expect([good.code, good.err]).toEqual([0, '']);
    expect(good.out).toContain('核验通过：证据包没有改动。');
    expect(good.out).toContain(hashesOf(Buffer.from(textOf(MANIFEST))).sm3);
    const changed = Buffer.from(zip);
    const at = zip.indexOf(Buffer.from(parts[1]?.bytes ?? [])) + 100;
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    await writeFile(path, changed);
    expect(await run([path])).toEqual({
      code: 1,
      out: '',
      err: `核验不通过：“${parts[1]?.path}”内容被改动。`,
    });
    expect((await run([join(folder, '没有.zip')])).code).toBe(2);
    expect((await run([])).code).toBe(2);
    expect((await run(['--help'])).code).toBe(0);
    await rm(folder, { recursive: true });
  });
});
