import { createReadStream } from 'node:fs';
import { BATCH, type BulkSource, type RawBatch, type RawLine } from './bulk-input.ts';

const LINE_END = 0x0a;
/** A household of thirty members with every list full stays far below. */
export const LONGEST_LINE = 4_000_000;
/** Households of many members fill a batch before there are many of them. */
const MOST_BYTES = 64_000_000;

/** JSON lines from a line on: one household in each, `most` of them in a batch. */
export function jsonLineSource(path: string, from = 1, most = BATCH): BulkSource {
  const stream = createReadStream(path, { highWaterMark: 1 << 18 });
  return { batches: batchesOf(stream, from, most), bytesRead: () => stream.bytesRead };
}

async function* batchesOf(
  stream: AsyncIterable<Uint8Array>,
  from: number,
  most: number,
): AsyncGenerator<RawBatch> {
  let line = 0;
  let [lines, parts, end]: [RawLine[], Uint8Array[], number] = [[], [], 0];
  for await (const bytes of linesOf(stream)) {
    line += 1;
    if (line < from) continue;
    end += bytes?.length ?? 0;
    lines.push({ line, end: bytes ? end : null });
    if (bytes) parts.push(bytes);
    if (lines.length < most && end < MOST_BYTES) continue;
    yield { form: 'jsonl', bytes: inOne(parts, end), lines };
    [lines, parts, end] = [[], [], 0];
  }
  if (lines.length > 0) yield { form: 'jsonl', bytes: inOne(parts, end), lines };
}

function inOne(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Null stands for a line that is too long to be a household. */
async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | null> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, from)) {
      const last = chunk.subarray(from, end);
      const isTooLong = length + last.length > LONGEST_LINE;
      yield isTooLong ? null : parts.length === 0 ? last : Buffer.concat([...parts, last]);
      [parts, length, from] = [[], 0, end + 1];
    }
    const rest = chunk.subarray(from);
    length += rest.length;
    if (length <= LONGEST_LINE && rest.length > 0) parts.push(rest);
  }
  if (length > 0) yield length > LONGEST_LINE ? null : Buffer.concat(parts);
}
