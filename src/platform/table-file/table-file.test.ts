import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readXlsx as readWorkbook, writeXlsx as writeWorkbook } from 'hucre/xlsx';
import { readTable } from './read-table.ts';
import { MOST_ROWS } from './table.ts';
import { writeSheets, writeXlsx } from './write-xlsx.ts';
import { checkZip } from './zip-check.ts';

const read = (text: string | Uint8Array, name = '表.csv') => readTable(Buffer.from(text), name);
const heading = ['身份证号', '金额（元）'];

describe('表格文件的读取', () => {
  it('UTF-8、带 BOM 的 UTF-8、GBK 读出同样的文字', async () => {
    const text = '身份证号,备注\r\n519999199001011234,演示㙦\r\n';
    const plain = await read(text);
    expect(plain).toMatchObject({
      ok: true,
      heading: ['身份证号', '备注'],
      rows: [{ row: 2, cells: ['519999199001011234', '演示㙦'] }],
    });
    expect(await read(`\ufeff${text}`)).toEqual(plain);
    expect(await read(iconv.encode(text, 'gb18030'))).toEqual(plain);
  });

  it('以 = + - @ 开头的单元格是文字，读写都不变', async () => {
    const row = ['=1+1', '+2', '-3', '@x'];
    const bytes = await writeXlsx('表', ['a', 'b', 'c', 'd'], [row]);
    expect(await readTable(bytes, 'a.xlsx')).toMatchObject({ rows: [{ row: 2, cells: row }] });
    expect(await read(`a,b,c,d\n${row.join(',')}`)).toMatchObject({ rows: [{ cells: row }] });
  });

  it('几张表的工作簿：金额是数值，能合计；以 = 开头的文字仍是文字', async () => {
    const bytes = await writeSheets([
      { name: '名单', heading: ['姓名', '金额（元）'], rows: [['=HYPERLINK("x")', 965.5]] },
      { name: '说明', heading: ['项目'], rows: [['@x']] },
    ]);
    const workbook = await readWorkbook(bytes);
    expect(workbook.sheets.map((each) => [each.name, each.rows])).toEqual([
      [
        '名单',
        [
          // Over figures the unit stands below its name.
          ['姓名', '金额\n（元）'],
          ['=HYPERLINK("x")', 965.5],
        ],
      ],
      ['说明', [['项目'], ['@x']]],
    ]);
    expect(await readTable(bytes, 'a.xlsx')).toMatchObject({
      heading: ['姓名', '金额（元）'],
      rows: [{ cells: ['=HYPERLINK("x")', '965.5'] }],
    });
  });

  it('XLSX 里的公式、存成数值的长号码，该行不读并说明原因，其他行照读', async () => {
    const bytes = await writeWorkbook({
      sheets: [
        {
          name: '表',
          rows: [
            heading,
            ['519999199001011234', 12.5],
            [Number('519999199001011234'), 1],
            ['x', 2],
          ],
          cells: new Map([['3,1', { formula: 'SUM(1,1)', value: 2 }]]),
        },
      ],
    });
    const table = await readTable(bytes, 'a.xlsx');
    if (!table.ok) throw new Error(table.message);
    expect(table.rows).toEqual([{ row: 2, cells: ['519999199001011234', '12.5'] }]);
    expect(table.bad.map((each) => each.row)).toEqual([3, 4]);
    expect(table.bad[0]?.reason).toContain('后几位已经丢失');
    expect(table.bad[1]?.reason).toContain('公式');
  });

  it('引号不成对的行列出，其他行照读', async () => {
    const table = await read('a,b\n1,2\nx"y,3\n4,5\n');
    expect(table).toMatchObject({
      rows: [{ cells: ['1', '2'] }, { cells: ['4', '5'] }],
      bad: [{ row: 3 }],
    });
  });

  it('任何一个字节被改动的 XLSX，要么读出原来的内容，要么整个拒绝', async () => {
    const bytes = await writeXlsx('表', heading, [['519999199001011234', '1286.00']]);
    const whole = JSON.stringify(await readTable(bytes, 'a.xlsx'));
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      const table = await readTable(changed, 'a.xlsx');
      if (table.ok) expect(JSON.stringify(table), `第 ${at} 个字节`).toBe(whole);
    }
  });

  it('截断的 XLSX 不读出任何内容', async () => {
    const bytes = await writeXlsx('表', heading, [['1', '2']]);
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const table = await readTable(bytes.slice(0, Math.floor(bytes.length * share)), 'a.xlsx');
      expect(table).toMatchObject({ ok: false, message: expect.stringContaining('不完整') });
    }
    expect(checkZip(bytes)).toBe('whole');
  });

  it('行数到上限可以读，多一行拒绝', async () => {
    const rows = (count: number) => `a\n${'1\n'.repeat(count)}`;
    expect((await read(rows(MOST_ROWS))).ok).toBe(true);
    expect(await read(rows(MOST_ROWS + 1))).toMatchObject({
      ok: false,
      message: expect.stringContaining(`${MOST_ROWS} 行`),
    });
    const many = Array.from({ length: MOST_ROWS + 1 }, () => ['1']);
    expect((await readTable(await writeXlsx('表', ['a'], many.slice(1)), 'a.xlsx')).ok).toBe(true);
    expect((await readTable(await writeXlsx('表', ['a'], many), 'a.xlsx')).ok).toBe(false);
  });
});
