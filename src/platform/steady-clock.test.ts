import { describe, expect, it } from 'vitest';
import { instant } from '../kernel/clock.ts';
import { ProblemError } from './http/problem.ts';
import { clockFault, steadyClock } from './steady-clock.ts';

const NOON = Date.parse('2026-03-02T12:00:00+08:00');
const MINUTE = 60_000;

describe('服务器时间被调回', () => {
  it('两分钟以内的校时照常，多一毫秒就不再办理，说明时间；时间对了以后照常', () => {
    let at = NOON;
    const clock = steadyClock({ now: () => instant(at) });
    at = NOON + 10 * MINUTE;
    expect(clock.now()).toBe(at);
    at = NOON + 8 * MINUTE;
    expect(clock.now()).toBe(at);
    at -= 1;
    expect(() => clock.now()).toThrow(ProblemError);
    const told = (): unknown => {
      try {
        return clock.now();
      } catch (error) {
        return (error as ProblemError).problem;
      }
    };
    expect(told()).toMatchObject({
      code: 'unavailable',
      detail: expect.stringContaining('2026-03-02 12:07，早于已经记录的 2026-03-02 12:10'),
    });
    at = NOON + 11 * MINUTE;
    expect(clock.now()).toBe(at);
  });

  it('最后一条记录比现在晚三十六小时以内可以启动，再晚不启动', () => {
    const now = instant(NOON);
    const later = (hours: number, more = 0) => instant(NOON + hours * 60 * MINUTE + more);
    expect(clockFault(null, now)).toBeNull();
    expect(clockFault(later(36), now)).toBeNull();
    expect(clockFault(later(36, 1), now)).toContain('没有启动');
  });
});
