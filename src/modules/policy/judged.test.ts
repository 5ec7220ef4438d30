import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { createStandards } from '../standards/store.ts';
import { issuedPart } from './addition.ts';
import { draftedText, presentText } from './drafted-file.ts';
import { judged } from './judged.ts';
import type { PolicyContent } from './policy.ts';

const TODAY = localDate('2026-07-06');
const standards = createStandards();
const where = {
  ...{ county: placeCode('511702'), countyName: '通川区', readJson: standards.regionJson },
  today: TODAY,
};
const content = (value: number, more: Partial<PolicyContent> = {}): PolicyContent => ({
  ...{ title: '提高农村低保标准', issuer: '通川区人民政府', answers: [] },
  change: {
    kind: 'figures',
    figures: [{ parameter: 'standard', residence: 'rural', value }],
    effective: localDate('2026-01-01'),
  },
  ...more,
});
const file = (text: string) => content(0, { change: { kind: 'file', text } });
const issued = (value: number, versionId: string) => {
  const found = judged(content(value), where);
  return issuedPart(found.json, found.addition, {
    ...{ versionId, file: found.file, document: '通府发〔2026〕9号', issuer: '通川区人民政府' },
    inUseFrom: localDate('2026-07-07'),
  });
};
const FIRST = /\n {4}(\{"parameter".*\}),\n/;
const faultsOf = (drafted: PolicyContent, at = where) =>
  judged(drafted, at)
    .faults.filter(({ is }) => is === 'fault')
    .map(({ line, message }) => `${line} ${message}`);

describe('DL-07：草案对照现行规定检查', () => {
  it('填的标准写成地方文件，没有错误，改了什么说得清', () => {
    const found = judged(content(68_000), where);
    expect(found.faults.filter(({ is }) => is === 'fault')).toEqual([]);
    expect(found).toMatchObject({ file: '51/5117/511702/standard.json', from: '2026-01-01' });
    // The other side of the city's document goes on to hold: the county's own file says it again.
    expect(found.changes).toMatchObject([
      { residence: 'rural', old: '620.00 元/人/月（达州市）', now: '680.00 元/人/月' },
      { residence: 'urban', old: '826.00 元/人/月（达州市）', now: '826.00 元/人/月' },
    ]);
    expect(found.questions).toEqual([]);
  });

  it('追溯到更早的，上级以后已经提高的照旧', () => {
    const early = content(59_000, {
      change: {
        kind: 'figures',
        figures: [{ parameter: 'standard', residence: 'rural', value: 59_000 }],
        effective: localDate('2025-01-01'),
      },
    });
    expect(judged(early, where).changes.map(({ effective, now }) => `${effective} ${now}`)).toEqual(
      [
        ...['2025-01-01 590.00 元/人/月', '2025-01-01 788.00 元/人/月'],
        ...['2025-07-01 620.00 元/人/月', '2025-07-01 826.00 元/人/月'].toReversed(),
      ],
    );
  });

  it('把元当成分填的、比原来低的，问一句；说明理由前不能送批', () => {
    const [asked] = judged(content(6_200_000), where).questions;
    expect(asked?.message).toContain('像是把元当成了分');
    expect(judged(content(680), where).questions[0]?.message).toContain('像是把分当成了元');
    expect(judged(content(62_000), where).questions).toEqual([]);
    expect(judged(content(61_900), where).questions[0]?.message).toContain('标准一般不降低');
    expect(judged(content(92_900), where).questions).toEqual([]);
    expect(judged(content(93_000), where).questions[0]?.message).toContain('1.5 倍');
  });

  it('文件里有空当的、两段重叠的，指出哪一行', () => {
    const two = (until: string, from: string) =>
      draftedText(content(68_000), where).replace(FIRST, (_, row: string) => {
        const next = row.replace('2026-01-01', from);
        const ended = row.replace('"2026-01-01"', `"2026-01-01","until":"${until}"`);
        return `\n    ${ended},\n    ${next},\n`;
      });
    const gap = faultsOf(file(two('2026-05-31', '2026-07-01')));
    expect(gap.join()).toMatch(/空|没有/);
    expect(gap.join()).toMatch(/^\d+ /);
    expect(faultsOf(file(two('2026-07-31', '2026-07-01'))).join()).toContain('重叠');
    expect(faultsOf(file(two('2026-06-30', '2026-07-01')))).toEqual([]);
  });

  it('没有写明文号也没有写明为什么没有的，指出来', () => {
    const text = draftedText(content(68_000), where).replace('"numberless":"草案，尚未发文",', '');
    expect(faultsOf(file(text)).join()).toContain('没有文号');
  });

  it('上级的文件不能由县里改', () => {
    const text = JSON.stringify(standards.regionJson('51/5117/standard.json'));
    expect(faultsOf(file(text)).join()).toContain('只能起草本县');
  });

  it('公布时写上文号，从启用的那天起为人所知', () => {
    const part = issued(68_000, 'a1');
    expect(part).toMatchObject({
      documents: { 'v-a1-draft': { number: '通府发〔2026〕9号', known: '2026-07-07' } },
      entries: [
        { value: 680, document: 'v-a1-draft' },
        { value: 826, document: 'v-a1-draft' },
      ],
    });
    expect(part.documents['v-a1-draft']).not.toHaveProperty('numberless');
  });
});

describe('已经公布的只能增加，不能改动', () => {
  const after = createStandards(undefined, [issued(68_000, 'a1')]);
  const at = { ...where, readJson: after.regionJson, today: localDate('2026-08-03') };
  const present = presentText(at, 'standard');

  it('原样的没有不同；改了、删了已经公布的，要求恢复', () => {
    expect(judged(file(present), at).addition.entries).toEqual([]);
    expect(faultsOf(file(present.replace('680', '690')), at).join()).toContain('恢复原样');
    const without = present.replace(FIRST, '\n');
    expect(faultsOf(file(without), at).length).toBeGreaterThan(0);
    const renamed = present.replace('通府发〔2026〕9号', '通府发〔2026〕8号');
    expect(faultsOf(file(renamed), at).join()).toContain('恢复原样');
  });

  it('新写的一条要有自己的文件', () => {
    const row = FIRST.exec(present)?.[1] ?? '';
    const next = row.replace('2026-01-01', '2026-09-01').replace('680', '700');
    expect(faultsOf(file(present.replace(row, `${row},\n    ${next}`)), at).join()).toContain(
      '依据的新文件',
    );
  });

  it('写错了的，从同一天起另写一条更正', () => {
    const fixed = content(69_000);
    expect(faultsOf(fixed, at)).toEqual([]);
    expect(judged(fixed, at).changes).toMatchObject([{ now: '690.00 元/人/月' }]);
  });
});
