import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { localDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { getStandard } from '../../rules/standard.ts';
import { findParameter, loadRegion, type Residence } from '../../rules/region.ts';
import { shippedStandards } from '../standards/store.ts';
import { changedRegion } from './changed-region.ts';
import { changeText } from './change-text.ts';
import { figureFault, figureParameters, triedFigures } from './figure.ts';
import { maskedName } from './masked-name.ts';
import { checkedFile } from './policy-file.ts';
import type { Change } from './preview.ts';

const TODAY = localDate('2026-03-02');
const readJson = shippedStandards().regionJson;
const where = { county: placeCode('511702'), readJson, today: TODAY };

const standardOn = (change: Change, day: string, residence: Residence = 'rural') => {
  const { region, knownOn } = changedRegion(change, where);
  const found = getStandard(region, residence, { on: localDate(day), knownOn });
  return found.ok ? found.found.amount : found.refusal.code;
};
const raised: Change = {
  kind: 'standard',
  urban: null,
  rural: fen(68_000),
  from: localDate('2026-01-01'),
};
type Json = { place: string; entries: Record<string, unknown>[] };
const ofDazhou = () => structuredClone(readJson('51/5117/standard.json')) as Json;
const fileChange = (json: unknown): Change => ({
  kind: 'file',
  name: 'standard.json',
  text: JSON.stringify(json),
  from: localDate('2025-07-01'),
});

describe('拟调整的标准', () => {
  it('从生效那天起用新标准，前一天还是原来的；没有调整的一侧不变', () => {
    expect(standardOn(raised, '2025-12-31')).toBe(62_000);
    expect(standardOn(raised, '2026-01-01')).toBe(68_000);
    expect(standardOn(raised, '2026-01-01', 'urban')).toBe(82_600);
  });

  it('追溯到以前的，以后已经公布的标准照样接上', () => {
    const back: Change = { ...raised, from: localDate('2024-08-01') };
    expect(standardOn(back, '2024-07-31')).toBe(58_000);
    expect(standardOn(back, '2025-06-30')).toBe(68_000);
    expect(standardOn(back, '2025-07-01')).toBe(62_000);
  });

  it('写成一句话', () => {
    expect(changeText({ ...raised, urban: fen(90_000) })).toBe(
      '城市低保标准 900.00 元/人/月、农村低保标准 680.00 元/人/月，自2026年1月1日起',
    );
    expect(changeText(fileChange(ofDazhou()))).toBe('地方文件“standard.json”，自2025年7月1日起');
  });
});

describe('起草的地方文件', () => {
  it('代替现有的同一份文件', () => {
    const drafted = ofDazhou();
    for (const each of drafted.entries) if (each['value'] === 620) each['value'] = 650;
    expect(standardOn(fileChange(drafted), '2026-03-02')).toBe(65_000);
  });

  it('检查出改了什么、从哪天起；没有改动的没有变化', () => {
    const drafted = ofDazhou();
    for (const each of drafted.entries) if (each['value'] === 620) each['value'] = 650;
    const checked = checkedFile(JSON.stringify(drafted), where);
    expect(checked.faults.filter(({ is }) => is === 'fault')).toEqual([]);
    expect(checked.from).toBe('2025-07-01');
    expect(checked.changes).toEqual([
      {
        title: '低保标准',
        residence: 'rural',
        effective: '2025-07-01',
        old: '620.00 元/人/月',
        now: '650.00 元/人/月',
      },
    ]);
    expect(checkedFile(JSON.stringify(ofDazhou()), where)).toMatchObject({
      changes: [],
      from: null,
    });
  });

  it('写错的逐处指出行和列，不能用来测算', () => {
    const unreadable = checkedFile('{\n  "place": "5117",\n  "entries": [}', where);
    expect(unreadable).toMatchObject({ faults: [{ line: 3, is: 'fault' }], from: null });
    const drafted = ofDazhou();
    delete drafted.entries[0]?.['unit'];
    const text = JSON.stringify(drafted, null, 2);
    const [fault] = checkedFile(text, where).faults.filter(({ is }) => is === 'fault');
    expect(fault?.message).toContain('单位');
    const entries = text.split('\n').findIndex((line) => line.includes('"entries"')) + 1;
    expect(fault?.line).toBe(entries + 1);
  });

  it('不在本县执行的、没有写明地方的，不用来测算', () => {
    const elsewhere = { ...ofDazhou(), place: '350426' };
    expect(checkedFile(JSON.stringify(elsewhere), where).faults).toMatchObject([
      { is: 'fault', message: expect.stringContaining('350426') },
    ]);
    expect(checkedFile('[]', where).faults[0]?.message).toContain('没有写明是哪个地方');
  });
});

describe('名单上的姓名', () => {
  it('只留姓，一字一星', () => {
    expect(maskedName('王演平')).toBe('王**');
    expect(maskedName('')).toBe('');
  });
});

describe('拟调整的一项数值', () => {
  const margin = (value: number, from = '2026-01-01'): Change => ({
    kind: 'figure',
    parameter: 'marginPercent',
    value,
    from: localDate(from),
  });
  const asked = figureParameters.find(({ name }) => name === 'marginPercent');
  const marginOn = (change: Change, day: string) => {
    const { region, knownOn } = changedRegion(change, where);
    const looked = asked && findParameter(region, asked, { on: localDate(day), knownOn }, 'rural');
    return looked?.ok ? looked.found.value : null;
  };

  it('从生效那天起用新数值，前一天还是原来的；城乡一样', () => {
    const before = marginOn(margin(200), '2025-12-31');
    expect(before).not.toBe(200);
    expect(marginOn(margin(200), '2026-01-01')).toBe(200);
    expect(changeText(margin(200))).toBe('低保边缘收入线（占低保标准%） 200%，自2026年1月1日起');
  });

  it('当天公布的也让位给拟调整的', () => {
    const today = where.today;
    const once = changedRegion(margin(160), where).region;
    const again = { ...margin(170), from: today } as Change;
    const known = once.files.flatMap(({ entries }) => entries).find(({ value }) => value === 160);
    expect(known?.known).toBe(today);
    expect(marginOn(again, today)).toBe(170);
  });

  it('清单写明现行的数值、单位和以后已经公布的；只影响提醒的、单独填写的不在其中', () => {
    const region = loadRegion(readJson, where.county);
    const listOn = (on: string) => triedFigures(region, { on: localDate(on), knownOn: TODAY });
    const [standard] = listOn('2024-08-01');
    expect(standard).toMatchObject({
      parameter: 'standard',
      unit: '元/人/月',
      isMoney: true,
      present: [
        { residence: 'urban', text: '788.00 元/人/月' },
        { residence: 'rural', text: '580.00 元/人/月' },
      ],
    });
    expect(standard?.later.map(({ residence, text }) => `${residence} ${text}`)).toEqual([
      'urban 826.00 元/人/月',
      'rural 620.00 元/人/月',
    ]);
    const figures = listOn('2026-03-02');
    const percent = figures.find(({ parameter }) => parameter === 'marginPercent');
    expect(percent).toMatchObject({ unit: '%', isMoney: false, group: '低保边缘家庭' });
    expect(percent?.present).toMatchObject([{ residence: null }]);
    const names = figures.map(({ parameter }) => parameter);
    expect(names).not.toContain('standardFloor');
    expect(names).not.toContain('urbanStandard');
  });

  it('数值在范围两端可以测算，再多一就指出范围；低保标准和认不得的项目请从清单选', () => {
    expect([100, 1000].map((each) => figureFault('marginPercent', each))).toEqual([null, null]);
    expect(figureFault('marginPercent', 99)).toBe('应当在 100% 到 1000% 之间，请核对');
    expect(figureFault('marginPercent', 1001)).toContain('请核对');
    expect(figureFault('standard', 90_000)).toContain('从清单中选择');
    expect(figureFault('nothing', 1)).toContain('从清单中选择');
  });
});
