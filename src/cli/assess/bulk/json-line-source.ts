import { createReadStream } from 'node:fs';
import { readHousehold } from '../../../rules/household-fault.ts';
import type { BulkInput, BulkSource } from './bulk-input.ts';

const LINE_END = 0x0a;
/** A household of thirty members with every list full stays far below. */
const LONGEST_LINE = 4_000_000;

/**
 * JSON lines from a line on: one household in each, with a name in `household` if it has one. Empty lines are
 * passed over.
 */
export function jsonLineSource(path: string, from = 1): BulkSource {
  const stream = createReadStream(path, { highWaterMark: 1 << 18 });
  return { households: householdsOf(stream, from), bytesRead: () => stream.bytesRead };
}

async function* householdsOf(
  stream: AsyncIterable<Uint8Array>,
  from: number,
): AsyncGenerator<BulkInput> {
  let line = 0;
  for await (const bytes of linesOf(stream)) {
    line += 1;
    if (line < from) continue;
    const read = inputOf(line, bytes);
    if (read) yield read;
  }
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

const decoder = new TextDecoder('utf-8', { fatal: true });

function inputOf(line: number, bytes: Uint8Array | null): BulkInput | null {
  const bad = (reason: string, household: string | null = null): BulkInput => ({
    line,
    household,
    ok: false,
    reasons: [reason],
  });
  if (!bytes) return bad(`这一行超过 ${LONGEST_LINE / 1_000_000} 兆字节，不是一户`);
  let json: unknown;
  try {
    const text = decoder.decode(bytes).trim();
    if (text === '') return null;
    json = JSON.parse(text);
  } catch (error) {
    return bad(error instanceof SyntaxError ? '不是一个完整的 JSON' : '不是 UTF-8 编码');
  }
  return householdOf(line, json);
}

function householdOf(line: number, json: unknown): BulkInput {
  const { household: name, ...rest } = isRecord(json) ? json : { household: null };
  const household = typeof name === 'string' || typeof name === 'number' ? String(name) : null;
  const read = readHousehold(isRecord(json) ? rest : json);
  if (read.ok) return { line, household, ok: true, facts: read.facts };
  return { line, household, ok: false, reasons: read.faults.map(({ message }) => message) };
}

function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
