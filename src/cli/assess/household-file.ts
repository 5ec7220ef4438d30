import { readFileSync } from 'node:fs';
import { readJsonText } from '../../platform/json-file/json-text.ts';
import type { HouseholdFacts } from '../../rules/facts.ts';
import { readHousehold } from '../../rules/household-fault.ts';
import { InputFault } from '../io.ts';

/** One household from a file; every fault of it with line and column. */
export function readHouseholdFile(path: string): HouseholdFacts {
  const { faults, json } = readJsonText(textOf(path));
  const read = json ? readHousehold(json.value) : null;
  const ofFacts = read && !read.ok ? read.faults : [];
  const lines = [
    ...faults,
    ...ofFacts.map((each) => ({
      ...(json?.placeOf(each) ?? { line: 1, column: 1 }),
      message: each.message,
    })),
  ].toSorted((a, b) => a.line - b.line || a.column - b.column);
  if (read?.ok && lines.length === 0) return read.facts;
  const told = lines.map(({ line, column, message }) => `  ${path}:${line}:${column} ${message}`);
  throw new InputFault(
    `家庭文件有 ${lines.length} 处不符合要求（--schema 查看要求）：\n${told.join('\n')}`,
  );
}

function textOf(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new InputFault(`家庭文件读不到：${path}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputFault(`家庭文件不是 UTF-8 编码，请另存为 UTF-8：${path}`);
  }
}
