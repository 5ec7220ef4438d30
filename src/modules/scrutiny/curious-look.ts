import { z } from 'zod';
import type { Instant } from '../../kernel/clock.ts';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { isRuleId, type RuleId } from '../../law/index.ts';

/** What makes a look at a family's data odd (SL-70(6), TH-24). It proves nothing: a person asks and judges. */
export const lookRuleTitles = {
  relative: '看近亲属家',
  'no-task': '没有办过这一户的事',
  'same-surname': '同姓，又没有办过事',
  many: '短时间看得多',
  night: '夜间查看',
  ended: '办结以后又看',
} as const;
export type LookRuleCode = keyof typeof lookRuleTitles;

const date = z.string().refine(isLocalDate) as unknown as z.ZodType<LocalDate, string>;
const hour = z.int().min(0).max(23);
const rule = z.strictObject({
  rule: z.enum(Object.keys(lookRuleTitles) as [LookRuleCode, ...LookRuleCode[]]),
  from: date,
  until: date.optional(),
  /** Looks within an hour that are many. */
  limit: z.int().min(2).max(30).optional(),
  /** Days before and after the look in which anything done on the case explains it. */
  days: z.int().min(1).max(365).optional(),
  /** From which hour of the evening to which of the morning. */
  hours: z.tuple([hour, hour]).optional(),
  law: z.string().refine((id) => isRuleId(id)) as unknown as z.ZodType<RuleId, string>,
  basis: z.string().min(4),
  doubt: z.string().min(4),
});
export type LookRule = z.output<typeof rule>;

const file = z.strictObject({ rules: z.array(rule).min(1) });

/** The rules of a file in force on a day; throws with what is wrong in them. */
export function lookRulesOn(json: unknown, day: LocalDate): readonly LookRule[] {
  return file.parse(json).rules.filter(({ from, until }) => from <= day && !(until && until < day));
}

/** One look, with what the record knows around it. */
export type Look = {
  readonly readingId: string;
  readonly at: number;
  readonly person: string;
  readonly reader: string;
  readonly applicant: string;
  /** Registered as a relative of the family, then or since. */
  readonly isKin: boolean;
  /** Whether the case was refused or closed before the look. */
  readonly isEnded: boolean;
  /** Instants at which the reader did something on the case. */
  readonly acts: readonly number[];
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SHANGHAI_MS = 8 * HOUR_MS;

/** The rules each look meets, as sentences; looks that meet none are left out. */
export function curiousLooks(
  looks: readonly Look[],
  rules: readonly LookRule[],
): ReadonlyMap<string, readonly { readonly rule: LookRuleCode; readonly because: string }[]> {
  const found = looks.map((look) => {
    const hits = rules.flatMap((each) => {
      const because = tests[each.rule](look, each, looks);
      return because === null ? [] : [{ rule: each.rule, because }];
    });
    return [look.readingId, hits] as const;
  });
  return new Map(found.filter(([, hits]) => hits.length > 0));
}

function didNothing({ at, acts }: Look, { days = 30 }: LookRule): boolean {
  return !acts.some((act) => Math.abs(act - at) <= days * DAY_MS);
}

const tests: {
  readonly [Code in LookRuleCode]: (
    look: Look,
    rule: LookRule,
    all: readonly Look[],
  ) => string | null;
} = {
  relative: ({ isKin }) => (isKin ? '查看人是本户备案的近亲属' : null),
  'no-task': (look, limits) =>
    didNothing(look, limits) ? `前后 ${limits.days ?? 30} 天没有办过这一户的事` : null,
  'same-surname': (look, limits) => {
    const [surname] = look.reader;
    const isSame = surname !== undefined && look.applicant.startsWith(surname);
    return isSame && didNothing(look, limits) ? `与申请人同姓${surname}，没有办过这一户的事` : null;
  },
  many: ({ at, person }, { limit = 15 }, all) => {
    const own = all.filter((each) => each.person === person);
    const within = own.filter((each) => each.at <= at && each.at > at - HOUR_MS);
    return within.length >= limit ? `一小时内第 ${within.length} 次查看` : null;
  },
  night: ({ at }, { hours: [from, to] = [21, 6] }) => {
    const hourOfDay = Math.floor((((at as Instant) + SHANGHAI_MS) % DAY_MS) / HOUR_MS);
    const isNight =
      from > to ? hourOfDay >= from || hourOfDay < to : hourOfDay >= from && hourOfDay < to;
    return isNight ? `${hourOfDay} 点查看` : null;
  },
  ended: ({ isEnded, at, acts }) =>
    isEnded && !acts.some((act) => act > at) ? '已经不予确认或者终止，查看以后没有再办' : null,
};
