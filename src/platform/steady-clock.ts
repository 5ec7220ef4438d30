import { type Clock, formatInstant, type Instant } from '../kernel/clock.ts';
import { ProblemError } from './http/problem.ts';

const MINUTE = 60_000;
/** Clocks of servers are put right by small steps all day; that is nothing to stop for. */
const SMALL_STEP_MS = 2 * MINUTE;
/** A county's first demo families are decided until the evening of their day; more than that is a wrong clock. */
const AHEAD_MS = 36 * 60 * MINUTE;

/**
 * The clock of a serving program. Set back while it runs, it refuses to tell the time, so that nothing is recorded on a
 * day that was over: every request is told why and nothing of it happens, until the clock is right again.
 */
export function steadyClock(clock: Clock): Clock {
  let latest = clock.now();
  return {
    now: () => {
      const now = clock.now();
      if (now < latest - SMALL_STEP_MS) {
        const detail = `服务器时间被调回到 ${formatInstant(now)}，早于已经记录的 ${formatInstant(latest)}。刚才的操作没有生效，请系统管理员校准时间后再试。`;
        throw new ProblemError({ code: 'unavailable', detail });
      }
      latest = now > latest ? now : latest;
      return now;
    },
  };
}

/** Why a program must not begin to serve at this time; null when it may. */
export function clockFault(latest: Instant | null, now: Instant): string | null {
  if (latest === null || latest - now <= AHEAD_MS) return null;
  return `服务器时间是 ${formatInstant(now)}，早于已有记录的最后时间 ${formatInstant(latest)}，没有启动。请校准服务器时间以后再启动`;
}
