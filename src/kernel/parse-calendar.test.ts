import { describe, expect, test } from 'vitest';
import { parseCalendar } from './parse-calendar.ts';

const year = {
  year: 2027,
  source: 'https://www.gov.cn/',
  daysOff: ['2027-01-01'],
  makeUpDays: ['2027-01-03'],
};

describe('放假通知的读取', () => {
  test('写对的日历原样读出，没有地方节日就不带这一项', () => {
    expect(parseCalendar({ years: [year] })).toEqual({ years: [year] });
    expect(parseCalendar({ years: [], extraDaysOff: ['2027-04-14'] }).extraDaysOff).toEqual([
      '2027-04-14',
    ]);
  });

  test.each([
    ['不是对象', null, 'calendar'],
    ['没有年份表', {}, 'years'],
    ['同一年写了两次', { years: [year, year] }, 'twice'],
    ['不存在的日期', { years: [{ ...year, daysOff: ['2027-02-29'] }] }, 'years[0].daysOff[0]'],
    ['日期写成数字', { years: [{ ...year, makeUpDays: [20270103] }] }, 'years[0].makeUpDays[0]'],
    ['同一天又放假又上班', { years: [{ ...year, makeUpDays: ['2027-01-01'] }] }, 'twice'],
    ['没有写出处', { years: [{ ...year, source: '' }] }, 'years[0].source'],
    ['没有一个放假日', { years: [{ ...year, daysOff: [] }] }, 'years[0].daysOff'],
    ['年份写成文字', { years: [{ ...year, year: '2027' }] }, 'years[0].year'],
    ['地方节日不是列表', { years: [year], extraDaysOff: '2027-04-14' }, 'extraDaysOff'],
  ])('%s，拒绝并指出位置', (_title, json, where) => {
    expect(() => parseCalendar(json)).toThrow(where);
  });
});
