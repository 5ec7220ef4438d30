import { describe, expect, it } from 'vitest';
import { idNumberFrom } from '../../cli/demo/synthetic-identity.ts';
import { localDate } from '../../kernel/local-date.ts';
import { createStandards, placesIn } from '../standards/store.ts';
import { codeReader, type CodeRow, COMMON_WORDS } from './code-table.ts';
import { guessMapping, ledgerColumns, columnKeys, layoutText } from './ledger-column.ts';
import { compareWithRules } from './compare-with-rules.ts';
import { groupRows } from './ledger-household.ts';
import { readRow } from './read-row.ts';
import { villageFinder } from './village-finder.ts';

const TODAY = localDate('2026-11-23');
const standards = createStandards();
const villageOf = villageFinder(placesIn(standards, '511702'));
const number = idNumberFrom(9000, localDate('1958-05-05'), 'male');
const wife = idNumberFrom(9000, localDate('1960-05-05'), 'female');

type Cells = { readonly [Title in string]?: string };
const row = (more: Cells = {}): Cells => ({
  户编号: 'H1',
  救助类别: '低保',
  '村（社区）': '511702102200',
  批准文号: '演民低保〔2024〕1号',
  批准日期: '2024-05-10',
  起始年月: '2024-06',
  '月金额（元）': '620',
  最近核查日期: '2026-06-20',
  姓名: '孙演禾',
  身份证号: number,
  与户主关系: '本人',
  ...more,
});

/** As the program ships it. */
const head: CodeRow = {
  ...{ area: '', system: COMMON_WORDS, field: 'relation', code: '本人', value: 'self' },
  from: localDate('2011-01-01'),
};

function read(rows: readonly Cells[]) {
  const heading = [...new Set(rows.flatMap((each) => Object.keys(each)))];
  const mapping = guessMapping(heading);
  const reading = {
    mapping,
    heading,
    codes: codeReader([head], { system: '旧系统', asOf: TODAY }),
    today: TODAY,
    villageOf,
  };
  const readRows = rows.map((each, index) =>
    readRow({ row: index + 2, cells: heading.map((title) => each[title] ?? '') }, reading),
  );
  return groupRows(readRows, { mapping, asOf: TODAY });
}

const messages = (rows: readonly Cells[]) =>
  read(rows).flatMap(({ faults }) =>
    faults.map(({ row: at, column, message }) => `${at} ${column} ${message}`),
  );

