import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { briefOf } from '../../rules/brief.ts';
import { assessHousehold } from '../../rules/overview.ts';
import { earned, household, person } from '../../rules/worked-case.ts';
import { writtenPlace } from '../../rules/policy-check/written-place.fixture.ts';
import { runAssess } from '../assess.ts';
import { regionFinder } from '../region-finder.ts';

let folder = '';
const folders: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yimen-bulk-'));
  folders.push(folder);
});
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true });
});

const on = localDate('2025-09-01');
const family = (amount: number, more: object = {}) => ({
  ...household({ residence: 'rural', incomes: [earned('i', amount)] }),
  place: placeCode('511703001'),
  acceptedOn: on,
  ...more,
});

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const lines = (...households: readonly unknown[]) =>
  households.map((each) => `${typeof each === 'string' ? each : JSON.stringify(each)}\n`).join('');

async function bulk(input: string, output: string, ...options: string[]) {
  const err: string[] = [];
  const code = await runAssess(['--bulk', ...options, input, join(folder, output)], {
    out: (text) => err.push(text),
    err: (text) => err.push(text),
  });
  return { code, err: err.join('\n') };
}

const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');
const rowsOf = (name: string): Record<string, unknown>[] =>
  textOf(name)
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const tableOf = (name: string): Record<string, string>[] =>
  parse(textOf(name), { bom: true, columns: true });

