import { describe, expect, test } from 'vitest';
import { beginsHousehold, flatColumns, flatHousehold, flatLayout } from './flat-household.ts';

/** A table with these columns; each row is the text of its cells, from line 2 on. */
function read(columns: string, ...rows: readonly string[]) {
  const read = flatLayout(columns.split(','));
  if (!read.ok) throw new Error(read.faults.join('；'));
  const lines = rows.map((row, index) => ({ line: index + 2, cells: row.split(',') }));
  return { layout: read.layout, lines, ...flatHousehold(read.layout, lines) };
}
const faultsOf = (columns: string) => {
  const read = flatLayout(columns.split(','));
  return read.ok ? [] : read.faults;
};

describe('表头', () => {
  test('户、记录两列不能缺；已询问一列可以缺', () => {
    expect(faultsOf('household,record')).toEqual([]);
    expect(faultsOf('户,记录,已询问')).toEqual([]);
    expect(faultsOf('asked,place')).toEqual([
      '缺少“household”或者“户”一列',
      '缺少“record”或者“记录”一列',
    ]);
    expect(faultsOf('record')).toEqual(['缺少“household”或者“户”一列']);
  });

  test('每一列用英文名或者中文名，前后的空格不算，没有名称的列不看', () => {
    expect(faultsOf(' household ,记录,,relief.kind,遇到的突发困难,birth,出生日期')).toEqual([]);
  });

  test('不认识的列全部指出', () => {
    expect(faultsOf('户,记录,姓名,kind,relief')).toEqual([
      '不认识的列“姓名”，列名见 docs/guide/assess.md',
      '不认识的列“relief”，列名见 docs/guide/assess.md',
    ]);
  });

  test('成员、收入等列表本身不是一列', () => {
    expect(faultsOf('户,记录,members,家庭成员,收入情况,placeName')).toEqual([
      '不认识的列“members”，列名见 docs/guide/assess.md',
      '不认识的列“收入情况”，列名见 docs/guide/assess.md',
      '不认识的列“placeName”，列名见 docs/guide/assess.md',
    ]);
  });
});

describe('每行一条记录', () => {
  test('家庭一行开始一户，用英文或者中文写', () => {
    const { layout } = read('记录,户');
    const begins = (word: string) => beginsHousehold(layout, { line: 2, cells: [word, 'H1'] });
    expect(['household', ' 家庭 '].map(begins)).toEqual([true, true]);
    expect(['member', '家庭成员', '', '户'].map(begins)).toEqual([false, false, false, false]);
    expect(beginsHousehold(layout, { line: 2, cells: [] })).toBe(false);
  });

  test('家庭的项目、临时救助和退出的项目放在各自的位置', () => {
    const { json, faults } = read(
      'household,record,place,relief.kind,relief.persons,exit.reason,usesVehicles',
      'H1,household,511703001,emergency,3,employment,否',
    );
    expect(faults).toEqual([]);
    expect(json).toEqual({
      place: '511703001',
      relief: { kind: 'emergency', persons: 3 },
      exit: { reason: 'employment' },
      usesVehicles: false,
    });
  });

  test('各种记录放进各自的列表，按行的先后', () => {
    const records = [
      ['member', 'members', 'relation'],
      ['income', 'incomes', 'basis'],
      ['transfer', 'transfersPaid', 'period'],
      ['asset', 'assets', 'owner'],
      ['supporter', 'supporters', 'supports'],
      ['spending', 'spendings', 'ownShare'],
      ['pastRelief', 'pastReliefs', 'cause'],
    ] as const;
    for (const [record, list, column] of records) {
      const { json, faults } = read(
        `household,record,id,${column}`,
        `H1,${record},x,q`,
        `H1,${record},y,`,
      );
      expect(faults).toEqual([]);
      expect(json).toEqual({ [list]: [{ id: 'x', [column]: 'q' }, { id: 'y' }] });
    }
  });

  test('中文写的记录、列名和词，读成代码', () => {
    const { json, faults } = read(
      '户,记录,城乡属性,编号,与申请人的关系,性别,收入种类,金额对应的期间,困难的原因',
      'H1,家庭,农村,,,,,,火灾',
      'H1,家庭成员,,a,申请人,女,,,',
      'H1,收入,,i,,,工资性收入,每月,',
    );
    expect(faults).toEqual([]);
    expect(json).toEqual({
      residence: 'rural',
      relief: { cause: 'fire' },
      members: [{ id: 'a', relation: 'self', sex: 'female' }],
      incomes: [{ id: 'i', kind: 'wage', period: 'per-month' }],
    });
  });

  test.each([
    ['是', true],
    ['否', false],
    ['true', true],
    ['FALSE', false],
    ['TRUE', true],
    ['false', false],
    ['有', '有'],
  ])('是否的项目：%s', (written, value) => {
    const { json } = read('household,record,livesTogether', `H,member,${written}`);
    expect(json).toEqual({ members: [{ livesTogether: value }] });
  });

  test.each([
    ['12', 12],
    ['-3', -3],
    ['0', 0],
    ['123456789012345', 123_456_789_012_345],
    ['1234567890123456', '1234567890123456'],
    ['12.5', '12.5'],
    ['a12', 'a12'],
    ['12元', '12元'],
    ['-', '-'],
  ])('整数的项目：%s，读不了的保留原文，以便指出', (written, value) => {
    const { json } = read('household,record,amount', `H,income,${written}`);
    expect(json).toEqual({ incomes: [{ amount: value }] });
  });

  test('当地自己的代码、编号和日期照写；不认识的词保留原文', () => {
    const { json } = read(
      'household,record,id,occupation,birth,sex',
      'H,member,001,cook,1980-05-05,男性',
    );
    expect(json).toEqual({
      members: [{ id: '001', occupation: 'cook', birth: '1980-05-05', sex: '男性' }],
    });
  });

  test('空的单元格、只有空格的单元格和缺的单元格都是还不知道', () => {
    const { json } = read('household,record,id,sex,birth', 'H,member,a, ');
    expect(json).toEqual({ members: [{ id: 'a' }] });
  });

  test('记录种类不认识的一行，指出行号和可以写的词', () => {
    const { faults, json } = read('household,record,id', 'H,pet,x', 'H,member,a');
    expect(faults).toEqual([
      '第 2 行的记录种类不认识：“pet”，可以写的有：' +
        'household、member、income、transfer、asset、supporter、spending、pastRelief',
    ]);
    expect(json).toEqual({ members: [{ id: 'a' }] });
  });

  test('没有写记录种类的一行，也指出来', () => {
    expect(read('household,record', 'H').faults[0]).toMatch(/^第 2 行的记录种类不认识：“”，/);
    expect(read('record,household').layout).toMatchObject({ record: 0, household: 1 });
  });

  test('这种记录没有的项目，指出行号', () => {
    const { faults } = read('household,record,sex,amount', 'H,member,female,5', 'H,income,男,5');
    expect(faults).toEqual(['第 2 行是家庭成员，没有“amount”一项', '第 3 行是收入，没有“sex”一项']);
  });

  test('错误对应的行：列表里的每一条，其余算家庭的一行', () => {
    const { lineOf } = read('household,record,id', 'H,household,', 'H,member,a', 'H,member,b');
    expect(lineOf(['members', 0])).toBe(3);
    expect(lineOf(['members', 1, 'birth'])).toBe(4);
    expect(lineOf(['members', 2])).toBe(2);
    expect(lineOf(['place'])).toBe(2);
    expect(read('household,record').lineOf([])).toBe(0);
  });
});

