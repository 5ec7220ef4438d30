import { describe, expect, test } from 'vitest';
import { jsonSchemaOfRegionFile, readRegionFile } from './region-file.ts';

const document = {
  ...{
    number: '测民发〔2022〕1号',
    title: '低保标准',
    issuer: '测试市民政局',
    known: '2022-06-20',
  },
};
const entry = {
  ...{ parameter: 'standard', value: 500, unit: '元/人/月', effective: '2022-07-01' },
  ...{ document: 'first', rule: 'DB-23', source: '第一条' },
};
const file = (more: object = {}) => ({
  ...{ place: '9901', name: '测试市', documents: { first: document }, entries: [entry], ...more },
});
const withEntry = (more: object) => file({ entries: [{ ...entry, ...more }] });
const told = (json: unknown) => {
  const read = readRegionFile(json);
  return read.ok ? [] : read.faults.map(({ path, message }) => `${path.join('.')} ${message}`);
};
/** The value and unit of the rules of the one entry. */
const valueOf = (more: object) => {
  const read = readRegionFile(withEntry(more));
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.file.entries.map(({ value, unit }) => [value, unit])[0];
};

describe('地方参数文件：数值换成规则的单位，带上文件', () => {
  test('一条规定连同它的文件', () => {
    const read = readRegionFile(
      withEntry({ residence: 'urban', until: '2023-06-30', unknownLocally: true, doubt: '存疑' }),
    );
    expect(read).toEqual({
      ok: true,
      file: {
        ...{ place: '9901', name: '测试市', adopts: [] },
        entries: [
          {
            ...{ parameter: 'standard', residence: 'urban', value: 50_000 },
            ...{ unit: 'fen/month/person', effective: '2022-07-01', until: '2023-06-30' },
            ...{ known: '2022-06-20', document: '测民发〔2022〕1号', documentTitle: '低保标准' },
            ...{ issuer: '测试市民政局', rule: 'DB-23', source: '第一条' },
            ...{ unknownLocally: true, doubt: '存疑' },
          },
        ],
      },
    });
  });

  test.each([
    [{ value: 560.55, unit: '元/人/月' }, 56_055, 'fen/month/person'],
    [{ value: 560, unit: '分/人/月' }, 560, 'fen/month/person'],
    [{ value: 30, unit: '%' }, 30, 'percent'],
    [{ value: 12, unit: '个月' }, 12, 'months'],
    [{ value: -1, unit: '元' }, -100, 'fen'],
  ])('数值 %#', (more, value, unit) => {
    expect(valueOf(more)).toEqual([value, unit]);
  });

  test.each(['difference', true, 'not-used', null, [], ['wage', 'rent'], { rows: [] }])(
    '不是数的值照写，没有单位 %#',
    (value) => {
      const { unit: _unit, ...bare } = entry;
      const read = readRegionFile(file({ entries: [{ ...bare, value }] }));
      expect(read.ok && read.file.entries[0]).toMatchObject({ value, unit: null });
    },
  );

  test('分档表：上限和金额换算，其他照写', () => {
    const value = [
      { upTo: 500, amount: 300.5, title: '一档' },
      { upTo: '以上', amount: 100 },
    ];
    expect(valueOf({ value, unit: '元/人/月' })).toEqual([
      [
        { upTo: 50_000, amount: 30_050, title: '一档' },
        { upTo: '以上', amount: 10_000 },
      ],
      'fen/month/person',
    ]);
  });

  test('按代码的表：每一列用自己的单位', () => {
    const value = [
      { code: 'rice', title: '水稻', low: 300, months: 12 },
      { code: 'pig', title: '生猪', low: 500.5, months: 6 },
    ];
    expect(valueOf({ value, unit: { low: '元', months: '月/年' } })).toEqual([
      [
        { code: 'rice', title: '水稻', low: 30_000, months: 12 },
        { code: 'pig', title: '生猪', low: 50_050, months: 6 },
      ],
      { low: 'fen', months: 'number' },
    ]);
  });

  test('规定的行（条件和算式）照写，算式自己带单位', () => {
    const value = [{ title: '甲', when: 'ill', give: '100 yuan' }];
    expect(valueOf({ value, unit: undefined })).toEqual([value, null]);
    const mixed = [{ code: 'rice', low: 1 }, { upTo: 5 }];
    expect(valueOf({ value: mixed, unit: undefined })).toEqual([mixed, null]);
    const cells = [{ upTo: 5, amount: 1 }, 5];
    expect(valueOf({ value: cells, unit: '元' })).toEqual([cells, 'fen']);
  });

  test('当地没有规定而暂用的一套', () => {
    const adopts = [
      { set: 'reference', effective: '2022-07-01', document: 'first', why: '没有见到当地的办法' },
    ];
    const read = readRegionFile(file({ adopts }));
    expect(read.ok && read.file.adopts).toEqual([
      { set: 'reference', effective: '2022-07-01', why: '没有见到当地的办法' },
    ]);
  });
});

