import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { daysBetween, isLocalDate, type LocalDate, localDate } from '../kernel/local-date.ts';
import { workingDaysBetween } from '../kernel/working-day.ts';
import { createStandards, type Standards } from '../modules/standards/store.ts';
import { read, type ReadTx, SYSTEM } from '../platform/database/database.ts';
import { SCHEME_SHORT, type Scheme } from '../rules/scheme.ts';
import type { Io } from './assess.ts';
import { openInstallation } from './installation.ts';

const USAGE = `用法 / usage: yimen stats days [--from 2026-01-01] [--to 2026-12-31] [--area 511702] [--list]
  办理天数：自受理的次日起，到作出决定的当日止。只算这一期间作出决定的办件，终止办理的不算。
  --area  县6位、乡镇9位代码；--list  列出每一件`;

/** What the figures mean, printed with them so that nobody reads another thing into them. */
const DEFINITION =
  '办理天数自受理的次日起，到作出决定的当日止；工作日按国务院公布的节假日安排计算。' +
  '只算期间内作出决定的办件（给予、不予都算），终止办理的不算。';

export type Decided = {
  readonly caseId: string;
  readonly number: string;
  readonly scheme: Scheme;
  readonly route: 'township' | 'county';
  readonly township: string;
  readonly acceptedOn: LocalDate;
  readonly decidedOn: LocalDate;
};

export type Asked = { readonly from: LocalDate; readonly to: LocalDate; readonly area: string };

/** `yimen stats days`: how long cases took, with the definition and the cases behind it. */
export async function runStats(args: readonly string[], io: Io): Promise<number> {
  const [what, ...rest] = args;
  const asked = what === 'days' ? readArgs(rest) : null;
  if (!asked) {
    io.err(USAGE);
    return 2;
  }
  const installation = await openInstallation({ migrating: false });
  try {
    const decided = await read(installation.database, SYSTEM, (tx) => decidedIn(tx, asked));
    for (const line of daysReport(decided, createStandards(), asked.list)) io.out(line);
    return 0;
  } finally {
    await installation.close();
  }
}

function readArgs(args: readonly string[]): (Asked & { list: boolean }) | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        from: { type: 'string', default: '2000-01-01' },
        to: { type: 'string', default: '9999-12-31' },
        area: { type: 'string', default: '' },
        list: { type: 'boolean', default: false },
      },
    });
    const { from, to, area, list } = values;
    if (!isLocalDate(from) || !isLocalDate(to) || !/^(\d{6}|\d{9})?$/.test(area)) return null;
    return { from: localDate(from), to: localDate(to), area, list };
  } catch {
    return null;
  }
}

/** The cases decided in a period, by day of the decision. */
export async function decidedIn(
  tx: ReadTx,
  { from, to, area }: Asked,
): Promise<readonly Decided[]> {
  const found = await sql<Decided>`
    select case_id as "caseId", number, scheme, route, township,
      accepted_on as "acceptedOn", decided_on as "decidedOn"
    from case_row
    where decided_on between ${from} and ${to} and accepted_on <> '' and status in ('granted', 'refused')
      and starts_with(area, ${area})
    order by decided_on, case_id`.execute(tx);
  return found.rows;
}

/** Averages by scheme and route, the definition, and on request each case. */
export function daysReport(
  decided: readonly Decided[],
  standards: Pick<Standards, 'calendarOf' | 'nameOf'>,
  isListed: boolean,
): string[] {
  if (decided.length === 0) return ['这一期间没有作出决定的办件。', DEFINITION];
  const timed = decided.map((each) => ({
    ...each,
    calendarDays: daysBetween(each.acceptedOn, each.decidedOn),
    workingDays: workingDaysBetween(
      standards.calendarOf(each.township),
      each.acceptedOn,
      each.decidedOn,
    ).days,
  }));
  const groups = Map.groupBy(timed, ({ scheme, route }) => `${scheme} ${route}`);
  const lines = [...groups.values()].map((group) => {
    const [{ scheme, route } = timed[0] as (typeof timed)[number]] = group;
    return lineOf(`${SCHEME_SHORT[scheme]}，${ROUTE[route]}`, group);
  });
  const listed = isListed
    ? timed.map(
        (each) =>
          `  ${each.number} ${SCHEME_SHORT[each.scheme]} ${standards.nameOf(each.township)} ` +
          `受理 ${each.acceptedOn} 决定 ${each.decidedOn}：${each.workingDays} 个工作日、${each.calendarDays} 天`,
      )
    : [];
  return [lineOf('全部', timed), ...lines, DEFINITION, ...listed];
}

const ROUTE = { township: '乡镇确认', county: '县级确认' } as const;

type Timed = { readonly workingDays: number; readonly calendarDays: number };

function lineOf(title: string, group: readonly Timed[]): string {
  const mean = (of: (each: Timed) => number) =>
    (group.reduce((sum, each) => sum + of(each), 0) / group.length).toFixed(1);
  const longest = Math.max(...group.map(({ workingDays }) => workingDays));
  return (
    `${title}：${group.length} 件，平均 ${mean(({ workingDays }) => workingDays)} 个工作日、` +
    `${mean(({ calendarDays }) => calendarDays)} 天，最长 ${longest} 个工作日。`
  );
}
