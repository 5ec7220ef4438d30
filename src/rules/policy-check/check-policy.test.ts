import { describe, expect, test } from 'vitest';
import { readRegionJson } from '../../cli/region-reader.ts';
import { localDate } from '../../kernel/local-date.ts';
import { checkPolicy } from './check-policy.ts';
import { POLICY_FAULT, type PolicyFault, type PolicyFaultCode } from './policy-fault.ts';
import { documentOfNotice, entryOf, standardOf, writtenPlace } from './written-place.fixture.ts';

const FILE = '99/9901/990101/rule.json';
const on = localDate('2026-11-23');

function check(...files: readonly unknown[]) {
  const texts = files.map((json, index) => ({
    file: index === 0 ? FILE : FILE.replace('rule', 'standard'),
    // As read from a file: what is undefined is not there.
    json: JSON.parse(JSON.stringify(json)) as unknown,
  }));
  return checkPolicy(texts, readRegionJson, { on, knownOn: on });
}

const faultsOf = (...files: readonly unknown[]): readonly PolicyFault[] => check(...files).faults;
const rowsOf = (...rows: readonly object[]) => ({ rows });
const withEntry = (...given: Parameters<typeof entryOf>) => writtenPlace([entryOf(...given)]);
const LIMIT = 'dibaoFinancialLimit';
const TIER = { unit: '元/人/月', rule: 'DB-23' };
const tiers = (...amounts: readonly number[]) =>
  amounts.map((amount, index) => ({ title: `${index + 1}档`, upTo: 100 * (index + 1), amount }));
const floorOf = (urban: number, rural: number, more = {}) =>
  standardOf(urban, rural, more).map((each) => ({ ...each, parameter: 'standardFloor' }));
const norm = { code: 'rice', title: '水稻', low: 300, high: 600, times: 12, cost: 40 };
const NORM_UNIT = { low: '元', high: '元', times: '次/年', cost: '%' };

type Case = readonly [
  code: PolicyFaultCode,
  title: string,
  file: unknown,
  path: string,
  message: string,
  character?: number,
];