describe('已询问：问过而没有的，与没有问过的分开', () => {
  const asked = (text: string, ...more: readonly string[]) =>
    read('household,record,asked,id', `H,household,${text},`, ...more);

  test('写 all 或者全部，除成员外各项都问过', () => {
    const all = {
      ...{ incomes: [], transfersPaid: [], assets: [] },
      ...{ supporters: [], spendings: [], pastReliefs: [] },
    };
    expect(asked('all').json).toEqual(all);
    expect(asked('全部').json).toEqual(all);
  });

  test('几项之间用分号或者顿号', () => {
    expect(asked(' incomes ; 财产情况；spendings、pastReliefs; ').json).toEqual({
      ...{ incomes: [], assets: [], spendings: [], pastReliefs: [] },
    });
    expect(asked('members').json).toEqual({});
  });

  test('问过而且有的，照有的记', () => {
    expect(asked('incomes', 'H,income,,i').json).toEqual({ incomes: [{ id: 'i' }] });
  });

  test('没有填，或者没有这一列的，都算没有问过', () => {
    expect(asked(' ').json).toEqual({});
    expect(read('household,record', 'H,household').json).toEqual({});
    expect(read('household,record,asked', 'H,household').json).toEqual({});
  });

  test('不认识的词指出行号', () => {
    const { faults, json } = asked('incomes;宠物');
    expect(faults).toEqual(['第 2 行的“已询问”里不认识：“宠物”']);
    expect(json).toEqual({ incomes: [] });
  });
});

test('指南列出每种记录的每一列', () => {
  const columns = flatColumns();
  const of = (record: string) => columns.filter((each) => each.record === record);
  expect(of('household').map(({ name }) => name)).toEqual([
    ...['place', 'residence', 'acceptedOn', 'hiresOthers', 'highFeeEducation', 'usesVehicles'],
    ...['utilitiesMonthly', 'extraConsumption', 'hardshipClass'],
    ...['relief.kind', 'relief.cause', 'relief.severity', 'relief.persons', 'relief.months'],
    ...['relief.days', 'relief.loss', 'relief.repeatJustified'],
    ...['exit.reason', 'exit.since', 'exit.formerAmount'],
  ]);
  expect(of('pastRelief')).toEqual([
    { record: 'pastRelief', name: 'id', title: '编号' },
    { record: 'pastRelief', name: 'grantedOn', title: '给予日期' },
    { record: 'pastRelief', name: 'cause', title: '原因' },
    { record: 'pastRelief', name: 'amount', title: '金额' },
  ]);
  expect([...new Set(columns.map(({ record }) => record))]).toHaveLength(8);
});
