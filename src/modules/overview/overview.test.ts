import { describe, expect, it } from 'vitest';
import { cityFigure } from './city-figure.ts';
import { figuresOf, headlineOf } from './headline.ts';
import { columnCodes, shadeOf, shownFigure, sorted, type TownshipFigures } from './column-code.ts';
import { type Counted, nextOf, sentenceOf } from './waiting.ts';

const counted = (code: Counted['code'], count: number, late: number, due: string): Counted => ({
  ...{ code, count, late, due },
});

describe('达州市2021年改革做法第七点：市级只看合计', () => {
  const figures = {
    ...{ accepted: 25, decided: 22, days: 153, onTime: 954, open: null, late: 0 },
    ...{ recipients: 5, checked: 0, corrections: null },
  };
  it('太小的数写不足，没有数据的写横线，比率到一位小数', () => {
    expect(cityFigure('open', figures)).toBe('不足');
    expect(cityFigure('late', figures)).toBe('0');
    expect(cityFigure('days', figures)).toBe('15.3');
    expect(cityFigure('onTime', figures)).toBe('95.4%');
    expect(cityFigure('open', null)).toBe('—');
  });
});

describe('达州市2021年改革做法第三、七点：县里今天先办什么', () => {
  it('超期的先于没有超期的，再按日期，没有日期的最后', () => {
    const list = [
      counted('filing', 3, 0, ''),
      counted('finding', 2, 0, '2026-03-05'),
      counted('verification', 5, 1, '2026-03-04'),
      counted('overdue', 1, 1, '2026-03-01'),
      counted('roll', 0, 0, ''),
    ];
    expect(nextOf(list, 'aid-officer')?.code).toBe('overdue');
    expect(nextOf(list.slice(0, 3), 'aid-officer')?.code).toBe('finding');
    expect(nextOf(list.slice(0, 1), 'aid-officer')?.code).toBe('filing');
    expect(nextOf(list.slice(4), 'aid-officer')).toBeNull();
  });

  it('各岗位先办自己的：核对中心先答复核对，分管领导没有待办的不替别人办', () => {
    const list = [counted('verification', 5, 1, '2026-03-04'), counted('filing', 3, 0, '')];
    expect(nextOf(list, 'verifier')?.code).toBe('verification');
    expect(nextOf(list, 'aid-officer')?.code).toBe('filing');
    expect(nextOf(list, 'county-leader')).toBeNull();
  });

  it('总数包括等别人办的', () => {
    const list = [counted('verification', 11, 2, '2026-03-04'), counted('roll', 0, 0, '')];
    expect(sentenceOf(list)).toBe('有 11 件事需要县里办，其中 2 件已经超期。');
    expect(sentenceOf(list.slice(1))).toBe('现在没有需要县里办的事。');
  });
});

describe('达州市2021年改革做法第七点：分乡镇的数字', () => {
  const none = { findings: 0, matters: 0, score: null };
  const one = {
    ...{ township: '511702102', accepted: 4, decided: 3, days: 46, onTime: 2, refused: 1 },
    ...{ open: 1, late: 0, objections: 0 },
  };

  it('平均和比率舍去到一位小数，没有办结的不算', () => {
    const figures = figuresOf(one, { findings: 2, matters: 1, score: 8461 });
    expect(columnCodes.map((code) => shownFigure(code, figures[code]))).toEqual([
      ...['4', '3', '15.3', '66.6%', '33.3%', '1', '0', '0', '2', '84.6', '1'],
    ]);
    expect(shownFigure('days', figuresOf(undefined, none).days)).toBe('—');
  });

  it('全县的平均用时由件数算出，不是各乡镇平均数的平均', () => {
    const other = { ...one, decided: 1, days: 2, onTime: 1, refused: 0 };
    const words = headlineOf([one, other], { month: '2026-02', lines: 8, paid: 7 });
    expect(words.map((each) => each.words)).toEqual([
      ...['8 件', '4 件', '12.0 天', '75.0%', '0 件', '87.5%'],
    ]);
  });

  it('按任何一项排序，没有数字的总在最后', () => {
    const row = (name: string, days: number | null) => ({
      name,
      figures: { ...figuresOf(one, none), days } as TownshipFigures,
    });
    const rows = [row('甲', null), row('乙', 100), row('丙', 200)];
    const names = (isDescending: boolean) =>
      sorted(rows, 'days', isDescending).map(({ name }) => name);
    expect([names(true), names(false)]).toEqual([
      ['丙', '乙', '甲'],
      ['乙', '丙', '甲'],
    ]);
  });

  it('深浅分五档：最小一档、最大五档，没有数字的不着色', () => {
    const all = [0, 25, 50, 100, null];
    expect(all.map((each) => shadeOf(each, all))).toEqual([1, 2, 3, 5, 0]);
    expect(shadeOf(7, [7, 7])).toBe(1);
  });
});
