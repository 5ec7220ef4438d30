import { describe, expect, it } from 'vitest';
import { streamTable } from './stream-table.ts';
import type { BadRow, TableRow } from './table.ts';

const LIMIT = { rows: 1_000_000, columns: 60 };

async function recordsOf(text: string): Promise<readonly (TableRow | BadRow)[]> {
  const table = await streamTable(Buffer.from(text), 'a.csv', LIMIT);
  if (!table.ok) throw new Error(table.message);
  return await gathered(table.batches);
}

async function gathered<T>(batches: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
}

const heading = '身份证号,余额（元）\n';
const lines = (count: number, end = '\n') =>
  Array.from({ length: count }, (_, at) => `51999919500101${at},${at}.50${end}`).join('');

describe('再大的 CSV 也一段一段读', () => {
  it('没有引号的按行切开，与逐字读的结果一样：行号、空行、各种换行', async () => {
    for (const text of [
      heading + lines(30),
      `\ufeff${heading}${lines(30)}`,
      heading.replace('\n', '\r\n') + lines(30, '\r\n'),
      `${heading}\n\n${lines(5)}\n${lines(5)}甲,1`,
      `${heading}  甲 \t,乙\u200b\n,\n`,
    ]) {
      // A quoted first cell sends the same text to the CSV reader.
      const quoted = text.replace(/^\ufeff?身份证号/, '"身份证号"');
      expect(await recordsOf(text)).toEqual(await recordsOf(quoted));
    }
  });

  it('中途才出现引号的，从那里起逐字读，行号接着数', async () => {
    const many = lines(40_000);
    const records = await recordsOf(`${heading}${many}"甲,""乙""",2\n丙,3\n`);
    expect(records).toHaveLength(40_003);
    expect(records.at(-2)).toEqual({ row: 40_002, cells: ['甲,"乙"', '2'] });
    expect(records.at(-1)).toEqual({ row: 40_003, cells: ['丙', '3'] });
  });

  it('引号没有成对的行列为出错，别的行照读', async () => {
    const records = await recordsOf(`${heading}${lines(3)}甲"乙,2\n丙,3\n`);
    expect(records.filter((each) => 'reason' in each)).toHaveLength(1);
    expect(records).toContainEqual({ row: 6, cells: ['丙', '3'] });
    expect(records).toHaveLength(6);
  });
});