const CASES: readonly Case[] = [
  ['shape', '整个文件不是一组项目', [], '', '整个文件应当是一组项目'],
  [
    'shape',
    '缺少地方代码',
    writtenPlace([], { place: undefined }),
    'place',
    '地方代码（place）没有填写',
  ],
  ['shape', '地方代码写错', writtenPlace([], { place: '99010' }), 'place', '应当是区划代码'],
  [
    'shape',
    '缺少生效日期',
    withEntry('marginPercent', 150, { effective: undefined }),
    'entries.2.effective',
    '生效日期（effective）没有填写',
  ],
  [
    'shape',
    '日期不存在',
    withEntry('marginPercent', 150, { unit: '%', effective: '2024-02-30' }),
    'entries.2.effective',
    '不是有效的日期',
  ],
  [
    'shape',
    '城乡写错',
    withEntry('standard', 640, { ...TIER, residence: 'town' }),
    'entries.2.residence',
    '城乡（residence）不认识"town"，可以写的有：urban、rural',
  ],
  [
    'shape',
    '单位的字写错',
    withEntry('marginPercent', 150, { unit: '元/人/日' }),
    'entries.2.unit',
    '单位（unit）不认识"元/人/日"，是不是“元/人/月”？',
  ],
  [
    'shape',
    '没有文件目录',
    writtenPlace([], { documents: undefined }),
    'documents',
    '文件目录（documents）没有填写',
  ],
  [
    'shape',
    '文件的代号写法不对',
    writtenPlace([], { documents: { notice: documentOfNotice, 通知: documentOfNotice } }),
    'documents.通知',
    '名称的写法不对',
  ],
  [
    'unknown-name',
    '条目里多一项',
    withEntry('marginPercent', 150, { unit: '%', efective: '2024-01-01' }),
    'entries.2.efective',
    '不认识的项目“efective”，是不是“effective”？',
  ],
  [
    'unknown-name',
    '文件里多一项',
    writtenPlace([], { remark: '…' }),
    'remark',
    '不认识的项目“remark”，可以写的有：',
  ],
  [
    'unknown-parameter',
    '参数名写错',
    withEntry('standart', 640, TIER),
    'entries.2.parameter',
    '没有这个参数：standart，是不是“低保标准”（standard）？',
  ],
  [
    'unknown-parameter',
    '没有这样的参数',
    withEntry('heatingAllowance', 640),
    'entries.2.parameter',
    '全部参数见 docs/generated/locality-parameter.md',
  ],
  [
    'document-number-missing',
    '没有写文号',
    writtenPlace([], { documents: { notice: { ...documentOfNotice, number: undefined } } }),
    'documents.notice.number',
    '没有文号的写 null',
  ],
  [
    'document-number-missing',
    '没有文号又没有说明',
    writtenPlace([], { documents: { notice: { ...documentOfNotice, number: null } } }),
    'documents.notice.number',
    '要在 numberless 里写明',
  ],
  [
    'document-missing',
    '条目所指的文件没有登记',
    withEntry('marginPercent', 150, { unit: '%', document: 'notise' }),
    'entries.2.document',
    'documents 里没有“notise”，是不是“notice”？',
  ],
  [
    'document-missing',
    '暂用口径所指的文件没有登记',
    writtenPlace([], {
      adopts: [{ set: 'reference', effective: '2021-07-01', document: 'x', why: '本地办法未查到' }],
    }),
    'adopts.0.document',
    '没有“x”',
  ],
  [
    'document-unused',
    '登记了没有用到',
    writtenPlace([], { documents: { notice: documentOfNotice, other: documentOfNotice } }),
    'documents.other',
    '没有一项规定用到',
  ],
  [
    'doubt-missing',
    '暂用的值没有写明存疑',
    withEntry('marginPercent', 150, { unit: '%', unknownLocally: true }),
    'entries.2',
    '请在 doubt 里写明',
  ],
  [
    'unit-missing',
    '数值',
    withEntry('standard', 640),
    'entries.2.unit',
    '“低保标准”（standard）没有写明单位，请写 "unit": “元/人/月”或者“分/人/月”',
  ],
  ['unit-missing', '分档表', withEntry('tierTable', tiers(640)), 'entries.2.unit', '没有写明单位'],
  [
    'unit-missing',
    '表没有写各列的单位',
    withEntry('activityNorms', [norm], { unit: '元' }),
    'entries.2.unit',
    '请写明各列的单位："unit": {"low": "元"',
  ],
  [
    'unit-missing',
    '表的一列没有单位',
    withEntry('activityNorms', [norm], { unit: { low: '元', high: '元', cost: '%' } }),
    'entries.2.unit',
    '“times”一列没有写明单位',
  ],
  [
    'unit-missing',
    '程序的数值',
    withEntry('publicityDays', 7),
    'entries.2.unit',
    '“公示的天数”（publicityDays）没有写明单位，请写 "unit": “日”',
  ],
  [
    'unit-wrong',
    '每人每月写成每年',
    withEntry('standard', 640, { unit: '元/人/年' }),
    'entries.2.unit',
    '应当是“元/人/月”或者“分/人/月”，现在是“元/人/年”',
  ],
  [
    'unit-wrong',
    '百分数写成个月',
    withEntry('marginPercent', 150, { unit: '个月' }),
    'entries.2.unit',
    '应当是“%”，现在是“个月”',
  ],
  [
    'unit-wrong',
    '表的一列',
    withEntry('activityNorms', [norm], { unit: { ...NORM_UNIT, low: '元/月' } }),
    'entries.2.unit.low',
    '“low”一列的单位应当是“元”',
  ],
  [
    'unit-wrong',
    '工作日写成日',
    withEntry('confirmationWorkingDays', 5, { unit: '日' }),
    'entries.2.unit',
    '应当是“个工作日”，现在是“日”',
  ],
  [
    'unit-needless',
    '是非题',
    withEntry('supportShared', true, { unit: '%' }),
    'entries.2.unit',
    '请删去 unit',
  ],
  [
    'unit-needless',
    '不使用',
    withEntry('tierTable', 'not-used', { unit: '元/人/月' }),
    'entries.2.unit',
    '写明不使用，请删去 unit',
  ],
  [
    'unit-needless',
    '表没有的列',
    withEntry('activityNorms', [norm], { unit: { ...NORM_UNIT, price: '元' } }),
    'entries.2.unit.price',
    '“price”一列，请删去',
  ],
  [
    'value',
    '超出范围',
    withEntry('marginPercent', 50, { unit: '%' }),
    'entries.2.value',
    '“低保边缘收入线（占低保标准%）”（marginPercent）应当在 100 到 1000 %之间，现在是 50 %',
  ],
  [
    'value',
    '金额超出范围，按所写的单位说',
    withEntry('standard', 100_001, TIER),
    'entries.2.value',
    '应当在 0.01 到 100000 元/人/月之间，现在是 100001 元/人/月',
  ],
  [
    'value',
    '小数太多',
    withEntry('standard', 640.005, TIER),
    'entries.2.value',
    '的 640.005 元/人/月写法有误，最多写两位小数',
  ],
  [
    'value',
    '应当是整数',
    withEntry('marginPercent', 150.5, { unit: '%' }),
    'entries.2.value',
    '应当是整数',
  ],
  [
    'value',
    '数写成了文字',
    withEntry('standard', '640', TIER),
    'entries.2.value',
    '是一个数，例如 740',
  ],
  [
    'value',
    '不能不使用',
    withEntry('standard', 'not-used'),
    'entries.2.value',
    '不能写作不使用（not-used），是一个数',
  ],
  [
    'value',
    '是非题写成文字',
    withEntry('supportShared', 'yes'),
    'entries.2.value',
    '写 true 或者 false',
  ],
  [
    'value',
    '代码表里没有',
    withEntry('amountMethod', 'half'),
    'entries.2.value',
    '不在代码表 AMOUNT_METHOD 里："half"',
  ],
  [
    'value',
    '刚性支出的财产条件写作与自己相同',
    withEntry('rigidPropertyOf', 'rigid', { rule: 'GX-01' }),
    'entries.2.value',
    '不在代码表 RIGID_PROPERTY 里："rigid"',
  ],
  [
    'value',
    '临时救助的财产条件写作单独规定，而没有地方可写',
    withEntry('temporaryPropertyOf', 'own', { rule: 'LS-02' }),
    'entries.2.value',
    '不在代码表 RELIEF_PROPERTY 里："own"',
  ],
  [
    'value',
    '代码列表里有一个不对',
    withEntry('provincialExclusions', ['conscript', 'soldier']),
    'entries.2.value',
    '"soldier"',
  ],
  [
    'value',
    '按情形的规定写成一个数',
    withEntry(LIMIT, 50_000),
    'entries.2.value',
    '要按情形写，例如',
  ],
  ['value', '按情形的规定没有一行', withEntry(LIMIT, []), 'entries.2.value', '应当写至少一行规定'],
  [
    'value',
    '分档表的上限没有一行比一行高',
    withEntry('tierTable', [...tiers(640), ...tiers(500)], TIER),
    'entries.2.value.1',
    '上限应当一行比一行高',
  ],
  [
    'value',
    '分档表的一格超出范围',
    withEntry('tierTable', tiers(640, 200_000), TIER),
    'entries.2.value.1.amount',
    '现在是 200000 元/人/月',
  ],
  [
    'value',
    '表的一格超出范围',
    withEntry('activityNorms', [{ ...norm, cost: 140 }], { unit: NORM_UNIT }),
    'entries.2.value.0.cost',
    '应当在 0 到 100 %之间',
  ],
  [
    'value',
    '表少一列',
    withEntry('activityNorms', [{ ...norm, cost: undefined }], { unit: NORM_UNIT }),
    'entries.2.value.0',
    '缺少“成本比例”（cost）一列',
  ],
  [
    'value',
    '程序的期限长于全国规定',
    withEntry('startInvestigationWorkingDays', 4, { unit: '个工作日' }),
    'entries.2.value',
    '不能大于 3',
  ],
  [
    'formula',
    '读不懂的算式，指出是第几个字',
    withEntry(LIMIT, rowsOf({ title: '限额', give: '24 months * * standard' })),
    'entries.2.value.rows.0.give',
    '第1行“限额”的算式：算式写法有误，第13个字符“* standard”处读不懂',
    12,
  ],
  [
    'formula',
    '没有这个名称',
    withEntry(LIMIT, rowsOf({ title: '限额', give: '24 months * standart * householdSize' })),
    'entries.2.value.rows.0.give',
    '没有这个名称：standart',
    12,
  ],
  [
    'formula',
    '两边单位不同',
    withEntry(LIMIT, rowsOf({ title: '限额', give: '50000 yuan + 24 months * standard' })),
    'entries.2.value.rows.0.give',
    '+ 的两边单位不同',
    0,
  ],
  [
    'formula',
    '得出的单位不对',
    withEntry(LIMIT, rowsOf({ title: '限额', give: '24 months * standard' })),
    'entries.2.value.rows.0.give',
    '算式得出分/人，规则声明为分',
    0,
  ],
  [
    'formula',
    '条件里的代码写错',
    withEntry(LIMIT, [
      { title: '限额', when: "residence = 'town'", give: '50000 yuan' },
      { title: '其他', give: '60000 yuan' },
    ]),
    'entries.2.value.0.when',
    "代码表 RESIDENCE 里没有 'town'",
    13,
  ],
  [
    'formula',
    '下一级的名称',
    withEntry(LIMIT, rowsOf({ title: '限额', when: 'ageYears > 60 years', give: '50000 yuan' })),
    'entries.2.value.rows.0.when',
    '它在 member 一级',
    0,
  ],
  [
    'formula',
    '没有名称的一行',
    withEntry(LIMIT, rowsOf({ give: '50000 yuan' })),
    'entries.2.value.rows.0',
    '缺少名称 title',
  ],
  [
    'formula',
    '后面的行永远用不到',
    withEntry(
      LIMIT,
      rowsOf({ title: '限额', give: '50000 yuan' }, { title: '其他', give: '60000 yuan' }),
    ),
    'entries.2.value.rows.0',
    '第1行“限额”没有条件，后面的行永远用不到',
  ],
  [
    'together',
    '两个值互相引用',
    writtenPlace([
      entryOf(
        LIMIT,
        rowsOf({ title: '限额', give: 'dibaoHomeAreaLimit / 1 square-metre * 1 yuan' }),
      ),
      entryOf(
        'dibaoHomeAreaLimit',
        rowsOf({ title: '面积', give: 'dibaoFinancialLimit / 1 fen * 1 square-metre' }),
      ),
    ]),
    'entries.2.value',
    '循环引用',
  ],
  [
    'period-reversed',
    '截止早于生效',
    withEntry('marginPercent', 150, { unit: '%', until: '2021-06-30' }),
    'entries.2.until',
    '自2021年7月1日起执行，截止日期却是更早的2021年6月30日',
  ],
  [
    'overlap',
    '同一天起、同一天公布的两个值',
    withEntry('standard', 650, { ...TIER, residence: 'urban' }),
    'entries.2',
    '自2021年7月1日起有两个值，公布日期也相同',
  ],
  [
    'overlap',
    '不分城乡的与只写城市的',
    withEntry('standard', 650, TIER),
    'entries.2',
    '分不清用哪一个',
  ],
  [
    'overlap',
    '截止日期伸进下一个值',
    writtenPlace([], {
      entries: [
        ...standardOf(640, 440, { until: '2023-07-01' }),
        ...standardOf(680, 480, { effective: '2023-07-01' }),
      ],
    }),
    'entries.0.until',
    '两段重叠，请把 until 改为 2023-06-30',
  ],
  [
    'gap',
    '两个值之间一天没有规定',
    writtenPlace([], {
      entries: [
        ...standardOf(640, 440, { until: '2023-06-29' }),
        ...standardOf(680, 480, { effective: '2023-07-01' }),
      ],
    }),
    'entries.0.until',
    '2023年6月30日没有规定，请补上',
  ],
  [
    'gap',
    '两个值之间一段没有规定',
    writtenPlace([], {
      entries: [
        ...standardOf(640, 440, { until: '2022-12-31' }),
        ...standardOf(680, 480, { effective: '2023-07-01' }),
      ],
    }),
    'entries.0.until',
    '2023年1月1日到2023年6月30日没有规定',
  ],
  [
    'older-again',
    '临时提高到期以后',
    writtenPlace(standardOf(700, 500, { effective: '2022-07-01', until: '2022-12-31' })),
    'entries.2.until',
    '会回到自2021年7月1日起执行的旧值',
  ],
  [
    'one-side',
    '只有城市',
    writtenPlace([], { entries: standardOf(640, 440).slice(0, 1) }),
    'entries.0.residence',
    '有城市的值，没有农村的，请补上',
  ],
  [
    'one-side',
    '农村的晚一年',
    writtenPlace([], {
      entries: [
        ...standardOf(640, 440).slice(0, 1),
        ...standardOf(640, 440, { effective: '2022-07-01' }).slice(1),
      ],
    }),
    'entries.0.residence',
    '自2021年7月1日起有城市的值，没有农村的',
  ],
  [
    'above-standard',
    '分档表的一档（X3）',
    withEntry('tierTable', tiers(4550), TIER),
    'entries.2.value.0.amount',
    '“1档”是每人每月 4,550.00 元，高于低保标准 640.00 元',
  ],
  [
    'above-standard',
    '人员类别的定额（X3）',
    withEntry(
      'classAmount',
      rowsOf(
        { title: '缺劳', when: "labourCapacity = 'none'", give: '4550 yuan / 1 month' },
        { title: '其他', give: '370 yuan / 1 month' },
      ),
    ),
    'entries.2.value.rows.0.give',
    '“缺劳”是每人每月 4,550.00 元',
  ],
  [
    'above-standard',
    '低保标准的倍数',
    withEntry('perHeadAmount', rowsOf({ title: '全额的1.3倍', give: '130% * standard' })),
    'entries.2.value.rows.0.give',
    '832.00 元',
  ],
  [
    'above-standard',
    '最低补差超过标准',
    withEntry('minimumPaymentPercent', 120, { unit: '%' }),
    'entries.2.value',
    '是 120%，高于低保标准本身',
  ],
  [
    'below-floor',
    '标准比省定低限少一分',
    writtenPlace([...floorOf(640.01, 440)]),
    'entries.0.value',
    '640.00 元，低于2021年7月1日的省定低限 640.01 元',
  ],
  [
    'below-floor',
    '低限提高以后没有新标准',
    writtenPlace([...floorOf(640, 440), ...floorOf(640, 460, { effective: '2022-07-01' })]),
    'entries.1.value',
    '440.00 元，低于2022年7月1日的省定低限 460.00 元',
  ],
  [
    'value',
    '城市标准另外写了一遍',
    withEntry('urbanStandard', 640, { unit: '元/人/月' }),
    'entries.2.value',
    '就是 standard 的城市值，不能另外写',
  ],
  [
    'ten-times',
    '标准多一个零',
    writtenPlace(standardOf(6800, 480, { effective: '2022-07-01' })),
    'entries.2.value',
    '由 640 变为 6800（自2022年7月1日起），相差近十倍',
  ],
  [
    'ten-times',
    '表的一格少一个零',
    writtenPlace([
      entryOf('activityNorms', [norm], { unit: NORM_UNIT }),
      entryOf('activityNorms', [{ ...norm, low: 30 }], {
        unit: NORM_UNIT,
        effective: '2023-01-01',
      }),
    ]),
    'entries.3.value.0.low',
    '由 300 变为 30',
  ],
  [
    'ten-times',
    '算式里的数多一个零',
    writtenPlace([
      entryOf(LIMIT, rowsOf({ title: '每人5万元', give: '50000 yuan' })),
      entryOf(LIMIT, rowsOf({ title: '每人60万元', give: '600000 yuan' }), {
        effective: '2023-01-01',
      }),
    ]),
    'entries.3.value.rows.0.give',
    '由 50000 变为 600000',
  ],
];