describe('写错的文件，指出位置和应当怎样写', () => {
  test.each<[string, object, string]>([
    [
      '没有写明文件',
      withEntry({ document: 'second' }),
      'entries.0.document “standard”没有写明文件：documents 里没有“second”，请补上文号、标题、制定机关和公布日期',
    ],
    [
      '数值没有单位',
      withEntry({ unit: undefined }),
      'entries.0.unit “standard”是数值，请写明单位（unit），例如“元/人/月”',
    ],
    [
      '数值的单位写成各列的',
      withEntry({ unit: { low: '元' } }),
      'entries.0.unit “standard”是数值，请写明单位（unit），例如“元/人/月”',
    ],
    [
      '钱有三位小数',
      withEntry({ value: 500.005 }),
      'entries.0.value “standard”的 500.005 元/人/月 写法有误，最多写两位小数',
    ],
    [
      '月数有小数',
      withEntry({ value: 1.5, unit: '个月' }),
      'entries.0.value “standard”的 1.5 个月 写法有误，应当是整数',
    ],
    [
      '分档表没有单位',
      withEntry({ value: [{ upTo: 5, amount: 1 }], unit: undefined }),
      'entries.0.unit “standard”的分档表没有写明单位（unit），例如“元/人/月”',
    ],
    [
      '分档表的金额有三位小数',
      withEntry({
        value: [
          { upTo: 5, amount: 1 },
          { upTo: 6, amount: 1.001 },
        ],
      }),
      'entries.0.value.1.amount “standard”的 1.001 元/人/月 写法有误，最多写两位小数',
    ],
    [
      '分档表的上限有三位小数',
      withEntry({ value: [{ upTo: 5.001, amount: 1 }] }),
      'entries.0.value.0.upTo “standard”的 5.001 元/人/月 写法有误，最多写两位小数',
    ],
    [
      '表没有各列的单位',
      withEntry({ value: [{ code: 'rice', low: 1 }] }),
      'entries.0.unit “standard”的表没有写明各列的单位（unit），例如 {"low":"元"}',
    ],
    [
      '表的一列没有单位',
      withEntry({ value: [{ code: 'rice', low: 1 }], unit: { high: '元' } }),
      'entries.0.unit “standard”的“low”一列没有写明单位',
    ],
    [
      '表的一格有三位小数',
      withEntry({
        value: [
          { code: 'a', low: 1 },
          { code: 'b', low: 1.001 },
        ],
        unit: { low: '元' },
      }),
      'entries.0.value.1.low “standard”的 1.001 元 写法有误，最多写两位小数',
    ],
    [
      '暂用的依据没有写明文件',
      file({
        adopts: [{ set: 'reference', effective: '2022-07-01', document: 'x', why: '没有见到办法' }],
      }),
      'adopts.0.document documents 里没有“x”',
    ],
    ['日期不存在', withEntry({ effective: '2024-02-30' }), 'entries.0.effective 不是有效的日期'],
    [
      '参数名写错',
      withEntry({ parameter: '标准' }),
      'entries.0.parameter 参数名应当是英文字母开头的名称',
    ],
    [
      '没有文号也没有说明',
      file({ documents: { first: { ...document, number: null } } }),
      'documents.first.number 没有文号的，要在 numberless 里写明是什么文件、为什么没有文号',
    ],
  ])('%s', (_title, json, message) => {
    expect(told(json)).toEqual([message]);
  });

  test('没有文号而说明了的可以', () => {
    const numberless = { ...document, number: null, numberless: '政府网站的公告，未编文号' };
    expect(told(file({ documents: { first: numberless } }))).toEqual([]);
  });

  test.each(['national', 'reference', '51', '5117', '511703', '511703001', '511703001001'])(
    '区划代码 %s',
    (place) => {
      expect(told(file({ place }))).toEqual([]);
    },
  );

  test.each(['5', '511', '51170', '5117030', '51170300100', '5117030010011', 'x5117', '达州'])(
    '不是区划代码：%s',
    (place) => {
      expect(told(file({ place })).join()).toContain('place');
    },
  );

  test('单位不认识的，列出可以用的', () => {
    expect(told(withEntry({ unit: '块' })).join()).toContain('entries.0.unit');
  });

  test('文件的名称用小写字母、数字和短横线', () => {
    const named = (name: string) =>
      told(file({ documents: { first: document, [name]: document } })).length;
    expect(['a', '1', 'a-1'].map(named)).toEqual([0, 0, 0]);
    expect(['A', '-a', 'a b', '甲'].map((name) => named(name) > 0)).toEqual(
      Array.from({ length: 4 }, () => true),
    );
  });

  test('各条的错误一次说全', () => {
    const entries = [
      { ...entry, document: 'x' },
      { ...entry, value: 1.001 },
    ];
    expect(told(file({ entries }))).toHaveLength(2);
  });
});

test('JSON Schema 写明必填的项', () => {
  const schema = jsonSchemaOfRegionFile();
  expect(schema['title']).toBe('地方参数');
  expect(schema['required']).toEqual(['place', 'name', 'documents', 'entries']);
});
