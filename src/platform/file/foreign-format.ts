import type { FileKind } from './accepted-file.ts';

// Archives are found at their end or anywhere behind a picture (图种); a chance match of six bytes is out of reach.
const ARCHIVES = [Buffer.from('Rar!\x1a\x07', 'latin1'), Buffer.from("7z\xbc\xaf'\x1c", 'latin1')];
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');
const ZIP_END_BYTES = 22;
const HEAD_BYTES = 1024;
const SCRIPT = /<(script|html|svg|\?php|!doctype)|javascript:/i;

/**
 * Whether a picture or PDF is at the same time something else: an archive behind it, a PDF or a web page in its
 * head. People only ever see a copy made anew, so this is a second wall and may be narrow.
 */
export function carriesAnotherFormat(bytes: Uint8Array, kind: FileKind): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = file.subarray(0, HEAD_BYTES);
  if (ARCHIVES.some((signature) => file.includes(signature)) || endsAsZip(file)) return true;
  if (kind === 'pdf') return head.indexOf('%PDF-') !== 0;
  return head.includes('%PDF-') || SCRIPT.test(head.toString('latin1'));
}

/** A ZIP is read from its end record, whose comment reaches exactly to the end of the file. */
function endsAsZip(file: Buffer): boolean {
  const at = file.lastIndexOf(ZIP_END);
  if (at < 0 || at + ZIP_END_BYTES > file.length) return false;
  return at + ZIP_END_BYTES + file.readUInt16LE(at + 20) <= file.length && hasEntryBefore(file, at);
}

function hasEntryBefore(file: Buffer, end: number): boolean {
  const directory = file.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'), end);
  return directory >= 0;
}
