import { describe, expect, test } from 'vitest';
import { contains, countyOf, placeCode, townshipOf } from './place.ts';

const prefecture = placeCode('5117');
const county = placeCode('511702');
const township = placeCode('511702001');
const village = placeCode('511702001001');

describe('行政区划代码', () => {
  test.each(['51', '5117', '511702', '511702001', '511702001001'])('%s 是区划代码', (text) => {
    expect(placeCode(text)).toBe(text);
  });

  test.each(['', '5', '511', '51170', '5117020', '51170200100', '5117020010011', '51170a'])(
    '“%s” 不是区划代码',
    (text) => expect(() => placeCode(text)).toThrow(RangeError),
  );

  test('上级包含下级和自己，不包含旁边的', () => {
    expect(contains(county, village)).toBe(true);
    expect(contains(county, county)).toBe(true);
    expect(contains(village, county)).toBe(false);
    expect(contains(county, placeCode('511703'))).toBe(false);
  });

  test('村属于哪个乡镇、哪个县', () => {
    expect(townshipOf(village)).toBe(township);
    expect(countyOf(village)).toBe(county);
    expect(countyOf(county)).toBe(county);
  });

  test('市不属于任何一个县，县不属于任何一个乡镇', () => {
    expect(() => countyOf(prefecture)).toThrow(RangeError);
    expect(() => townshipOf(county)).toThrow(RangeError);
  });
});
