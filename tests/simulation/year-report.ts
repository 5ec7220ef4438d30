import { type Finder, finders, type PlantedFault } from './fault-ledger.ts';
import type { YearResult } from './live-year.ts';
import { type FaultWay, faultWays } from './year-plan.ts';

const byFinder = Object.keys(finders) as Finder[];

/** A year in lines: what was planted, by what it was found and when, false alarms, and what the record ends with. */
export function reportOf(result: YearResult): string {
  const { seed, counts, broken, heads, planted, falseAlarms } = result;
  const lines = planted.map(
    (each) => `  ${each.on} ${each.subject.slice(0, 8)} ${faultWays[each.way]}：${toldOf(each)}`,
  );
  return [
    `seed ${seed}: ${counts.applications} applications, ${counts.newRecipients} granted, ${counts.withdrawn} withdrawn; ${counts.paidLines} lines paid; ${counts.closedMonths} months closed, ${counts.drawn} drawn, ${counts.visits} county visits, ${counts.corrections} corrections, ${counts.stops} stopped; ${counts.events} events`,
    ...lines,
    `  false alarms: ${falseAlarms.map(({ by, subject, what }) => `${finders[by]} ${subject.slice(0, 8)} ${what}`).join('; ') || 'none'}`,
    `  invariants: ${broken.length === 0 ? 'all hold' : broken.join('; ')}`,
    ...heads.map((head) => `  head ${head}`),
  ].join('\n');
}

function toldOf({ found }: PlantedFault): string {
  return found ? `${finders[found.by]}，${found.days} 天` : '没有发现';
}

/** All years together: of each way how many were found, by what, after how many days (median). */
export function summaryOf(results: readonly YearResult[]): string {
  const planted = results.flatMap((each) => each.planted);
  const ways = Object.keys(faultWays) as FaultWay[];
  const alarms = results.flatMap((each) => each.falseAlarms);
  const honest = results.reduce(
    (sum, each) =>
      sum +
      each.counts.applications -
      each.planted.filter(({ subject }) => subject.startsWith('A')).length,
    0,
  );
  return [
    `${results.length} years, ${planted.length} faults planted, ${foundOf(planted).length} found`,
    ...ways.map((way) =>
      wayLine(
        way,
        planted.filter((each) => each.way === way),
      ),
    ),
    `false alarms in ${honest} honest applications and all recipients and meetings: ${
      byFinder
        .map((by) => [finders[by], alarms.filter((each) => each.by === by).length] as const)
        .filter(([, count]) => count > 0)
        .map(([title, count]) => `${title} ${count}`)
        .join('、') || 'none'
    }`,
    `county visits ${sumOf(results, 'visits')}, drawn ${sumOf(results, 'drawn')} of ${sumOf(results, 'newRecipients')} new recipients; months closed ${sumOf(results, 'closedMonths')}`,
    `invariants examined: ${examinedIn(results)}`,
    `invariants broken: ${results.flatMap(({ broken }) => broken).length}`,
  ].join('\n');
}

const foundOf = (planted: readonly PlantedFault[]) =>
  planted.flatMap(({ found }) => (found ? [found] : []));

function wayLine(way: FaultWay, planted: readonly PlantedFault[]): string {
  const found = foundOf(planted);
  const by = byFinder
    .map((each) => [finders[each], found.filter(({ by: one }) => one === each).length] as const)
    .filter(([, count]) => count > 0)
    .map(([title, count]) => `${title} ${count}`);
  const days = found.map((each) => each.days).toSorted((one, other) => one - other);
  const median = days[Math.floor(days.length / 2)];
  const told =
    median === undefined ? '' : `（${by.join('、')}；中位 ${median} 天，最长 ${days.at(-1)} 天）`;
  return `  ${faultWays[way]}：${planted.length} 件，发现 ${found.length} 件${told}`;
}

function sumOf(results: readonly YearResult[], name: keyof YearResult['counts']): number {
  return results.reduce((sum, { counts }) => sum + counts[name], 0);
}

function examinedIn(results: readonly YearResult[]): string {
  const names = Array.from({ length: 20 }, (_, at) => `I-${at + 1}`);
  return names
    .map(
      (name) => `${name} ${results.reduce((sum, { examined }) => sum + (examined[name] ?? 0), 0)}`,
    )
    .join(', ');
}
