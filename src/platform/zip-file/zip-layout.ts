import type { LocalDate } from '../../kernel/local-date.ts';

/**
 * The one shape our ZIP files have, so that every byte that is not content follows from the names, the contents and
 * the day: files are stored and not compressed, nothing stands between them, there are no comments and no extra
 * fields. Every ordinary program opens it; `readZip` accepts nothing else.
 */
export type ZipPart = {
  readonly path: string;
  readonly bytes: number;
  readonly crc32: number;
};

export const LOCAL_BYTES = 30;
export const DIRECTORY_BYTES = 46;
export const END_BYTES = 22;
export const FILE_MODE = 0o100644;

const LOCAL_SIGNATURE = 0x04034b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const NEEDED = 20;
const MADE_BY = (3 << 8) | 63;
const UTF8_NAME = 1 << 11;
/** The time of day every file bears; with the day it names when the ZIP was made. */
export const HOUR = 12;

/** The header in front of a file's bytes. */
export function localHeader(part: ZipPart, day: LocalDate): Buffer {
  const name = Buffer.from(part.path, 'utf8');
  const header = Buffer.alloc(LOCAL_BYTES);
  header.writeUInt32LE(LOCAL_SIGNATURE, 0);
  writeFacts(header, 4, part, name, day);
  return Buffer.concat([header, name]);
}

/** The file's line in the directory at the end. */
export function directoryRecord(part: ZipPart, day: LocalDate, at: number): Buffer {
  const name = Buffer.from(part.path, 'utf8');
  const record = Buffer.alloc(DIRECTORY_BYTES);
  record.writeUInt32LE(DIRECTORY_SIGNATURE, 0);
  record.writeUInt16LE(MADE_BY, 4);
  writeFacts(record, 6, part, name, day);
  record.writeUInt32LE((FILE_MODE << 16) >>> 0, 38);
  record.writeUInt32LE(at, 42);
  return Buffer.concat([record, name]);
}

// The same 26 bytes in both: version, flags, method, time, day, check sum, sizes, length of the name, no extra.
function writeFacts(
  buffer: Buffer,
  at: number,
  { bytes, crc32 }: ZipPart,
  name: Buffer,
  day: LocalDate,
): void {
  buffer.writeUInt16LE(NEEDED, at);
  buffer.writeUInt16LE(UTF8_NAME, at + 2);
  buffer.writeUInt16LE(HOUR << 11, at + 6);
  buffer.writeUInt16LE(dosDay(day), at + 8);
  buffer.writeUInt32LE(crc32, at + 10);
  buffer.writeUInt32LE(bytes, at + 14);
  buffer.writeUInt32LE(bytes, at + 18);
  buffer.writeUInt16LE(name.length, at + 22);
}

/** The last bytes of the ZIP. */
export function endRecord(count: number, directoryAt: number, directoryBytes: number): Buffer {
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END_SIGNATURE, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(directoryAt, 16);
  return end;
}

function dosDay(day: LocalDate): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return ((year - 1980) << 9) | (month << 5) | date;
}

/** The day a ZIP bears, as `dosDay` wrote it; null for a number that is no date. */
export function dayOfDos(value: number): string | null {
  const [year, month, date] = [(value >> 9) + 1980, (value >> 5) & 15, value & 31];
  if (month < 1 || month > 12 || date < 1) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
