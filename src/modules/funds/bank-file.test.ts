import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import rural from '../../../regions/51/5117/bank/rural-commercial.json' with { type: 'json' };
import postal from '../../../regions/51/5117/bank/postal-savings.json' with { type: 'json' };
import { addFen, fen, parseYuan } from '../../kernel/fen.ts';
import { type BankLine, bankFileText } from './bank-file.ts';
import { bankLayoutSchema, layoutFor } from './bank-layout.ts';

const csv = bankLayoutSchema.parse(rural);
const fixed = bankLayoutSchema.parse(postal);
const widthOf = (text: string) => iconv.encode(text, 'gb18030').length;
const line = (no: number, amount: number, name = '孙演禾'): BankLine => ({
  ...{ no, name, idNumber: '519999195802030019', account: `6200000000000${no}` },
  ...{ bank: '演示银行', amount: fen(amount), summary: '2026-03低保当月' },
});
const head = { batch: 'B1', date: '2026-03-02' };

describe('DB-25 · 银行代发文件按版式生成', () => {
  it('逗号分隔：列名、各行、合计行，金额两位小数', () => {
    const text = bankFileText(csv, { ...head, lines: [line(1, 62_000), line(2, 5)] }, widthOf);
    expect(text.split('\r\n')).toEqual([
      '序号,户名,身份证号,账号,金额,摘要',
      '1,孙演禾,519999195802030019,62000000000001,620.00,2026-03低保当月',
      '2,孙演禾,519999195802030019,62000000000002,0.05,2026-03低保当月',
      '合计,B1,2026-03-02,2,620.05',
      '',
    ]);
  });

  it('定长：按编码的字节数对齐，生僻字占四字节也不错位', () => {
    const lines = [line(1, 62_000), line(2, 62_000, '孙𠮷禾')];
    const text = bankFileText(fixed, { ...head, lines }, widthOf);
    const bytes = text
      .split('\r\n')
      .filter((each) => each !== '')
      .map(widthOf);
    expect(bytes).toEqual([65, 175, 175]);
  });

  it('写不下的不截断，整个文件不生成', () => {
    const long = line(1, 100, '孙'.repeat(31));
    expect(() => bankFileText(fixed, { ...head, lines: [long] }, widthOf)).toThrow('户名');
  });

  it('含分隔符、引号的照规矩加引号', () => {
    const text = bankFileText(csv, { ...head, lines: [line(1, 100, '孙,"禾"')] }, widthOf);
    expect(text).toContain('1,"孙,""禾""",');
  });

  it('合计行的笔数和金额，总等于各行之和', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 900_000_000 }), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(amounts, (made) => {
        const lines = made.map((amount, index) => line(index + 1, amount));
        const rows = bankFileText(csv, { ...head, lines }, widthOf)
          .trim()
          .split('\r\n');
        const [, , , count, sum] = (rows.at(-1) ?? '').split(',');
        const figures = rows
          .slice(1, -1)
          .map((row) => parseYuan(row.split(',')[4] ?? '') ?? fen(0));
        expect(count).toBe(String(made.length));
        expect(parseYuan(sum ?? '')).toBe(addFen(...figures));
        expect(addFen(...figures)).toBe(made.reduce((all, each) => all + each, 0));
      }),
    );
  });

  it('开户行归哪个版式，以名称里写得最具体的为准；没有的就是没有', () => {
    expect(layoutFor([csv, fixed], '四川达州农村商业银行罗江支行')).toBe(csv);
    expect(layoutFor([csv, fixed], '中国邮政储蓄银行')).toBe(fixed);
    expect(layoutFor([csv, fixed], '某某银行')).toBeUndefined();
  });

  it.each([
    ['定长缺宽度', { ...postal, columns: postal.columns.map(({ width: _, ...each }) => each) }],
    ['缺账号列', { ...rural, columns: rural.columns.filter(({ field }) => field !== 'account') }],
    ['不认识的列', { ...rural, columns: [...rural.columns, { field: 'secret', title: '密' }] }],
    ['不认识的编码', { ...rural, encoding: 'big5' }],
  ])('%s的版式不收', (_, json) => {
    expect(bankLayoutSchema.safeParse(json).success).toBe(false);
  });
});