describe('地方文件的检查：每一种错误指出位置和怎样改', () => {
  test.each(CASES)('%s：%s', (code, _title, file, path, message, character) => {
    const faults = faultsOf(file);
    const found = faults.find((each) => each.code === code && each.path.join('.') === path);
    expect(found?.message, JSON.stringify(faults, null, 1)).toContain(message);
    expect(found?.file).toBe(FILE);
    expect(found?.character).toBe(character);
  });
});

describe('地方文件的检查：不该报的不报', () => {
  test('写得对的文件没有错误，也没有提醒', () => {
    expect(faultsOf(writtenPlace())).toEqual([]);
  });

  test('前一个值执行到新值的前一天，正好接上', () => {
    const entries = [
      ...standardOf(640, 440, { until: '2023-06-30' }),
      ...standardOf(680, 480, { effective: '2023-07-01' }),
    ];
    expect(faultsOf(writtenPlace([], { entries }))).toEqual([]);
  });

  test('同一天起执行、以后才公布的更正，不是重叠；更正写明的截止日期才算', () => {
    const documents = {
      notice: documentOfNotice,
      corrected: { ...documentOfNotice, number: '测民发〔2021〕2号', known: '2021-12-01' },
    };
    const entries = [
      ...standardOf(640, 440, { until: '2029-12-31' }),
      ...standardOf(650, 450, { document: 'corrected', until: '2023-06-30' }),
      ...standardOf(680, 480, { effective: '2023-07-01' }),
    ];
    expect(faultsOf(writtenPlace([], { entries, documents }))).toEqual([]);
  });

  test('城市先调、农村后调，城乡都一直有值的，不报', () => {
    const entries = [
      ...standardOf(640, 440),
      ...standardOf(680, 480, { effective: '2022-07-01' }).slice(0, 1),
      ...standardOf(680, 480, { effective: '2023-01-01' }).slice(1),
    ];
    expect(faultsOf(writtenPlace([], { entries }))).toEqual([]);
  });

  test('临时提高到期的次日有新值的，不报', () => {
    const more = [
      ...standardOf(700, 500, { effective: '2022-07-01', until: '2022-12-31' }),
      ...standardOf(660, 460, { effective: '2023-01-01' }),
    ];
    expect(faultsOf(writtenPlace(more))).toEqual([]);
  });

  test('正好等于低保标准的档次不报，高一分钱报', () => {
    const highest = (amount: number) =>
      faultsOf(withEntry('tierTable', tiers(amount), TIER)).map((each) => each.code);
    expect(highest(640)).toEqual([]);
    expect(highest(640.01)).toEqual(['above-standard']);
  });

  test('定额写在人员类别的表里的，逐行与标准比较', () => {
    const classes = (amount: number) =>
      entryOf(
        'personClasses',
        [
          { code: 'weak', title: '弱劳', amount: 570, share: 0 },
          { code: 'none', title: '缺劳', amount, share: 0 },
        ],
        { unit: { amount: '元/月', share: '%' } },
      );
    const amounts = entryOf(
      'classAmount',
      rowsOf({
        title: '按类别',
        give: 'if used(personClasses) then cell(personClasses, personClass, amount) else 0',
      }),
    );
    expect(faultsOf(writtenPlace([classes(640), amounts]))).toEqual([]);
    const [found] = faultsOf(writtenPlace([classes(4550), amounts]));
    expect(found).toMatchObject({
      code: 'above-standard',
      path: ['entries', 3, 'value', 'rows', 0, 'give'],
    });
    expect(found?.message).toContain('“按类别：缺劳”是每人每月 4,550.00 元');
  });

  test('只适用于城市的定额，与城市的标准比较', () => {
    const amount = (give: string) =>
      faultsOf(
        withEntry('classAmount', rowsOf({ title: '城市', when: "residence = 'urban'", give })),
      );
    expect(amount('640 yuan / 1 month')).toEqual([]);
    expect(amount('640.01 yuan / 1 month')).toHaveLength(1);
  });

  test('标准涨到将近六倍的不提醒，六倍的提醒', () => {
    const raised = (rural: number) =>
      faultsOf(writtenPlace(standardOf(640, rural, { effective: '2022-07-01' }))).map(
        (each) => each.code,
      );
    expect(raised(2639.99)).toEqual([]);
    expect(raised(2640)).toEqual(['ten-times']);
  });

  test('元改写成分的，不是十倍之差', () => {
    const more = standardOf(68_000, 48_000, { effective: '2022-07-01', unit: '分/人/月' });
    expect(faultsOf(writtenPlace(more))).toEqual([]);
  });
});

