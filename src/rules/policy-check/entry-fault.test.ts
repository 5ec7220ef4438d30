import { describe, expect, test } from 'vitest';
import { readEntries } from './entry-fault.ts';
import { entryOf, writtenPlace } from './written-place.fixture.ts';
import { readPolicy } from './written-policy.ts';

/** What is wrong with one entry, and whether its value is used all the same. */
function told(...given: Parameters<typeof entryOf>) {
  const json: unknown = JSON.parse(
    JSON.stringify(writtenPlace([], { entries: [entryOf(...given)] })),
  );
  const { policy } = readPolicy({ file: 'rule.json', json });
  if (!policy) throw new Error('not read');
  const { faults, entries } = readEntries(policy);
  return {
    faults: faults.map(({ code, path, message }) => `${code} ${path.join('.')} ${message}`),
    isUsed: entries.every(({ entry }) => entry !== null),
  };
}

describe('一个条目', () => {
  test('没有疑义的错，值照样用；别的错不用', () => {
    expect(told('supportShared', true, { unit: '%' })).toEqual({
      faults: [expect.stringMatching(/^unit-needless entries\.0\.unit /)],
      isUsed: true,
    });
    const doubtful = told('marginPercent', 150, { unit: '%', unknownLocally: true });
    expect([doubtful.faults.length, doubtful.isUsed]).toEqual([1, true]);
    expect(told('marginPercent', 150).isUsed).toBe(false);
    expect(told('marginPercent', 150, { unit: '%', document: 'other' }).isUsed).toBe(false);
  });

  test('只执行一天的，起止同一天；止日早一天的是颠倒', () => {
    const until = (day: string) => told('marginPercent', 150, { unit: '%', until: day }).faults;
    expect(until('2021-07-01')).toEqual([]);
    expect(until('2021-06-30')).toEqual([
      expect.stringMatching(
        /^period-reversed entries\.0\.until .*自2021年7月1日起执行.*2021年6月30日/,
      ),
    ]);
  });

  test('多写了单位的，值不对也一起说；单位不对的，只说是不是那种值', () => {
    expect(
      told('supportShared', '是', { unit: '%' }).faults.map((each) => each.split(' ')[0]),
    ).toEqual(['unit-needless', 'value']);
    expect(
      told('marginPercent', 5, { unit: '元' }).faults.map((each) => each.split(' ')[0]),
    ).toEqual(['unit-wrong']);
    expect(
      told('marginPercent', 'x', { unit: '元' }).faults.map((each) => each.split(' ')[0]),
    ).toEqual([...['unit-wrong', 'value']]);
  });

  test('参数和文件都不认识的，都说', () => {
    expect(told('heating', 5, { document: 'other' }).faults).toEqual([
      expect.stringMatching(/^document-missing entries\.0\.document “heating”出自哪个文件没有写明/),
      expect.stringMatching(/^unknown-parameter entries\.0\.parameter 没有这个参数：heating/),
    ]);
  });
});