describe('yimen assess --bulk：每行一户的 JSON', () => {
  test('每户的结果与一户一户核算相同，带上行号和户号', async () => {
    const first = family(20_000);
    const input = put('in.jsonl', lines({ household: 'H-1', ...first }, family(900_000)));
    const { code, err } = await bulk(input, 'out.jsonl');
    const [one, two] = rowsOf('out.jsonl');
    const given = { on, knownOn: on };
    const overview = assessHousehold(first, regionFinder()('511703001'), given);
    expect(code).toBe(0);
    expect(one).toEqual(
      JSON.parse(JSON.stringify({ line: 1, household: 'H-1', brief: briefOf(overview, given.on) })),
    );
    expect(one).toMatchObject({ brief: { schemes: { dibao: { outcome: 'eligible' } } } });
    expect(two).toMatchObject({
      line: 2,
      household: null,
      brief: { schemes: { dibao: { outcome: 'not-eligible', amount: 0 } } },
    });
    expect(err).toContain('共 2 户：核算 2 户，写在');
    expect(textOf('out.bad.jsonl')).toBe('');
  });

  test('有误的户连同原因另写一个文件，其余照常核算，退出码 1', async () => {
    const twoSpouses = family(0, { members: [person('a'), person('b'), person('c')] });
    const input = put(
      'in.jsonl',
      lines(
        family(20_000),
        '{"place":',
        {
          household: 'H-3',
          ...twoSpouses,
          assets: [{ id: 'h', owner: 'a', kind: 'house', areaSquareMetres: -1 }],
        },
        '',
        { household: 'H-5', ...family(0), acceptedOn: null },
        family(30_000),
      ),
    );
    const { code, err } = await bulk(input, 'out.jsonl');
    expect(code).toBe(1);
    expect(rowsOf('out.jsonl').map((row) => row['line'])).toEqual([1, 6]);
    expect(rowsOf('out.bad.jsonl')).toEqual([
      { line: 2, household: null, reasons: ['不是一个完整的 JSON'] },
      {
        line: 3,
        household: 'H-3',
        reasons: ['财产情况第 1 条“房屋面积”：不能小于 0', '家庭成员第 3 条：配偶只能登记一名'],
      },
      { line: 5, household: 'H-5', reasons: [expect.stringContaining('没有受理日期')] },
    ]);
    expect(err).toContain('3 户有误，原因写在');
  });

  test('全部按所写的地方和日期核算', async () => {
    const input = put('in.jsonl', lines(family(20_000, { place: '110101001', acceptedOn: null })));
    expect((await bulk(input, 'out.jsonl', '--region', '达州市', '--on', on)).code).toBe(0);
    expect(rowsOf('out.jsonl')).toMatchObject([{ brief: { on, standard: 62_000 } }]);
  });

  test('--policy 采用 regions/ 以外的地方文件', async () => {
    const policy = put('place.json', JSON.stringify(writtenPlace()));
    const input = put('in.jsonl', lines(family(0, { place: '990101001', residence: 'urban' })));
    expect((await bulk(input, 'out.jsonl', '--policy', policy)).code).toBe(0);
    expect(rowsOf('out.jsonl')).toMatchObject([{ brief: { standard: 64_000 } }]);
  });

  test('当地没有规定的，写明不能核算的原因，不算有误', async () => {
    const input = put('in.jsonl', lines(family(0, { place: '110101001' })));
    expect((await bulk(input, 'out.jsonl')).code).toBe(0);
    const [row] = rowsOf('out.jsonl') as [{ brief: { schemes: Record<string, object> } }];
    expect(row.brief.schemes['dibao']).toEqual({ refused: expect.stringContaining('不能计算') });
  });

  test('事实不全的，写明还需要什么', async () => {
    const input = put('in.jsonl', lines(family(0, { assets: null })));
    await bulk(input, 'out.jsonl');
    expect(rowsOf('out.jsonl')).toMatchObject([
      { brief: { schemes: { dibao: { outcome: 'undecided', missing: ['申请人的财产情况'] } } } },
    ]);
  });

  test('文字里有行分隔符 U+2028 的仍是一行；不是 UTF-8 的一行只影响自己', async () => {
    const odd = JSON.stringify({ household: 'A\u2028B', ...family(0) });
    const bytes = Buffer.concat([
      Buffer.from(`${odd}\r\n`),
      Buffer.from([0x7b, 0xff, 0x7d, 0x0a]),
      Buffer.from(JSON.stringify(family(0))),
    ]);
    const { code } = await bulk(put('in.jsonl', bytes), 'out.jsonl');
    expect(code).toBe(1);
    expect(rowsOf('out.jsonl').map((row) => [row['line'], row['household']])).toEqual([
      [1, 'A\u2028B'],
      [3, null],
    ]);
    expect(rowsOf('out.bad.jsonl')).toMatchObject([{ line: 2, reasons: ['不是 UTF-8 编码'] }]);
  });

  test('长得不可能是一户的一行，跳过而不占满内存', async () => {
    const input = put('in.jsonl', `${'x'.repeat(4_000_001)}\n${JSON.stringify(family(0))}\n`);
    await bulk(input, 'out.jsonl');
    expect(rowsOf('out.jsonl')).toMatchObject([{ line: 2 }]);
    expect(rowsOf('out.bad.jsonl')).toMatchObject([
      { line: 1, reasons: ['这一行超过 4 兆字节，不是一户'] },
    ]);
  });
});

describe('yimen assess --bulk：接着做', () => {
  const many = lines(...Array.from({ length: 7 }, (_, index) => family(10_000 * index)));

  test('中断后从下一行接着做，与一次做完相同，半行不留', async () => {
    const input = put('in.jsonl', many);
    await bulk(input, 'whole.jsonl');
    const head = textOf('whole.jsonl').split('\n').slice(0, 3).join('\n');
    put('part.jsonl', `${head}\n{"line":4,"house`);
    const { code } = await bulk(input, 'part.jsonl', '--from', '4');
    expect(code).toBe(0);
    expect(textOf('part.jsonl')).toBe(textOf('whole.jsonl'));
  });

  test('CSV 也能接着做，列名只写一次', async () => {
    const input = put('in.jsonl', many);
    await bulk(input, 'whole.csv');
    const head = textOf('whole.csv').split('\r\n').slice(0, 4).join('\r\n');
    put('part.csv', `${head}\r\n4,,2025`);
    await bulk(input, 'part.csv', '--from', '4');
    expect(textOf('part.csv')).toBe(textOf('whole.csv'));
  });

  test('已经写过的行不再写第二遍，说明从哪一行接着做', async () => {
    const input = put('in.jsonl', many);
    await bulk(input, 'out.jsonl');
    const { code, err } = await bulk(input, 'out.jsonl', '--from', '5');
    expect([code, err]).toEqual([2, expect.stringContaining('请写 --from 8')]);
    expect(rowsOf('out.jsonl')).toHaveLength(7);
  });

  test('原来没有输出的，就从那一行开始', async () => {
    await bulk(put('in.jsonl', many), 'out.jsonl', '--from', '6');
    expect(rowsOf('out.jsonl').map((row) => row['line'])).toEqual([6, 7]);
  });
});