describe('地方文件的检查：一次说全', () => {
  test('写错一处的条目，其余各处照样检查', () => {
    const unknown = entryOf('marginPercent', 1.5, { unit: '%', note: '说明' });
    const undated = entryOf('standard', 640, { effective: '2024-02-30', unit: '元/月' });
    const found = faultsOf(writtenPlace([unknown, undated]));
    expect(found.map((each) => [each.code, each.path.join('.')])).toEqual([
      ['unknown-name', 'entries.2.note'],
      ['value', 'entries.2.value'],
      ['shape', 'entries.3.effective'],
      ['unit-wrong', 'entries.3.unit'],
    ]);
  });

  test('标准正好是省定低限的，没有提醒', () => {
    expect(faultsOf(writtenPlace(floorOf(640, 440)))).toEqual([]);
  });

  test('每一种错误都有例子', () => {
    const shown = new Set([...CASES.map(([code]) => code), 'wrong-folder']);
    expect([...shown].toSorted()).toEqual(Object.keys(POLICY_FAULT).toSorted());
  });

  test('文件放错文件夹', () => {
    const { faults } = checkPolicy(
      [{ file: '99/9901/990102/rule.json', json: writtenPlace() }],
      readRegionJson,
      { on, knownOn: on },
    );
    expect(faults).toMatchObject([{ code: 'wrong-folder', path: ['place'] }]);
    expect(faults[0]?.message).toContain('文件写的是 990101，放在 990102 的文件夹里');
  });

  test('几处错误一次列出，按它们在文件里的先后', () => {
    const faults = faultsOf(
      writtenPlace([
        entryOf('standart', 640, TIER),
        entryOf('marginPercent', 150),
        entryOf(LIMIT, rowsOf({ title: '限额', give: 'a +' }, { title: '其他', give: 'b' })),
      ]),
    );
    expect(faults.map((each) => [each.code, each.path.join('.')])).toEqual([
      ['unknown-parameter', 'entries.2.parameter'],
      ['unit-missing', 'entries.3.unit'],
      ['formula', 'entries.4.value.rows.0.give'],
    ]);
  });

  test('只有提醒没有错误的，分得清', () => {
    const found = [
      ...faultsOf(writtenPlace(standardOf(6800, 480, { effective: '2022-07-01' }))),
      ...faultsOf(withEntry('marginPercent', 150)),
    ];
    expect(found.map((each) => each.is)).toEqual(['warning', 'fault']);
  });

  test('一个地方分在两个文件里的值，也查重叠，并指出另一处', () => {
    const [found] = faultsOf(writtenPlace(), writtenPlace([], { adopts: undefined }));
    expect(found).toMatchObject({
      code: 'overlap',
      file: FILE.replace('rule', 'standard'),
      other: { file: FILE, path: ['entries', 0] },
    });
  });
});

