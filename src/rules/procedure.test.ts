import { describe, expect, it } from 'vitest';
import national from '../../regions/national/procedure.json' with { type: 'json' };
import { localDate } from '../kernel/local-date.ts';
import { getProcedure, procedureParameters } from './procedure.ts';
import { readRegionFile } from './region-file.ts';
import { placeWith } from './worked-case.ts';

/** Whether a place may write this value. */
function allows(name: string, value: number): boolean {
  const parameter = procedureParameters.find((each) => each.name === name);
  if (!parameter) throw new Error(`no parameter ${name}`);
  return parameter.schema.safeParse(value).success;
}

describe('最低生活保障审核确认办法：地方可以从严，不得放宽国家规定的期限', () => {
  it.each([
    ['第十五条：启动调查不超过3个工作日', 'startInvestigationWorkingDays', 3, 4],
    ['第十七条：启动核对不超过3个工作日', 'startVerificationWorkingDays', 3, 4],
    ['第二十条：县级确认不超过10个工作日', 'countyConfirmationWorkingDays', 10, 11],
    ['第二十一条：不予确认3个工作日内告知', 'refusalNoticeWorkingDays', 3, 4],
    ['第二十二条：一般不超过30个工作日', 'totalWorkingDaysCounty', 30, 31],
    ['第二十二条：最长不超过45个工作日', 'totalWorkingDaysExtended', 45, 46],
    ['第十六条：每组调查人员不少于2人', 'fewestInvestigators', 2, 1],
    ['第十九条：公示不少于7天', 'publicityDays', 7, 6],
  ])('%s', (_, name, lawful, unlawful) => {
    expect([allows(name, lawful), allows(name, unlawful)]).toEqual([true, false]);
  });
});

describe('减发、停发和骗取救助：社会救助法自2026年7月1日施行', () => {
  const procedure = (on: string) => {
    const read = readRegionFile(national);
    if (!read.ok) throw new Error(read.faults.map((each) => each.message).join('；'));
    const found = getProcedure({ ...placeWith(), files: [read.file] }, localDate(on));
    if (!found.ok) throw new Error(found.refusal.message);
    return found.procedure;
  };

  it.each([
    ['2021-07-01', false, 100, 300],
    ['2026-06-30', false, 100, 300],
    ['2026-07-01', true, 0, 200],
  ])('%s：先听取意见 %s，罚款为骗取价值的百分之 %i 至 %i', (on, hears, least, most) => {
    const { hearingBeforeDecrease, fraudFineLeastPercent, fraudFineMostPercent } = procedure(on);
    expect(hearingBeforeDecrease.value).toBe(hears);
    expect([fraudFineLeastPercent.value, fraudFineMostPercent.value]).toEqual([least, most]);
    expect(fraudFineMostPercent.citation.source).toContain(hears ? '第七十三条' : '第六十八条');
  });
});