describe('yimen assess --bulk：几个线程', { timeout: 120_000 }, () => {
  test('--workers 不改变结果，接着做也一样', async () => {
    const input = put('in.jsonl', lines(family(10_000), '{', family(20_000), family(90_000)));
    await bulk(input, 'one.jsonl', '--workers', '1');
    expect((await bulk(input, 'two.jsonl', '--workers', '2')).code).toBe(1);
    put('part.jsonl', textOf('one.jsonl').split('\n').slice(0, 2).join('\n').concat('\n'));
    await bulk(input, 'part.jsonl', '--from', '4', '--workers', '2');
    for (const name of ['two', 'part']) {
      expect(textOf(`${name}.jsonl`)).toBe(textOf('one.jsonl'));
    }
    expect(textOf('two.bad.jsonl')).toBe(textOf('one.bad.jsonl'));
  });

  test.each(['0', '65', '两个'])('--workers %s：说明怎样写，退出码 2', async (workers) => {
    const { code, err } = await bulk(put('in.jsonl', ''), 'out.jsonl', '--workers', workers);
    expect([code, err]).toEqual([2, `--workers 应当是 1 到 64 的整数：${workers}`]);
  });

  test('只核算一户时不能写', async () => {
    const err: string[] = [];
    const io = { out: () => {}, err: (text: string) => void err.push(text) };
    expect(await runAssess(['--workers', '2', put('a.json', '{}')], io)).toBe(2);
    expect(err.join()).toContain('--workers 只与 --bulk 同用');
  });
});

