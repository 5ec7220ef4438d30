import { crc32, inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 65_557;
const MOST_ENTRIES = 1000;
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;

export type ZipVerdict = 'whole' | 'damaged' | 'too-large';

/**
 * Whether every part of a ZIP unpacks, has the check sum its directory gives, and all together stay below 64 MB.
 * The spreadsheet reader does not compare check sums: one changed byte in the middle of a file would become
 * another amount of money without anybody noticing.
 */
export function checkZip(bytes: Uint8Array): ZipVerdict {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return verdictOf(buffer);
  } catch (error) {
    return isTooLarge(error) ? 'too-large' : 'damaged';
  }
}

function verdictOf(zip: Buffer): ZipVerdict {
  const end = endOfDirectory(zip);
  if (end === null) return 'damaged';
  const count = zip.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) return 'too-large';
  let at = zip.readUInt32LE(end + 16);
  let left = MOST_UNPACKED_BYTES;
  for (let entry = 0; entry < count; entry += 1) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) return 'damaged';
    const unpacked = unpack(zip, at, left);
    if (unpacked === null || crc32(unpacked) !== zip.readUInt32LE(at + 16)) return 'damaged';
    left -= unpacked.length;
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    at += ENTRY_BYTES + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return 'whole';
}

/** The end record stands last, behind it at most a comment. */
function endOfDirectory(zip: Buffer): number | null {
  const earliest = Math.max(0, zip.length - LONGEST_COMMENT);
  for (let at = zip.length - 22; at >= earliest; at -= 1) {
    if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return null;
}

function unpack(zip: Buffer, entry: number, most: number): Buffer | null {
  const method = zip.readUInt16LE(entry + 10);
  const packedBytes = zip.readUInt32LE(entry + 20);
  const local = zip.readUInt32LE(entry + 42);
  if (zip.readUInt32LE(local) !== LOCAL_ENTRY) return null;
  const start = local + LOCAL_BYTES + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (start + packedBytes > zip.length) return null;
  const packed = zip.subarray(start, start + packedBytes);
  if (method === STORED) return packed;
  // zlib takes no limit below one byte; a part that unpacks to nothing still passes.
  const limit = Math.max(1, most);
  return method === DEFLATED ? inflateRawSync(packed, { maxOutputLength: limit }) : null;
}

function isTooLarge(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
}
