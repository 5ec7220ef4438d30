import { createRandom, type Random } from '../../src/cli/demo/random.ts';
import { addDays, addMonths, type LocalDate, localDate } from '../../src/kernel/local-date.ts';
import { isWorkingDay, type WorkingCalendar } from '../../src/kernel/working-day.ts';

/**
 * What is wrong in a county and nobody has said: a relative favoured, a household that is not there, a recipient long
 * dead, a visit nobody made, a meeting that looked at nothing. The way of each says what could give it away.
 */
export const faultWays = {
  'kin in-register': '优亲厚友：申请人瞒报，干部自己申报过',
  'kin in-source': '优亲厚友：只有纪检名单上有',
  'kin explained-away': '优亲厚友：核对有差异，经办人一句话带过',
  'kin unknown': '优亲厚友：哪里都没有登记',
  'ghost moved-out': '虚报家庭：户籍已经迁出',
  'ghost elsewhere': '虚报家庭：人在外地居住登记',
  'ghost unknown': '虚报家庭：哪里都没有登记',
  'visit old-picture': '假入户：用从前的照片',
  'visit same-picture': '假入户：用别户的照片',
  'visit staged': '假入户：照片当天摆拍',
  'dead registered': '死亡未报：殡葬登记有',
  'dead silent': '死亡未报：没有登记',
  'meeting rubber-stamp': '走过场的会议',
} as const;
export type FaultWay = keyof typeof faultWays;

/** An application: what the papers say. `way` is what the papers do not say; null where they are true. */
export type Applied = {
  readonly key: string;
  readonly number: number;
  readonly township: string;
  readonly acceptedOn: LocalDate;
  readonly way: FaultWay | null;
  /** Of the whole household and month, as declared, in fen. */
  readonly income: number;
  /** An honest investigator's camera shows another day. */
  readonly isClockWrong: boolean;
  /** Comes so late that nothing but the acceptance happens. */
  readonly isLate?: true;
  /** Related to an official, and says so. */
  readonly isDeclaredKin: boolean;
};

/** Somebody who receives assistance from before the year. */
export type Received = {
  readonly key: string;
  readonly serial: number;
  readonly way: FaultWay | null;
  readonly diedOn: LocalDate | null;
  /** What a register says of them that is not so. */
  readonly mistake: 'namesake-dead' | 'old-vehicle' | null;
};

export type YearPlan = {
  readonly seed: number;
  readonly from: LocalDate;
  readonly months: number;
  readonly townships: readonly string[];
  readonly applications: readonly Applied[];
  readonly recipients: readonly Received[];
  /** Townships and months (`511702102 2026-04`) whose meetings wave everything through. */
  readonly rubberStamps: readonly string[];
};

export type YearSize = {
  readonly months: number;
  /** Households that apply, and households that receive already. */
  readonly applications: number;
  readonly recipients: number;
};

export const FROM = localDate('2026-03-02');
const TOWNSHIPS = ['511702102', '511702109'] as const;
/** Applications come in waves, as after a harvest or a flood: so many months apart. */
const WAVE = 3;
const PLANTED: readonly FaultWay[] = [
  ...(['kin in-register', 'kin in-source', 'kin explained-away', 'kin unknown'] as const),
  ...(['ghost moved-out', 'ghost elsewhere', 'ghost unknown'] as const),
  ...(['visit old-picture', 'visit same-picture', 'visit staged'] as const),
];
/** Of the applications so many are wrong; of the rest so many are refused, related, or seen by a wrong clock. */
const WRONG_SHARE = 0.35;
const REFUSED_SHARE = 0.12;
const KIN_SHARE = 0.08;
const CLOCK_SHARE = 0.06;
/** What a household of two has in a month, in fen: below the line and above one and a half of it. */
const POOR = [20_000, 100_000] as const;
const NOT_POOR = 260_000;

/** The year of a county, all of it, before anything happens. The same seed and size give the same year. */
export function planYear(seed: number, size: YearSize, calendar: WorkingCalendar): YearPlan {
  const random = createRandom(seed, 7);
  const applications = Array.from({ length: size.applications }, (_, at) =>
    planApplication(random, at, size, calendar),
  );
  const wavesOf = applications.map(
    ({ township, acceptedOn }) => `${township} ${addDays(acceptedOn, 20).slice(0, 7)}`,
  );
  const rubberStamps = size.months === 1 || random.chance(0.8) ? [random.pick(wavesOf)] : [];
  return {
    ...{ seed, from: FROM, months: size.months, townships: TOWNSHIPS, applications, rubberStamps },
    recipients: Array.from({ length: size.recipients }, (_, at) => planRecipient(random, at, size)),
  };
}

function planApplication(
  random: Random,
  at: number,
  { months }: YearSize,
  calendar: WorkingCalendar,
): Applied {
  const waves = Math.max(1, Math.floor((months - 1) / WAVE));
  const wave = addMonths(FROM, (at % waves) * WAVE);
  const way = random.chance(WRONG_SHARE) ? random.pick(PLANTED) : null;
  const isHonest = way === null;
  return {
    ...{ key: `A${at + 1}`, number: at + 1, way },
    township: random.chance(0.75) ? TOWNSHIPS[0] : TOWNSHIPS[1],
    acceptedOn: workingDayFrom(calendar, addDays(wave, random.whole(0, 3))),
    income: isHonest && random.chance(REFUSED_SHARE) ? NOT_POOR : random.whole(...POOR),
    isDeclaredKin: isHonest && random.chance(KIN_SHARE),
    isClockWrong: isHonest && random.chance(CLOCK_SHARE),
  };
}

function planRecipient(random: Random, at: number, { months }: YearSize): Received {
  const dies = random.chance(0.25);
  const isRegistered = random.chance(0.7);
  const mistake = random.weighted<Received['mistake']>([
    [null, 8],
    ['namesake-dead', 1],
    ['old-vehicle', 1],
  ]);
  return {
    ...{ key: `R${at + 1}`, serial: at + 1 },
    way: dies ? (isRegistered ? 'dead registered' : 'dead silent') : null,
    diedOn: dies ? addDays(FROM, random.whole(3, Math.max(10, (months - 2) * 30))) : null,
    mistake: dies ? null : mistake,
  };
}

export function workingDayFrom(calendar: WorkingCalendar, day: LocalDate): LocalDate {
  return isWorkingDay(calendar, day) === false ? workingDayFrom(calendar, addDays(day, 1)) : day;
}
