import { crc32 } from 'node:zlib';
import type { LocalDate } from '../../kernel/local-date.ts';
import {
  DIRECTORY_BYTES,
  dayOfDos,
  directoryRecord,
  END_BYTES,
  endRecord,
  LOCAL_BYTES,
  localHeader,
  type ZipPart,
} from './zip-layout.ts';

/** Where a ZIP is read from: a file on the disk, or bytes in memory. */
export type ZipSource = {
  readonly size: number;
  readonly read: (at: number, length: number) => Promise<Buffer>;
};

/** A part of a ZIP whose every byte around the contents has been compared. `contents` compares its check sum. */
export type FoundPart = ZipPart & { readonly at: number };

/** The first thing wrong: which file (by its place where the name itself is damaged), and what. */
export type ZipFault = { readonly path: string; readonly what: string };

export type ZipRead =
  | { readonly ok: true; readonly day: string; readonly parts: readonly FoundPart[] }
  | { readonly ok: false; readonly fault: ZipFault };

const MOST_PARTS = 5000;
const DIRECTORY = '（压缩包目录）';

/**
 * Reads a ZIP of the shape of zip-layout.ts and compares every byte of its structure with what the names, sizes and
 * check sums give: nothing can hide before, between or behind the files.
 */
export async function readZip(source: ZipSource): Promise<ZipRead> {
  const end = await readEnd(source);
  if (!end) return fault(DIRECTORY, '结尾不完整，文件可能没有下载完或者被改动');
  const directory = await source.read(end.at, end.bytes);
  const found = readDirectory(directory, end.count);
  if (!found.ok) return found;
  let at = 0;
  for (const part of found.parts) {
    if (part.at !== at) return fault(part.path, '在压缩包中的位置与目录不符');
    const expected = localHeader(part, found.day as LocalDate);
    const header = await source.read(at, expected.length);
    if (!header.equals(expected)) return fault(part.path, '文件头与目录不符');
    at += expected.length + part.bytes;
  }
  return at === end.at ? found : fault(DIRECTORY, '文件之后还有目录没有列出的内容');
}

/** The contents of a part, or null when its check sum differs. */
export async function contentsOf(source: ZipSource, part: FoundPart): Promise<Buffer | null> {
  const name = Buffer.byteLength(part.path, 'utf8');
  const contents = await source.read(part.at + LOCAL_BYTES + name, part.bytes);
  return contents.length === part.bytes && crc32(contents) === part.crc32 ? contents : null;
}

async function readEnd(
  source: ZipSource,
): Promise<{ at: number; bytes: number; count: number } | null> {
  if (source.size < END_BYTES) return null;
  const end = await source.read(source.size - END_BYTES, END_BYTES);
  const [count, bytes, at] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  if (!end.equals(endRecord(count, at, bytes))) return null;
  return at + bytes + END_BYTES === source.size ? { at, bytes, count } : null;
}

function readDirectory(directory: Buffer, count: number): ZipRead {
  if (count === 0 || count > MOST_PARTS) return fault(DIRECTORY, `列出 ${count} 个文件，不可能`);
  const parts: FoundPart[] = [];
  const paths = new Set<string>();
  let day: string | null = null;
  let cursor = 0;
  for (let index = 1; index <= count; index += 1) {
    const place = `${DIRECTORY}第 ${index} 个文件`;
    if (cursor + DIRECTORY_BYTES > directory.length) return fault(place, '目录不完整');
    const part = recordAt(directory, cursor);
    day ??= dayOfDos(directory.readUInt16LE(cursor + 14));
    if (!part || day === null) return fault(place, '文件名或者日期无法辨认');
    const expected = directoryRecord(part, day as LocalDate, part.at);
    const stored = directory.subarray(cursor, cursor + expected.length);
    if (!stored.equals(expected)) return fault(part.path, '目录中的记载被改动');
    if (paths.has(part.path)) return fault(part.path, '在压缩包中出现两次');
    paths.add(part.path);
    parts.push(part);
    cursor += expected.length;
  }
  if (cursor !== directory.length || day === null) return fault(DIRECTORY, '目录之后还有内容');
  return { ok: true, day, parts };
}

function recordAt(directory: Buffer, at: number): FoundPart | null {
  const length = directory.readUInt16LE(at + 28);
  const name = directory.subarray(at + DIRECTORY_BYTES, at + DIRECTORY_BYTES + length);
  const path = textOf(name);
  if (path === null || path === '') return null;
  return {
    path,
    crc32: directory.readUInt32LE(at + 16),
    bytes: directory.readUInt32LE(at + 24),
    at: directory.readUInt32LE(at + 42),
  };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function fault(path: string, what: string): { ok: false; fault: ZipFault } {
  return { ok: false, fault: { path, what } };
}