describe('yimen assess --bulk：表格', () => {
  test('输出 CSV：中文列名，金额为元，公式样的文字不会被当作公式', async () => {
    const input = put('in.jsonl', lines({ household: '=1+1', ...family(20_000) }));
    await bulk(input, 'out.csv');
    expect(textOf('out.csv').startsWith('\ufeff行,户,基准日,')).toBe(true);
    expect(tableOf('out.csv')).toMatchObject([
      {
        行: '1',
        户: "'=1+1",
        共同生活家庭成员: '1',
        '月人均收入（元）': '200.00',
        '低保标准（元/人/月）': '620.00',
        最低生活保障: '符合',
        '最低生活保障金额（元）': '420.00',
        低保边缘家庭: '不符合',
      },
    ]);
  });

  test('有误的户写在同样形式的文件里', async () => {
    await bulk(put('in.jsonl', lines('{', family(0))), 'out.csv');
    expect(tableOf('out.bad.csv')).toEqual([{ 行: '1', 户: '', 原因: '不是一个完整的 JSON' }]);
  });

  const COLUMNS =
    'household,record,asked,place,residence,acceptedOn,id,relation,birth,labourCapacity,specialStatus,member,kind,period,amount';
  const flat = (name: string, amount: number) => [
    `${name},household,all,511703001,rural,${on},,,,,,,,,`,
    `${name},member,,,,,a,self,1970-01-01,none,none,,,,`,
    `${name},income,,,,,i,,,,,a,pension,per-month,${amount}`,
  ];
  const asJson = (amount: number) => ({
    place: '511703001',
    residence: 'rural',
    acceptedOn: on,
    members: [
      {
        id: 'a',
        relation: 'self',
        birth: '1970-01-01',
        labourCapacity: 'none',
        specialStatus: 'none',
      },
    ],
    incomes: [{ id: 'i', member: 'a', kind: 'pension', period: 'per-month', amount }],
    ...{ transfersPaid: [], assets: [], supporters: [], spendings: [], pastReliefs: [] },
  });
  const csv = (...rows: readonly string[]) => [COLUMNS, ...rows].join('\r\n');

  test('每行一条记录的表，与 JSON 写的同一户结果相同', async () => {
    const table = put('in.csv', csv(...flat('H1', 20_000), ...flat('H2', 30_000)));
    const json = put('in.jsonl', lines(asJson(20_000), asJson(30_000)));
    expect((await bulk(table, 'a.jsonl')).code).toBe(0);
    await bulk(json, 'b.jsonl');
    const briefs = (name: string) => rowsOf(name).map((row) => row['brief']);
    expect(briefs('a.jsonl')).toEqual(briefs('b.jsonl'));
    expect(rowsOf('a.jsonl').map((row) => [row['line'], row['household']])).toEqual([
      [2, 'H1'],
      [5, 'H2'],
    ]);
  });

  test('中文列名、中文选项、GBK 编码、分号分隔，同样读得懂', async () => {
    const table = [
      '户;记录;已询问;户籍所在地;城乡属性;受理日期;编号;与申请人的关系;出生日期;劳动能力;特定情形;家庭成员;收入种类;金额对应的期间;收入金额',
      `甲户;家庭;全部;511703001;农村;${on};;;;;;;;;`,
      '甲户;家庭成员;;;;;a;申请人;1970-01-01;无劳动能力;无下列情形;;;;',
      '甲户;收入;;;;;i;;;;;a;养老金、离退休金;每月;20000',
    ].join('\n');
    const { code } = await bulk(put('in.csv', iconv.encode(table, 'gb18030')), 'a.jsonl');
    await bulk(put('in.jsonl', lines(asJson(20_000))), 'b.jsonl');
    expect(code).toBe(0);
    expect(rowsOf('a.jsonl')[0]?.['household']).toBe('甲户');
    expect(rowsOf('a.jsonl')[0]?.['brief']).toEqual(rowsOf('b.jsonl')[0]?.['brief']);
  });

  test('说明文件里的例子读得懂', async () => {
    const guide = readFileSync(new URL('../../../docs/guide/assess.md', import.meta.url), 'utf8');
    const [, table = ''] = /```csv\n([\s\S]*?)```/.exec(guide) ?? [];
    expect((await bulk(put('in.csv', table), 'out.jsonl')).code).toBe(0);
    expect(rowsOf('out.jsonl')).toMatchObject([
      { household: 'H1', brief: { schemes: { dibao: { outcome: 'eligible', amount: 42_000 } } } },
    ]);
  });

  test('没有写“已询问”的清单，是还没有问，不当作没有', async () => {
    const rows = flat('H1', 20_000).map((row) => row.replace(',all,', ',incomes,'));
    await bulk(put('in.csv', csv(...rows)), 'out.jsonl');
    expect(rowsOf('out.jsonl')).toMatchObject([
      { brief: { schemes: { dibao: { outcome: 'undecided' } } } },
    ]);
  });

  test.each([
    ['记录种类写错', [...flat('H1', 0), 'H1,pet,,,,,,,,,,,,,'], '第 5 行的记录种类不认识：“pet”'],
    [
      '填在不该填的一栏',
      [...flat('H1', 0), 'H1,income,,,,,j,self,,,,a,wage,per-month,1'],
      '第 5 行是收入，没有“relation”一项',
    ],
    [
      '值写错，指出那一行',
      [...flat('H1', 0), 'H1,income,,,,,j,,,,,a,wages,per-month,1'],
      '第 5 行，收入情况第 2 条“收入种类”：不认识"wages"，是不是“wage”？',
    ],
    [
      '金额不是数',
      [...flat('H1', 0), 'H1,income,,,,,j,,,,,a,wage,per-month,1e3'],
      '第 5 行，收入情况第 2 条“收入金额”',
    ],
    [
      '不认识的清单',
      flat('H1', 0).map((row) => row.replace(',all,', ',pets,')),
      '第 2 行的“已询问”里不认识：“pets”',
    ],
    [
      '别户的一行夹在中间',
      [...flat('H1', 0), 'H9,income,,,,,j,,,,,a,wage,per-month,1'],
      '第 5 行写的是“H9”，夹在“H1”这一户里',
    ],
    ['引号没有成对', [...flat('H1', 0), 'H1,income,,,,,j,,,,,a,wa"ge,per-month,1'], '引号没有成对'],
    ['没有户号', flat('', 0), '第 2 行没有写是哪一户'],
    ['没有家庭一行', flat('H1', 0).slice(1), '第 2 行前面没有“家庭”一行'],
  ])('%s：这一户有误，其余照常', async (_title, rows, reason) => {
    const { code } = await bulk(put('in.csv', csv(...rows, ...flat('H2', 20_000))), 'out.jsonl');
    expect(code).toBe(1);
    expect(rowsOf('out.jsonl').map((row) => row['household'])).toEqual(['H2']);
    const [bad] = rowsOf('out.bad.jsonl') as [{ reasons: string[] }];
    expect(bad.reasons.join('\n')).toContain(reason);
  });

  test('同一户分在两处的，第二处有误', async () => {
    const rows = [...flat('H1', 0), ...flat('H2', 0), ...flat('H1', 0)];
    await bulk(put('in.csv', csv(...rows)), 'out.jsonl');
    expect(rowsOf('out.bad.jsonl')).toMatchObject([
      { line: 8, reasons: ['“H1”这一户前面已经有了，一户的各行要连在一起'] },
    ]);
  });

  test('接着做从户的第一行算起', async () => {
    const table = put('in.csv', csv(...flat('H1', 0), ...flat('H2', 0)));
    await bulk(table, 'out.jsonl', '--from', '5');
    expect(rowsOf('out.jsonl').map((row) => row['household'])).toEqual(['H2']);
  });
});

