import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readRegionJson } from '../region-reader.ts';
import {
  documentOfNotice,
  entryOf,
  standardOf,
  writtenPlace,
} from '../../rules/policy-check/written-place.fixture.ts';
import { localDate } from '../../kernel/local-date.ts';
import { runPolicy } from './policy.ts';
import { faultLines } from './start-check.ts';

let folder = '';
const folders: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yimen-policy-'));
  folders.push(folder);
});
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true });
});

function put(name: string, content: unknown): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  const isText = typeof content === 'string' || content instanceof Uint8Array;
  writeFileSync(path, isText ? content : JSON.stringify(content, null, 2));
  return path;
}

async function run(...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runPolicy(argv, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const LIMIT = 'dibaoFinancialLimit';
const limit = (give: string, title = '限额') => ({ rows: [{ title, give }] });

describe('yimen policy check', () => {
  test('没有错误的文件：说明能核算什么，缺什么，退出码 0', async () => {
    const { code, out } = await run('check', '--on', '2026-11-23', put('a.json', writtenPlace()));
    expect(code).toBe(0);
    expect(out).toContain('测试县（990101）2026年11月23日能核算什么');
    expect(out).toContain('最低生活保障      可以核算');
    expect(out).toContain(
      '刚性支出困难家庭  结果用不到下列各项的可以核算，缺：上年度当地居民人均可支配收入（disposableIncome）',
    );
    expect(out).toContain('检查了 1 个文件：0 处错误，0 处提醒。');
  });

  test('每一处错误写明文件、行、列和改法，退出码 1', async () => {
    const path = put('a.json', writtenPlace([entryOf('marginPercent', 150)]));
    const { code, out } = await run('check', path);
    expect(code).toBe(1);
    expect(out).toContain(
      `${path}:41:5 错误：“低保边缘收入线（占低保标准%）”（marginPercent）没有写明单位，请写 "unit": “%”`,
    );
    expect(out).toContain('1 处错误');
  });

  test('算式有误的，打印算式并指着那个字', async () => {
    const file = writtenPlace([entryOf(LIMIT, limit('24 months * standart * householdSize'))]);
    const { out } = await run('check', put('a.json', file));
    expect(out).toContain('没有这个名称：standart');
    expect(out).toContain('\n    24 months * standart * householdSize\n                ^\n');
  });

  test('两个值不能并存的，指出另一处', async () => {
    const path = put('a.json', writtenPlace(standardOf(650, 450)));
    const { out } = await run('check', path);
    expect(out).toMatch(/a\.json:41:5 错误：.*起有两个值.*\n {4}另一处在 .*a\.json:21:5/);
  });

  test('只有提醒的，退出码 0', async () => {
    const documents = { notice: documentOfNotice, other: documentOfNotice };
    const { code, out } = await run('check', put('a.json', writtenPlace([], { documents })));
    expect(code).toBe(0);
    expect(out).toContain('a.json:11:5 提醒：文件“测试县救助标准通知”（other）没有一项规定用到');
    expect(out).toContain('0 处错误，1 处提醒');
  });

  test('不是 JSON 的、重复的名称、不是 UTF-8 的，指出位置', async () => {
    expect((await run('check', put('a.json', '{\n  "place": "990101",\n}'))).out).toContain(
      'a.json:3:1 错误：这里应当是带英文双引号的名称',
    );
    const twice = JSON.stringify(writtenPlace()).replace('{', '{"name":"某县",');
    const found = await run('check', put('b.json', twice));
    expect(found.out).toContain('错误：“name”在同一处写了两次');
    expect(found.code).toBe(1);
    const gbk = Buffer.from([0x7b, 0xd6, 0xd0, 0x7d]);
    expect((await run('check', put('c.json', gbk))).out).toContain(
      'c.json:1:1 错误：文件不是 UTF-8',
    );
  });

  test('随程序发布的文件的改稿，代替原文件与其余文件一起检查', async () => {
    const shipped = readRegionJson('51/5117/standard.json') as { entries: object[] };
    // Without the rural standard of 2025 the one of 2024 stays, which the province's floor has passed.
    const draft = { ...shipped, entries: shipped.entries.slice(0, -1) };
    const { out } = await run('check', '--on', '2026-11-23', put('改稿.json', draft));
    expect(out).toContain('580.00 元，低于2025年7月1日的省定低限 620.00 元');
    expect(out).toContain('检查了 1 个文件：0 处错误，1 处提醒。');
    expect(out).toContain('达州市（5117）');
    expect(out).toContain('最低生活保障      可以核算');
  });

  test('文件夹：每个地方文件都查，其他文件不查', async () => {
    put('99/9901/990101/standard.json', writtenPlace());
    put('99/9901/990101/division.json', { any: 'thing' });
    put('99/9901/990102/rule.json', writtenPlace([], { name: '乙县' }));
    const { code, out } = await run('check', folder);
    expect(code).toBe(1);
    expect(out).toContain('文件写的是 990101，放在 990102 的文件夹里');
    expect(out).toContain('检查了 2 个文件');
  });

  test('同一个地方的标准和规则分在两个文件里，一起检查', async () => {
    put('标准.json', writtenPlace([], { adopts: undefined }));
    put('规则.json', writtenPlace([], { entries: [entryOf('supportShared', true)] }));
    const { code, out } = await run('check', '--on', '2026-11-23', folder);
    expect([code, out.includes('最低生活保障      可以核算')]).toEqual([0, true]);
  });

  test('同一种文件给了两份的，不猜用哪一份', async () => {
    put('一/99/9901/990101/rule.json', writtenPlace());
    put('二/99/9901/990101/rule.json', writtenPlace());
    const { code, err } = await run('check', folder);
    expect([code, err]).toEqual([2, expect.stringContaining('请分别检查')]);
  });

  test('--json 给程序读', async () => {
    const path = put('a.json', writtenPlace([entryOf('marginPercent', 150)]));
    const { code, out } = await run('check', '--json', path);
    const { faults, places } = JSON.parse(out) as { faults: object[]; places: object[] };
    expect(code).toBe(1);
    expect(faults).toEqual([
      {
        file: path,
        line: 41,
        column: 5,
        is: 'fault',
        code: 'unit-missing',
        message: expect.any(String),
      },
    ]);
    expect(places).toHaveLength(1);
  });

  test.each([
    ['没有这个文件', ['check', '/nowhere.json'], '没有这个文件或者文件夹'],
    ['没有给文件', ['check'], '请给出一个地方文件'],
    ['不认识的选项', ['check', '--fast'], '用法：yimen policy check'],
    ['日期写错', ['check', '--on', '2026-13-01', 'a.json'], '--on 不是日期'],
    ['不认识的命令', ['chek'], '用法：yimen policy'],
  ])('%s：中文说明，退出码 2', async (_title, argv, message) => {
    const { code, err } = await run(...argv);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });

  test('空文件夹，退出码 2', async () => {
    const { code, err } = await run('check', folder);
    expect([code, err]).toEqual([2, expect.stringContaining('文件夹里没有地方文件')]);
  });

  test.each([['--help'], ['check', '--help'], ['diff', '--help']])(
    '%s %s 说明用法',
    async (...argv) => {
      const { code, out } = await run(...argv.filter((each) => each !== undefined));
      expect([code, out]).toEqual([0, expect.stringContaining('用法：yimen policy')]);
    },
  );

  test('schema 输出地方文件的要求', async () => {
    const { code, out } = await run('schema');
    expect([code, (JSON.parse(out) as { title: string }).title]).toEqual([0, '地方参数']);
  });
});

describe('启动服务以前', () => {
  const on = localDate('2026-11-23');
  const asOf = { on, knownOn: on };

  test('随程序发布的地方文件没有错误', () => {
    expect(faultLines(asOf)).toEqual([]);
  });

  test('有错误的，一处一行；只有提醒的不拦', () => {
    const documents = { notice: documentOfNotice, other: documentOfNotice };
    put('99/9901/990101/standard.json', writtenPlace([], { documents }));
    expect(faultLines(asOf, folder)).toEqual([]);
    const path = put(
      '99/9901/990102/rule.json',
      writtenPlace([entryOf('marginPercent', 150)], { place: '990102' }),
    );
    expect(faultLines(asOf, folder)).toEqual([
      expect.stringContaining(`${path}:41:5 错误：“低保边缘收入线（占低保标准%）”`),
    ]);
  });
});

describe('yimen policy diff', () => {
  const days = (on: string, and: string, ...more: string[]) =>
    run('diff', '--place', '5117', '--on', on, '--and', and, ...more);

  test('一个地方的两天：旧值、新值、增幅和各自的文件', async () => {
    const { code, out } = await days('2024-06-30', '2024-07-01');
    expect(code).toBe(0);
    expect(out).toContain('低保标准（standard） 城市\n  740.00 元/人/月 → 788.00 元/人/月');
    expect(out).toContain('（增加 48.00 元/人/月，6.5%）');
    expect(out).toContain(
      '  原：达州市 四川省2023年城乡低保和特困供养标准低限 川民发〔2023〕100号',
    );
    expect(out).toContain(
      '  新：达州市 达州市2024年城乡低保和特困供养标准（没有文号），2024年7月1日起执行',
    );
  });

  test('那时还没有公布的不算', async () => {
    const { code, out } = await days('2024-06-30', '2024-07-01', '--known', '2024-12-01');
    expect([code, out.includes('788.00')]).toEqual([0, false]);
  });

  test('用名称找地方；不认识的地方说有哪些', async () => {
    const named = await run('diff', '--place', '达州', '--on', '2024-06-30', '--and', '2024-07-01');
    expect(named.out).toMatch(/^达州市 2024-06-30 → 2024-07-01：\d+ 处不同/);
    const unknown = await run('diff', '--place', '某', '--on', '2024-06-30', '--and', '2024-07-01');
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('已有规定的地方')]);
  });

  const table = (low: number, more: object[] = []) =>
    entryOf(
      'activityNorms',
      [{ code: 'rice', title: '水稻', low, high: 600, times: 12, cost: 40 }, ...more],
      { unit: { low: '元', high: '元', times: '次/年', cost: '%' } },
    );
  const corn = { code: 'corn', title: '玉米', low: 300, high: 500, times: 12, cost: 40 };

  test('两个文件：逐项比较，表和按情形的规定逐行比较', async () => {
    const before = put(
      'old.json',
      writtenPlace([
        table(300, [corn]),
        entryOf(LIMIT, limit('24 months * standard * householdSize')),
        entryOf('supportShared', true),
      ]),
    );
    const after = put(
      'new.json',
      writtenPlace([
        table(350, [{ ...corn, code: 'wheat', title: '小麦' }]),
        entryOf(LIMIT, limit('48 months * standard * householdSize')),
        entryOf('supportRatePercent', 25, { unit: '%' }),
      ]),
    );
    const { code, out } = await run('diff', before, after);
    expect(code).toBe(0);
    expect(out).toContain('4 处不同');
    expect(out).toContain('“水稻”标准下限：300.00 元 → 350.00 元');
    expect(out).toContain('新增“小麦”：标准下限 300.00 元；标准上限 500.00 元');
    expect(out).toContain('删去“玉米”');
    expect(out).toContain(
      '“限额”怎么算：24 个月 × 低保标准 × 共同生活家庭成员人数 → 48 个月 × 低保标准 × 共同生活家庭成员人数',
    );
    expect(out).toContain('现在没有规定，原来：\n    是');
    expect(out).toContain('原来没有规定，现在：\n    25%');
  });

  test('值没有变、依据变了的，说明依据变了；程序参数也比较', async () => {
    const documents = { notice: { ...documentOfNotice, number: '测民发〔2022〕9号' } };
    const procedure = (days: number) =>
      entryOf('publicityDays', days, { unit: '日', document: 'notice' });
    const before = put('old.json', writtenPlace([procedure(7)]));
    const after = put('new.json', writtenPlace([procedure(10)], { documents }));
    const { out } = await run('diff', before, after);
    expect(out).toContain('640.00 元/人/月，值没有变，依据或者期间变了');
    expect(out).toContain('7 天 → 10 天');
  });

  test('--json 给程序读；没有不同的是空列表', async () => {
    const path = put('a.json', writtenPlace());
    expect(JSON.parse((await run('diff', '--json', path, path)).out)).toEqual([]);
  });

  test.each([
    ['少一个文件', ['diff', 'a.json'], '请给出两个地方文件'],
    ['少一天', ['diff', '--place', '5117', '--on', '2024-06-30'], '请用 --on 和 --and 写明两天'],
  ])('%s：中文说明，退出码 2', async (_title, argv, message) => {
    const { code, err } = await run(...argv);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });

  test('有错误的文件不能比较，先检查', async () => {
    const wrong = put('a.json', writtenPlace([entryOf('marginPercent', 150)]));
    const { code, err } = await run('diff', wrong, wrong);
    expect([code, err]).toEqual([2, expect.stringContaining('请先运行 yimen policy check')]);
  });
});
