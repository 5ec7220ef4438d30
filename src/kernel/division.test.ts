import { describe, expect, test } from 'vitest';
import { indexDivision, kindOf } from './division.ts';

const head = {
  title: '测试',
  source: '国家统计局',
  version: '2.7.0',
  licence: '公开数据',
  validFrom: '2023-06-30',
};
const places = [
  ['51', '四川省'],
  ['5117', '达州市'],
  ['511702', '通川区'],
  ['511702001', '东城街道'],
  ['511702001001', '二马路社区居民委员会'],
  ['511702102', '罗江镇'],
  ['511702208', '安云乡'],
  ['511722', '宣汉县'],
  ['511722222', '三墩土家族乡'],
];
const index = indexDivision({ ...head, places });

describe('区划索引', () => {
  test('代码查得到名称和级别，查不到的代码没有结果', () => {
    expect(index.findPlace('511702102')).toEqual({
      code: '511702102',
      name: '罗江镇',
      level: 'township',
    });
    expect(index.findPlace('511702999')).toBeUndefined();
  });

  test('下级按代码顺序列出，村级没有下级', () => {
    expect(index.children('511702').map((place) => place.name)).toEqual([
      '东城街道',
      '罗江镇',
      '安云乡',
    ]);
    expect(index.children('511702001001')).toEqual([]);
  });

  test('全名从省写到本级，范围外的代码为空', () => {
    expect(index.pathName('511702001001')).toBe('四川省达州市通川区东城街道二马路社区居民委员会');
    expect(index.pathName('110101')).toBe('');
  });

  test('代码重复、缺上级、格式不对的文件一律拒收', () => {
    expect(() => indexDivision({ ...head, places: [...places, ['51', '四川省']] })).toThrow(/two/);
    expect(() => indexDivision({ ...head, places: [['511702', '通川区']] })).toThrow(/parent/);
    expect(() => indexDivision({ ...head, places: [['5', '四川省']] })).toThrow(/not a place/);
    expect(() => indexDivision({ ...head, places: [['51']] })).toThrow(/division file/);
    expect(() => indexDivision(null)).toThrow(/division file/);
  });
});

describe('区划查找', () => {
  const names = (text: string) => index.search(text).map((place) => place.name);

  test('按名称查：同名在前，上级在前', () => {
    expect(names('通川区')).toEqual(['通川区']);
    expect(names('土家族')).toEqual(['三墩土家族乡']);
  });

  test('几个词都要在全名里，末一个词要在本级名称里', () => {
    expect(names('通川 罗江')).toEqual(['罗江镇']);
    expect(names('宣汉 罗江')).toEqual([]);
  });

  test('连写的全名也查得到', () => {
    expect(names('通川区罗江镇')).toEqual(['罗江镇']);
  });

  test('按代码开头查，空白不查', () => {
    expect(names('5117020')).toEqual(['东城街道', '二马路社区居民委员会']);
    expect(names(' ')).toEqual([]);
  });

  test('结果数量有上限', () => {
    expect(index.search('51', 2)).toHaveLength(2);
  });
});

describe('乡级、村级的类别', () => {
  const township = (name: string) => kindOf({ level: 'township', name });
  const village = (name: string) => kindOf({ level: 'village', name });

  test('乡级按名称结尾分为街道、镇、乡、民族乡', () => {
    expect(township('东城街道')).toBe('街道');
    expect(township('罗江镇')).toBe('镇');
    expect(township('安云乡')).toBe('乡');
    expect(township('三墩土家族乡')).toBe('民族乡');
    expect(township('达州经济开发区')).toBe('unknown');
  });

  test('村级按名称结尾分为村、社区、居委会', () => {
    expect(village('金凤村民委员会')).toBe('村');
    expect(village('二马路社区居民委员会')).toBe('社区');
    expect(village('二马路社区')).toBe('社区');
    expect(village('东街居委会')).toBe('居委会');
    expect(village('林场')).toBe('unknown');
  });

  test('县级以上不分类', () => {
    expect(kindOf({ level: 'county', name: '通川区' })).toBe('unknown');
  });
});