describe('一个地方现在能核算什么', () => {
  const abilityOf = (json: unknown, question: string, residence = 'urban') =>
    check(json)
      .places[0]?.abilities.find(
        (each) => each.question === question && each.residence === residence,
      )
      ?.missing.map((each) => each.name);

  test('能核算的没有缺项；不能的列出缺哪些参数', () => {
    expect(abilityOf(writtenPlace(), 'dibao')).toEqual([]);
    expect(abilityOf(writtenPlace(), 'margin')).toEqual([]);
    expect(abilityOf(writtenPlace(), 'rigid')).toEqual(['disposableIncome']);
  });

  test('缺一个数，只有结果用到它的不能核算；缺按情形写的规定，都不能', () => {
    const stopsOf = (json: unknown) =>
      check(json)
        .places[0]?.abilities.find(({ question }) => question === 'rigid')
        ?.missing.map(({ name, stops }) => [name, stops]);
    expect(stopsOf(writtenPlace())).toEqual([['disposableIncome', false]]);
    const bare = stopsOf(writtenPlace([], { adopts: undefined }));
    expect(bare).toContainEqual(['marginFinancialLimit', true]);
  });

  test('写错的值等于没有写，列在缺项里', () => {
    const entries = [entryOf('standard', 640, { unit: '元/月' })];
    expect(abilityOf(writtenPlace([], { entries }), 'dibao', 'rural')).toEqual(['standard']);
  });

  test('城乡分别说', () => {
    const entries = standardOf(640, 440).slice(0, 1);
    expect(abilityOf(writtenPlace([], { entries }), 'dibao', 'urban')).toEqual([]);
    expect(abilityOf(writtenPlace([], { entries }), 'dibao', 'rural')).toEqual(['standard']);
  });

  test('通行口径和全国文件本身不谈核算', () => {
    const json = readRegionJson('reference/rule.json');
    const { faults, places } = checkPolicy(
      [{ file: 'reference/rule.json', json }],
      readRegionJson,
      {
        on,
        knownOn: on,
      },
    );
    expect([faults, places]).toEqual([[], []]);
  });
});
