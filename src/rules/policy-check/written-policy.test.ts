import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { schemaWords } from '../../kernel/schema-words.ts';
import { type PolicyFault } from './policy-fault.ts';
import { isRow, readPolicy } from './written-policy.ts';
import { entryOf, writtenPlace } from './written-place.fixture.ts';

const read = (json: unknown) =>
  readPolicy({ file: 'rule.json', json: JSON.parse(JSON.stringify(json)) as unknown });
const told = (faults: readonly PolicyFault[]) =>
  faults.map(({ code, path, message }) => `${code} ${path.join('.')}：${message}`);
const faultsOf = (json: unknown) => told(read(json).faults);

describe('文件的形状：哪里、什么错', () => {
  test('写成别的东西的条目说第几项；条目里的说哪一项', () => {
    expect(faultsOf(writtenPlace(['x' as never]))).toEqual([
      expect.stringMatching(/^shape entries\.2：第 3 项应当是/),
    ]);
    const wrong = entryOf('marginPercent', 150, { unit: '%', source: 5 });
    expect(faultsOf(writtenPlace([wrong]))).toEqual([
      expect.stringMatching(/^shape entries\.2\.source：依据（source）应当是/),
    ]);
    expect(faultsOf({ ...writtenPlace(), entries: {} })).toEqual([
      expect.stringMatching(/^shape entries：规定的各项（entries）应当是/),
    ]);
  });

  test('服务端给表单设的话不盖住文件里的错', () => {
    const former = z.config();
    z.config({ localeError: schemaWords });
    const faults = faultsOf(writtenPlace(['x' as never]));
    z.config(former);
    expect(faults).toEqual([expect.stringMatching(/^shape entries\.2：第 3 项应当是/)]);
  });

  test('文件目录里的说到文件；文号没有写的单独说怎么办', () => {
    const documents = (notice: unknown) => faultsOf(writtenPlace([], { documents: { notice } }));
    expect(documents('x')[0]).toMatch(/^shape documents\.notice：文件目录（documents）应当是/);
    const sound = { number: '测〔2021〕1号', title: '通知', issuer: '测试局', known: '2021-06-30' };
    expect(documents({ ...sound, known: '2021' })[0]).toMatch(
      /^shape documents\.notice\.known：公布日期（known）/,
    );
    const { number: _, ...without } = sound;
    expect(documents(without)[0]).toMatch(
      /^document-number-missing documents\.notice\.number：没有写文号/,
    );
    expect(documents({ ...sound, number: 5 })[0]).toMatch(
      /^document-number-missing documents\.notice\.number：应当是/,
    );
  });

  test('不认识的名称：列出可以写的；别处的没有可以写的', () => {
    expect(faultsOf(writtenPlace([], { remark: '…' }))).toEqual([
      expect.stringMatching(/^unknown-name remark：不认识的项目“remark”/),
    ]);
    const [fault] = read(writtenPlace([], { remark: '…' })).faults;
    expect(fault?.isName).toBe(true);
    const number = read(writtenPlace([], { name: 5 })).faults[0];
    expect([number?.code, number?.isName]).toEqual(['shape', undefined]);
  });

  test('有一项不认识的条目照样读；有错的条目不读，别的条目、文件不受影响', () => {
    const extra = entryOf('marginPercent', 150, { unit: '%', remark: '…' });
    const broken = entryOf('marginPercent', 160, { unit: '%', effective: '2024-02-30' });
    const { policy } = read(writtenPlace([extra, broken]));
    expect(policy?.entries.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(policy?.partial.map(({ index, written }) => [index, written.value])).toEqual([[3, 160]]);
    const { policy: other } = read(
      writtenPlace([], { documents: { notice: 'x', second: { title: 5 } }, adopts: 'x' }),
    );
    expect([Object.keys(other?.documents ?? {}), other?.documentKeys]).toEqual([
      [],
      ['notice', 'second'],
    ]);
    expect([other?.entries.length, other?.adopts]).toEqual([2, []]);
  });

  test('地方代码读不出来的，什么也不读；名称读不出来的用代码', () => {
    expect(read(writtenPlace([], { place: 'x' })).policy).toBeNull();
    expect(read([]).policy).toBeNull();
    expect(read(null).policy).toBeNull();
    expect(read(writtenPlace([], { name: 5 })).policy?.name).toBe('990101');
    expect(read(writtenPlace()).policy?.name).toBe('测试县');
  });

  test('一组项目', () => {
    expect([{}, { a: 1 }, [], null, 'x', undefined].map(isRow)).toEqual([
      ...[true, true, false, false, false, false],
    ]);
  });
});
