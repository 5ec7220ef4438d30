import { describe, expect, test } from 'vitest';
import { listRegionFiles, readRegionJson } from '../src/cli/region-reader.ts';
import { localDate } from '../src/kernel/local-date.ts';
import { checkPolicy } from '../src/rules/policy-check/check-policy.ts';
import { REGION_FILE_NAME } from '../src/rules/region.ts';

const files = listRegionFiles()
  .filter((path) => REGION_FILE_NAME.some((name) => path.endsWith(`/${name}`)))
  .map((file) => ({ file, json: readRegionJson(file) }));
const on = localDate('2026-11-23');
const { faults, places } = checkPolicy(files, readRegionJson, { on, knownOn: on });

describe('随程序发布的地方文件', () => {
  test('每个文件、每个地方都没有错误，也没有提醒', () => {
    expect(files.length).toBeGreaterThan(6);
    expect(faults).toEqual([]);
  });

  test('达州市城乡都能核算低保', () => {
    const dazhou = places.find(({ place }) => place === '5117');
    const dibao = dazhou?.abilities.filter(({ question }) => question === 'dibao');
    expect(dibao?.map(({ residence, missing }) => [residence, missing])).toEqual([
      ['urban', []],
      ['rural', []],
    ]);
  });
});
