import { describe, expect, it } from 'vitest';
import { localDate } from '../kernel/local-date.ts';
import { createStandards } from '../modules/standards/store.ts';
import { type Decided, daysReport, runStats } from './stats-days.ts';

const standards = createStandards();
const decided = (changed: Partial<Decided>): Decided => ({
  caseId: 'c',
  number: '511702-2026-000001',
  scheme: 'dibao',
  route: 'township',
  township: '511702102',
  acceptedOn: localDate('2026-03-02'),
  decidedOn: localDate('2026-03-17'),
  ...changed,
});

describe('办理天数：自受理的次日起，到作出决定的当日止', () => {
  it('当日受理、当日决定的是 0 天；次日决定的是 1 天', () => {
    const on = (day: string) =>
      daysReport([decided({ decidedOn: localDate(day) })], standards, false)[0];
    expect(on('2026-03-02')).toContain('平均 0.0 个工作日、0.0 天');
    expect(on('2026-03-03')).toContain('平均 1.0 个工作日、1.0 天');
  });

  it('春节放假的日子不算工作日，算自然日', () => {
    const days = { acceptedOn: localDate('2026-02-13'), decidedOn: localDate('2026-02-24') };
    const [line] = daysReport([decided(days)], standards, false);
    expect(line).toContain('平均 2.0 个工作日、11.0 天');
  });

  it('各类救助、两种程序分开平均，附定义；要清单的逐件列出', () => {
    const lines = daysReport(
      [
        decided({}),
        decided({ decidedOn: localDate('2026-03-19') }),
        decided({ scheme: 'tekun', route: 'county', number: '511702-2026-000009' }),
      ],
      standards,
      true,
    );
    expect(lines[0]).toBe('全部：3 件，平均 11.7 个工作日、15.7 天，最长 13 个工作日。');
    expect(lines[1]).toBe('低保，乡镇确认：2 件，平均 12.0 个工作日、16.0 天，最长 13 个工作日。');
    expect(lines[2]).toContain('特困人员，县级确认：1 件');
    expect(lines[3]).toMatch(/终止办理的不算。$/);
    expect(lines.filter((each) => each.includes('511702-2026-000009'))).toHaveLength(1);
  });

  it('没有办件的，照实说', () => {
    expect(daysReport([], standards, false)[0]).toBe('这一期间没有作出决定的办件。');
  });

  it('日期、地区写错的，说明用法', async () => {
    const said: string[] = [];
    const io = { out: () => {}, err: (text: string) => void said.push(text) };
    expect(await runStats(['days', '--from', '2026-02-30'], io)).toBe(2);
    expect(await runStats(['days', '--area', '51'], io)).toBe(2);
    expect(await runStats(['weeks'], io)).toBe(2);
    expect(said[0]).toContain('yimen stats days');
  });
});
