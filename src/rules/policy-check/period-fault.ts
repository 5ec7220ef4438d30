import { addDays, formatDate, type LocalDate } from '../../kernel/local-date.ts';
import type { Residence } from '../region.ts';
import { called } from './declared.ts';
import type { ReadEntry } from './entry-fault.ts';
import { type PolicyFault, type PolicyPlace, policyFault } from './policy-fault.ts';
import type { WrittenPolicy } from './written-policy.ts';

/** An entry with the day it was published; null where its document does not say. */
type Dated = ReadEntry & { readonly known: LocalDate | null };

const SIDES = ['urban', 'rural'] as const satisfies readonly Residence[];
const SIDE: Readonly<Record<Residence, string>> = { urban: '城市', rural: '农村' };

/**
 * What is wrong with the periods of one place's values: two for the same day, a day without any, a side without
 * any. `policies` and `entries` are of that place, also from several files.
 */
export function periodFaults(
  policies: readonly WrittenPolicy[],
  entries: readonly ReadEntry[],
): PolicyFault[] {
  const knownOf = (each: ReadEntry) =>
    policies.find(({ file }) => file === each.file)?.documents[each.written.document]?.known ??
    null;
  const dated = entries
    .filter(({ written }) => written.until === undefined || written.until >= written.effective)
    .map((each): Dated => ({ ...each, known: knownOf(each) }));
  const faults = [...Map.groupBy(dated, ({ written }) => written.parameter)].flatMap(
    ([parameter, all]) => [
      ...SIDES.flatMap((side) => lineFaults(parameter, lineOf(all, side))),
      ...SIDES.flatMap((side) => sideFaults(parameter, all, side)),
    ],
  );
  // What holds for both sides is met on either.
  const keys = faults.map(({ code, file, path }) => JSON.stringify([code, file, path]));
  return faults.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

/** The values of one side in the order they come into force. */
function lineOf(all: readonly Dated[], side: Residence): Dated[] {
  return all
    .filter(({ written }) => (written.residence ?? side) === side)
    .toSorted(
      ({ written: a, known: k }, { written: b, known: l }) =>
        order(a.effective, b.effective) || order(k ?? '', l ?? ''),
    );
}

function lineFaults(parameter: string, line: readonly Dated[]): PolicyFault[] {
  return line.flatMap((each, index) => {
    const before = line[index - 1];
    const next = line.find(({ written }) => written.effective > each.written.effective);
    return [
      ...(before ? sameDayFaults(parameter, before, each) : []),
      ...(next && !isCorrected(line, each) ? betweenFaults(parameter, line, each, next) : []),
    ];
  });
}

/** Two values from the same day on are a correction when one was published later, otherwise a riddle. */
function sameDayFaults(parameter: string, before: Dated, each: Dated): PolicyFault[] {
  const isSameDay = before.written.effective === each.written.effective;
  if (!isSameDay || before.known === null || before.known !== each.known) return [];
  const [later, earlier] = [each, before].toSorted((a, b) => b.index - a.index);
  if (!later || !earlier) return [];
  const message =
    `${called(parameter)}自${formatDate(each.written.effective)}起有两个值，公布日期也相同，分不清用哪一个，` +
    '请删去一个；后一个是更正的，请改用更正文件的公布日期';
  return [policyFault('overlap', placeOf(later), message, { other: placeOf(earlier) })];
}

function betweenFaults(
  parameter: string,
  line: readonly Dated[],
  each: Dated,
  next: Dated,
): PolicyFault[] {
  const { until } = each.written;
  const name = called(parameter);
  const from = next.written.effective;
  const dayBefore = addDays(from, -1);
  if (until === undefined) return returnFaults(parameter, line, each, next);
  const more = { other: placeOf(next) };
  const at = placeOf(each, 'until');
  if (until > dayBefore) {
    const message =
      `${name}写明执行到${formatDate(until)}，可是下一个值自${formatDate(from)}起执行，` +
      `两段重叠，请把 until 改为 ${dayBefore}`;
    return [policyFault('overlap', at, message, more)];
  }
  if (until === dayBefore) return [];
  const [first, last] = [addDays(until, 1), dayBefore].map(formatDate);
  const message =
    `${name}执行到${formatDate(until)}，下一个值自${formatDate(from)}起执行，` +
    `${first === last ? `${first}没有规定` : `${first}到${last}没有规定`}，请补上这一段的值和文件`;
  return [policyFault('gap', at, message, more)];
}

/** Whether another value from the same day on was published later, so that this one ends with nothing. */
function isCorrected(line: readonly Dated[], each: Dated): boolean {
  const others = line.filter(({ written }) => written.effective === each.written.effective);
  return others.at(-1) !== each;
}

/** An open-ended value comes back when a later one ends and none follows on. */
function returnFaults(
  parameter: string,
  line: readonly Dated[],
  each: Dated,
  next: Dated,
): PolicyFault[] {
  const end = next.written.until;
  if (end === undefined) return [];
  const isFollowed = line.some(
    ({ written }) =>
      written.effective > next.written.effective && written.effective <= addDays(end, 1),
  );
  if (isFollowed) return [];
  const message =
    `${called(parameter)}到${formatDate(end)}为止，以后没有新值，会回到自${formatDate(each.written.effective)}` +
    '起执行的旧值。不是这样的，请给旧值写上 until';
  return [policyFault('older-again', placeOf(next, 'until'), message, { other: placeOf(each) })];
}

/** A value of one side needs one of the other side in force on the same day. */
function sideFaults(parameter: string, all: readonly Dated[], side: Residence): PolicyFault[] {
  const other: Residence = side === 'urban' ? 'rural' : 'urban';
  const others = lineOf(all, other);
  const alone = lineOf(all, side).find(
    ({ written }) =>
      written.residence === side && !others.some((each) => isInForce(each, written.effective)),
  );
  if (!alone) return [];
  const day = formatDate(alone.written.effective);
  const message =
    `${called(parameter)}自${day}起有${SIDE[side]}的值，没有${SIDE[other]}的，请补上；` +
    '城乡相同的，删去 residence';
  return [policyFault('one-side', placeOf(alone, 'residence'), message)];
}

function isInForce({ written }: Dated, on: LocalDate): boolean {
  return written.effective <= on && (written.until === undefined || on <= written.until);
}

function placeOf({ file, index }: ReadEntry, ...path: readonly string[]): PolicyPlace {
  return { file, path: ['entries', index, ...path] };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