describe('yimen assess --bulk：不能开始', () => {
  test.each([
    ['没有输入文件', ['/nowhere.jsonl', 'out.jsonl'], '没有这个文件'],
    ['没有输出文件', ['in.jsonl'], '请给出输入文件和输出文件'],
    ['输入是别的形式', ['in.xml', 'out.jsonl'], '输入文件应当是 .jsonl 或者 .csv'],
    ['输出是别的形式', ['in.jsonl', 'out.xlsx'], '输出文件应当是 .jsonl 或者 .csv'],
    ['行号写错', ['--from', '0', 'in.jsonl', 'out.jsonl'], '--from 应当是输入文件的行号：0'],
    ['列名不认识', ['in.csv', 'out.jsonl'], '不认识的列“price”'],
    ['空表', ['empty.csv', 'out.jsonl'], '输入文件是空的'],
  ])('%s：中文说明，退出码 2', async (_title, argv, message) => {
    put('in.jsonl', lines(family(0)));
    put('in.xml', '<a/>');
    put('in.csv', 'household,price\n');
    put('empty.csv', '');
    const err: string[] = [];
    const paths = argv.map((each) => (/^[a-z]+\./.test(each) ? join(folder, each) : each));
    const code = await runAssess(['--bulk', ...paths], {
      out: () => {},
      err: (text) => err.push(text),
    });
    expect([code, err.join('\n')]).toEqual([2, expect.stringContaining(message)]);
  });

  test('--help 说明用法', async () => {
    const { code, err } = await bulk('x', 'y', '--help');
    expect([code, err]).toEqual([0, expect.stringContaining('用法：yimen assess --bulk')]);
    expect(existsSync(join(folder, 'y'))).toBe(false);
  });
});
