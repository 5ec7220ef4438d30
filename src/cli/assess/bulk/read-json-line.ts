import { readHousehold } from '../../../rules/household-fault.ts';
import type { BulkInput, RawLines } from './bulk-input.ts';
import { LONGEST_LINE } from './json-line-source.ts';

/** Lines with a household each, which may say its name in `household`. Empty lines are passed over. */
export function readJsonLines({ bytes, lines }: RawLines): BulkInput[] {
  let from = 0;
  return lines.flatMap(({ line, end }) => {
    if (end === null) return [tooLong(line)];
    const read = inputOf(line, bytes.subarray(from, end));
    from = end;
    return read ? [read] : [];
  });
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function tooLong(line: number): BulkInput {
  return bad(line, `这一行超过 ${LONGEST_LINE / 1_000_000} 兆字节，不是一户`);
}

function bad(line: number, reason: string): BulkInput {
  return { line, household: null, ok: false, reasons: [reason] };
}

function inputOf(line: number, bytes: Uint8Array): BulkInput | null {
  let json: unknown;
  try {
    const text = decoder.decode(bytes).trim();
    if (text === '') return null;
    json = JSON.parse(text);
  } catch (error) {
    return bad(line, error instanceof SyntaxError ? '不是一个完整的 JSON' : '不是 UTF-8 编码');
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
