import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import rural from '../../../regions/51/5117/bank/rural-commercial.json' with { type: 'json' };
import { fen } from '../../kernel/fen.ts';
import { bankFileText } from './bank-file.ts';
import { layoutFor } from './bank-layout.ts';
import { layoutsOf } from './layout-store.ts';
import { readReply } from './read-reply.ts';
import { judgedReply } from './reply.ts';

describe('再加一家银行，只加配置，不改程序', () => {
  let regions: string;
  beforeAll(() => {
    regions = mkdtempSync(join(tmpdir(), 'yimen-regions-'));
    cpSync(fileURLToPath(new URL('../../../regions/51', import.meta.url)), join(regions, '51'), {
      recursive: true,
    });
    const folder = join(regions, '51/5117/511702/bank');
    mkdirSync(folder, { recursive: true });
    const { total: _, ...kept } = rural;
    const added = {
      ...kept,
      ...{ id: 'city-bank', title: '城市商业银行代发文件', banks: ['城市商业'], delimiter: '|' },
      ...{ encoding: 'gb18030', money: 'fen', extension: 'txt', heading: false, total: null },
      columns: [
        { field: 'account', title: '账号' },
        { field: 'amount', title: '金额' },
        { field: 'no', title: '序号' },
      ],
      reply: { ...rural.reply, delimiter: '|', money: 'fen', success: ['00'] },
    };
    writeFileSync(join(folder, 'city-bank.json'), JSON.stringify(added));
  });
  afterAll(() => rmSync(regions, { recursive: true, force: true }));

  it('代发文件照它的列、次序、分隔和单位生成，回盘照它的读', async () => {
    const layout = layoutFor(layoutsOf('511702', regions), '达州城市商业银行');
    if (!layout) throw new Error('the added bank is not found');
    const line = {
      ...{ no: 1, name: '孙演禾', idNumber: '', account: '6200', bank: '', summary: '' },
      amount: fen(62_000),
    };
    const batch = { batch: 'B1', date: '2026-03-02', lines: [line] };
    expect(bankFileText(layout, batch, (text) => text.length)).toBe('6200|62000|1\r\n');
    const text = '批次号|序号|账号|金额|处理结果|失败原因\nB1|1|6200|62000|00|\n';
    const read = await readReply(layout, iconv.encode(text, 'gb18030'), '回盘.txt');
    if (!read.ok) throw new Error(read.message);
    const sent = [{ no: 1, lineId: 'a', accountIndex: '6200', amount: fen(62_000), outcome: null }];
    const judged = judgedReply(layout, read.rows, sent, {
      ...{ batch: 'B1', isPartial: false },
      indexOf: (account) => account,
    });
    expect(judged).toMatchObject({ ok: true, outcomes: [{ lineId: 'a', outcome: 'paid' }] });
  });

  it('只在这个县有效；别的县还是原来两家', () => {
    const ids = (place: string) => layoutsOf(place, regions).map(({ id }) => id);
    expect(ids('511702')).toEqual(['city-bank', 'postal-savings', 'rural-commercial']);
    expect(ids('511703')).toEqual(['postal-savings', 'rural-commercial']);
  });

  it('列数不齐、定长不足的回盘读不出来，说明第几行', async () => {
    const layouts = layoutsOf('511702', regions);
    const city = layouts.find(({ id }) => id === 'city-bank');
    const postal = layouts.find(({ id }) => id === 'postal-savings');
    if (!city || !postal) throw new Error('a layout is missing');
    const torn = await readReply(city, iconv.encode('批次号|序号\nB1\n', 'gb18030'), '回盘.txt');
    expect(torn).toMatchObject({ ok: false });
    const short = await readReply(postal, Buffer.from('B1\n'), '回盘.txt');
    expect(short).toEqual({ ok: false, message: '第 1 行是 2 字节，应当是 149 字节。' });
  });
});
