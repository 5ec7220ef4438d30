import { describe, expect, it } from 'vitest';
import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import { assessScheme } from '../../rules/assess.ts';
import { replayAssessment } from '../../rules/replay.ts';
import { getStandard } from '../../rules/standard.ts';
import { earned, family, household } from '../../rules/worked-case.ts';
import { type PublishedPart, withPublished } from './published.ts';
import { createStandards } from './store.ts';

const COUNTY = '511702';
const IN_USE = localDate('2026-07-07');
const part = (value: number, more: Partial<PublishedPart> = {}): PublishedPart => ({
  ...{ versionId: 'v1', file: '51/5117/511702/standard.json', place: COUNTY, name: '通川区' },
  documents: {
    v1: {
      number: '通民发〔2026〕9号',
      title: '提高农村低保标准',
      issuer: '通川区人民政府',
      known: IN_USE,
    },
  },
  entries: [
    {
      ...{ parameter: 'standard', residence: 'rural', value, unit: '元/人/月' },
      ...{ effective: '2026-01-01', document: 'v1', rule: 'DB-23', source: '提高农村低保标准' },
    },
  ],
  ...more,
});
const standardAt = (
  standards: ReturnType<typeof createStandards>,
  knownOn: LocalDate,
  on = localDate('2026-07-01'),
) => {
  const found = getStandard(standards.regionOf(COUNTY), 'rural', { on, knownOn });
  return found.ok ? found.found.amount : null;
};

describe('DL-07：县里公布的标准，从公布的次日起用', () => {
  it('公布以后按新的，公布以前作出的按当时的', () => {
    const standards = createStandards();
    expect(standardAt(standards, IN_USE)).toBe(62_000);
    standards.layOver([part(680)]);
    expect(standardAt(standards, IN_USE)).toBe(68_000);
    expect(standardAt(standards, localDate('2026-07-06'))).toBe(62_000);
  });

  it('追溯到的那天起算，前一天还是原来的', () => {
    const standards = createStandards(undefined, [part(680)]);
    expect(standardAt(standards, IN_USE, localDate('2026-01-01'))).toBe(68_000);
    expect(standardAt(standards, IN_USE, localDate('2025-12-31'))).toBe(62_000);
  });

  it('后公布的更正取代先公布的，先公布的留着', () => {
    const later = { ...part(690), versionId: 'v2' };
    const known = localDate('2026-08-02');
    const documents = { v2: { ...(part(0).documents['v1'] as object), known } };
    const entries = later.entries.map((each) => ({ ...(each as object), document: 'v2' }));
    const standards = createStandards(undefined, [part(680), { ...later, documents, entries }]);
    expect(standardAt(standards, known)).toBe(69_000);
    expect(standardAt(standards, localDate('2026-08-01'))).toBe(68_000);
  });

  it('公布当天和以前作出的核算，公布以后重放一字不差', () => {
    const standards = createStandards();
    const facts = household({
      place: '511702102200',
      residence: 'rural',
      members: family(2),
      incomes: [earned('i', 60_000)],
    });
    const on = localDate('2026-07-06');
    const result = assessScheme('dibao', facts, standards.regionOf(COUNTY), { on });
    if (!result.ok) throw new Error(result.refusal.message);
    standards.layOver([part(680)]);
    const region = standards.regionOf(COUNTY);
    expect(replayAssessment(result.assessment, facts, region).same).toBe(true);
    const again = assessScheme('dibao', facts, region, { on: IN_USE });
    if (!again.ok) throw new Error(again.refusal.message);
    expect([result.assessment.standard, again.assessment.standard]).toEqual([62_000, 68_000]);
  });

  it('原来没有自己文件的县，公布以后列在有标准的地方里；别的文件不变', () => {
    const standards = createStandards(undefined, [part(680, { place: '511703', name: '达川区' })]);
    expect(standards.localities.some(({ code }) => code === '511703')).toBe(true);
    const json = { place: '5117', entries: [1] };
    expect(withPublished(json, [])).toBe(json);
  });
});
