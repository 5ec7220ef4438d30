import { open } from 'node:fs/promises';
import { formatInstant, instant } from '../kernel/clock.ts';
import { packetFileKinds, type PacketManifest } from '../modules/archive/packet.ts';
import { verifyPacket } from '../modules/archive/verify-packet.ts';
import type { ZipSource } from '../platform/zip-file/read-zip.ts';
import { argumentsOf, InputFault, type Io, spoken } from './io.ts';

const USAGE = `用法：yimen verify-packet <证据包.zip>
  核验证据包：压缩包结构、清单、每个文件、办理记录和记录链、记录所指的材料。
  不需要联网，也不需要数据库。一致时返回 0；有一处不符，指出第一处并返回 1。`;

/** `yimen verify-packet <zip>`: checks a proof packet by itself; names the first fault and exits 1. */
export function runVerifyPacket(argv: readonly string[], io: Io): Promise<number> {
  return spoken(io, async () => {
    const options = { help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals } = argumentsOf(argv, options, USAGE);
    if (values.help) {
      io.out(USAGE);
      return 0;
    }
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new InputFault(USAGE);
    return verifyFile(path, io);
  });
}

async function verifyFile(path: string, io: Io): Promise<number> {
  const file = await open(path, 'r').catch(() => {
    throw new InputFault(`打不开文件：${path}。请核对文件名。`);
  });
  try {
    const { size } = await file.stat();
    const verdict = await verifyPacket(sourceOf(file, size));
    if (!verdict.ok) {
      io.err(`核验不通过：“${verdict.fault.path}”${verdict.fault.what}。`);
      return 1;
    }
    const { manifest, manifestHash, events, links } = verdict;
    for (const line of summaryOf(manifest)) io.out(line);
    io.out(`办理记录 ${events} 条，记录链 ${links} 条，逐条重算一致。`);
    io.out(`清单 SM3 ${manifestHash}`);
    io.out('核验通过：证据包没有改动。');
    return 0;
  } finally {
    await file.close();
  }
}

function sourceOf(file: Awaited<ReturnType<typeof open>>, size: number): ZipSource {
  return {
    size,
    read: async (at, length) => {
      // A damaged directory may claim any length; nothing beyond the file is ever allotted.
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
      await file.read(buffer, 0, buffer.length, at);
      return buffer;
    },
  };
}

function summaryOf(manifest: PacketManifest): readonly string[] {
  const { caseNumber, townshipName, madeAt, madeFor, reason, recipient, files } = manifest;
  const counts = Object.entries(packetFileKinds).flatMap(([kind, title]) => {
    const count = files.filter((each) => each.kind === kind).length;
    return count > 0 ? [`${title} ${count} 件`] : [];
  });
  return [
    `办件 ${caseNumber}（${townshipName}），${formatInstant(instant(madeAt))}由${madeFor.name}（${madeFor.role}）制作。`,
    `用途：${reason}；交给：${recipient}。`,
    `${counts.join('，')}。`,
    ...manifest.withheld.map(({ title, because }) => `未收入：${title}（${because}）`),
  ];
}
