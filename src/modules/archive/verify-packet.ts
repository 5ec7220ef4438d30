import { canonicalJson, type CanonicalValue } from '../../platform/crypto/canonical.ts';
import {
  contentsOf,
  type FoundPart,
  readZip,
  type ZipSource,
} from '../../platform/zip-file/read-zip.ts';
import { type PacketFile, type PacketManifest, packetManifest, packetPath } from './packet.ts';
import { hashesOf, sealText } from './packet-hash.ts';
import { packetRecords, type PacketContents } from './packet-records.ts';

/** The first fault of a packet: the file it is in, and what is wrong, as the end of a sentence. */
export type PacketFault = { readonly path: string; readonly what: string };

export type PacketVerdict =
  | {
      readonly ok: true;
      readonly manifest: PacketManifest;
      readonly manifestHash: string;
      readonly events: number;
      readonly links: number;
    }
  | { readonly ok: false; readonly fault: PacketFault };

class Faulty extends Error {
  readonly fault: PacketFault;
  constructor(path: string, what: string) {
    super(what);
    this.fault = { path, what };
  }
}

/**
 * Checks a proof packet by itself, without the system it came from: the ZIP's structure, the manifest, every file
 * against it, every event and chain, and that the documents the events name are those in the packet.
 * Answers the first fault. Nothing is skipped: what is not understood is a fault.
 */
export async function verifyPacket(source: ZipSource): Promise<PacketVerdict> {
  try {
    return await verified(source);
  } catch (error) {
    if (error instanceof Faulty) return { ok: false, fault: error.fault };
    throw error;
  }
}

async function verified(source: ZipSource): Promise<PacketVerdict> {
  const zip = await readZip(source);
  if (!zip.ok) throw new Faulty(zip.fault.path, zip.fault.what);
  const read = async (part: FoundPart): Promise<Buffer> => {
    const contents = await contentsOf(source, part);
    if (!contents) throw new Faulty(part.path, '内容被改动');
    return contents;
  };
  const parts = new Map(zip.parts.map((part) => [part.path, part]));
  const { manifest, manifestHash } = await readManifest(parts, read);
  if (manifest.madeOn !== zip.day) {
    throw new Faulty(packetPath.manifest, '制作日期与压缩包中文件的日期不符');
  }
  requireSameFiles(zip.parts, manifest);
  const contents: PacketContents = { manifest, readFile: (file) => readListed(parts, file, read) };
  for (const file of manifest.files) await contents.readFile(file);
  const told = await packetRecords(contents);
  if (!told.ok) throw new Faulty(told.path, told.what);
  return { ok: true, manifest, manifestHash, events: told.events, links: told.links };
}

type Read = (part: FoundPart) => Promise<Buffer>;
type Parts = ReadonlyMap<string, FoundPart>;

async function readManifest(
  parts: Parts,
  read: Read,
): Promise<{ manifest: PacketManifest; manifestHash: string }> {
  const { manifest: path, seal } = packetPath;
  const [manifestPart, sealPart] = [parts.get(path), parts.get(seal)];
  if (!manifestPart) throw new Faulty(path, '不在压缩包里');
  if (!sealPart) throw new Faulty(seal, '不在压缩包里');
  const bytes = await read(manifestPart);
  const hashes = hashesOf(bytes);
  if (!(await read(sealPart)).equals(Buffer.from(sealText(hashes), 'utf8'))) {
    throw new Faulty(path, `与${seal}不符`);
  }
  const parsed = packetManifest.safeParse(jsonOf(bytes));
  if (!parsed.success) throw new Faulty(path, '写法不符合证据包的格式');
  // One text for one meaning: spaces, order and repeated keys cannot carry anything.
  const canonical = `${canonicalJson(parsed.data as unknown as CanonicalValue)}\n`;
  if (canonical !== bytes.toString('utf8')) throw new Faulty(path, '写法不符合证据包的格式');
  return { manifest: parsed.data, manifestHash: hashes.sm3 };
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The manifest's files and then the manifest and its seal, in this order and nothing else. */
function requireSameFiles(parts: readonly FoundPart[], { files }: PacketManifest): void {
  const expected = [...files.map(({ path }) => path), packetPath.manifest, packetPath.seal];
  const present = new Set(parts.map(({ path }) => path));
  const missing = expected.find((path) => !present.has(path));
  if (missing) throw new Faulty(missing, '清单中有，压缩包里没有（被删除或者改名）');
  const listed = new Set(expected);
  const extra = parts.find(({ path }) => !listed.has(path));
  if (extra) throw new Faulty(extra.path, '清单中没有（被添加或者改名）');
  const moved = parts.find(({ path }, index) => path !== expected[index]);
  if (moved) throw new Faulty(moved.path, '次序与清单不符');
}

async function readListed(parts: Parts, file: PacketFile, read: Read): Promise<Buffer> {
  const part = parts.get(file.path);
  if (!part) throw new Faulty(file.path, '不在压缩包里');
  const bytes = await read(part);
  const { sm3, sha256 } = hashesOf(bytes);
  if (bytes.length !== file.bytes || sm3 !== file.sm3 || sha256 !== file.sha256) {
    throw new Faulty(file.path, '内容与清单中的校验值不符');
  }
  return bytes;
}