describe('台账的每一格：错在哪里、怎么改（DB-28）', () => {
  it('写对的一行读得进来，身份证 15 位的换成 18 位', () => {
    const [household] = read([row({ 身份证号: `${number.slice(0, 6)}${number.slice(8, 17)}` })]);
    expect(household?.faults).toEqual([]);
    expect(household?.household).toMatchObject({ amount: 62_000, village: '511702102200' });
    expect(household?.household?.people[0].idNumber).toBe(number);
  });

  it.each([
    ['月金额（元）', '620.00', null],
    ['月金额（元）', '620.001', '两位小数'],
    ['月金额（元）', '-1', '不能小于 0'],
    ['月金额（元）', '100000', null],
    ['月金额（元）', '100000.01', '超过 10 万元'],
    ['月金额（元）', '0', '没有月金额'],
    ['批准日期', '2024-02-29', null],
    ['批准日期', '2023-02-29', '没有这一天'],
    ['批准日期', '2026-11-23', null],
    ['批准日期', '2026-11-24', '在今天以后'],
    ['起始年月', '2024年6月', null],
    ['起始年月', '2024-13', '没有这个年月'],
    ['起始年月', '2026-12', null],
    ['起始年月', '2027-01', '在台账截至日以后'],
    ['起始年月', '2031-01', '在台账截至日以后'],
    ['批准文号', '', '不能列入名册'],
    ['村（社区）', '511702102999', '区划代码'],
    ['村（社区）', '金凤村', null],
    ['村（社区）', '不存在村', '没有找到'],
    ['与户主关系', '', '没有与户主的关系'],
    ['与户主关系', '07', '代码表里没有'],
    ['姓名', '孙', '2 至 40 个字'],
    ['身份证号', number.slice(0, 17), '少 1 位'],
    ['户编号', '', '没有户编号'],
  ])('%s 填“%s”', (title, cell, expected) => {
    const told = messages([row({ [title]: cell })]);
    if (expected === null) expect(told).toEqual([]);
    else expect(told.join()).toContain(expected);
    expect(told.every((each) => each.startsWith('2 '))).toBe(true);
  });

  it('一户里有一行错，整户不登记；同户两行写得不一样、两个户主、身份证号重复都查得出', () => {
    const partner = { 姓名: '李演苗', 身份证号: wife, 与户主关系: '配偶' };
    expect(messages([row(), row(partner)])).toEqual([]);
    const [half] = read([row(), row({ ...partner, 身份证号: '1' })]);
    expect(half).toMatchObject({ household: null, rows: [2, 3] });
    expect(messages([row(), row({ ...partner, 批准文号: '另一个文号' })])[0]).toContain('不一致');
    expect(messages([row(), row({ ...partner, 与户主关系: '本人' })])[0]).toContain('两名户主');
    const other = row({ 户编号: 'H2' });
    expect(messages([row(), other]).map((each) => each.slice(0, 1))).toEqual(['2', '3']);
    expect(messages([row(), other])[0]).toContain('与第 3 行相同');
  });

  it('特困人员按人列册；边缘家庭不发钱', () => {
    const partner = { 姓名: '李演苗', 身份证号: wife, 与户主关系: '配偶', 救助类别: '特困人员' };
    expect(messages([row({ 救助类别: '特困人员' }), row(partner)])[0]).toContain('按人列册');
    expect(messages([row({ 救助类别: '低保边缘家庭' })])[0]).toContain('不按月发钱');
    expect(messages([row({ 救助类别: '低保边缘家庭', '月金额（元）': '' })])).toEqual([]);
  });

  it('代码按县里的、来源系统的、常用说法的次序读，没到起用日的不算', () => {
    const code = (more: Partial<CodeRow>): CodeRow => ({
      ...{ area: '', system: '旧系统', field: 'relation', code: '1', value: 'spouse' },
      from: localDate('2010-01-01'),
      ...more,
    });
    const rows = [
      code({}),
      code({ area: '511702', value: 'self' }),
      code({ area: '511702', value: 'child', from: localDate('2027-01-01') }),
      code({ system: '别的系统', value: 'parent' }),
      code({ system: COMMON_WORDS, code: '户主', value: 'self' }),
    ];
    const reader = codeReader(rows, { system: '旧系统', asOf: TODAY });
    expect(reader('relation', '01')).toEqual({ is: 'known', value: 'self' });
    expect(reader('relation', '户主')).toEqual({ is: 'known', value: 'self' });
    expect(reader('relation', '配偶')).toEqual({ is: 'known', value: 'spouse' });
    expect(reader('relation', '77')).toEqual({ is: 'unknown' });
    expect(reader('disabilityGrade', '3')).toEqual({ is: 'unknown' });
  });

  it('常见的列名认得出；同样的列换个次序、加上更正名单的两列，还是同一种台账', () => {
    const own = columnKeys.map((key) => ledgerColumns[key].title);
    expect(Object.keys(guessMapping(own))).toEqual([...columnKeys]);
    expect(guessMapping(['低保证号', '户主姓名', '与申请人关系'])).toEqual({
      household: '低保证号',
      relation: '与申请人关系',
    });
    expect(layoutText(['不能导入的原因', '乙', '甲', '原文件行号'])).toBe(layoutText(['甲', '乙']));
  });
});

describe('与今天的规则比较（DB-23）', () => {
  const whole = (more: Cells = {}) =>
    row({
      城乡属性: '农村',
      '金融资产（元）': '0',
      '赡养抚养费（元/月）': '0',
      劳动能力: '无劳动能力',
      就业情况: '无就业条件',
      就学阶段: '不在校',
      残疾类别: '无残疾',
      '月净收入（元）': '0',
      ...more,
    });
  const compared = (cells: Cells) => {
    const [grouped] = read([cells]);
    if (!grouped?.household) throw new Error(JSON.stringify(grouped?.faults));
    return compareWithRules(grouped.household, standards.regionOf('511702'), TODAY);
  };

  it('情况够的算出差多少；不够的说缺哪几列；金额相同的说一致', () => {
    expect(compared(whole())).toEqual({ is: 'same', text: '与今天的规则算出的一致' });
    expect(compared(whole({ '月净收入（元）': '100' }))).toEqual({
      is: 'differs',
      text: '按今天的规则每月 520.00 元，台账 620.00 元，多 100.00 元',
    });
    expect(compared(whole({ 劳动能力: '', '月净收入（元）': '' })).text).toBe(
      '台账缺少劳动能力、月净收入（元），没有比较',
    );
    expect(compared(whole({ '月净收入（元）': '9000' })).text).toContain('不符合条件');
    const child = row({ 姓名: '孙演苗', 身份证号: wife, 与户主关系: '父母' });
    const [family] = read([whole(), child]);
    if (!family?.household) throw new Error('the family cannot be read');
    const region = standards.regionOf('511702');
    expect(compareWithRules(family.household, region, TODAY).text).toContain('前后矛盾');
  });
});
