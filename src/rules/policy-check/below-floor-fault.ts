import { fen, formatYuan } from '../../kernel/fen.ts';
import { formatDate, type LocalDate } from '../../kernel/local-date.ts';
import { findParameter, type Region, type Residence } from '../region.ts';
import { called, findDeclared } from './declared.ts';
import type { ReadEntry } from './entry-fault.ts';
import { type PolicyFault, policyFault } from './policy-fault.ts';

/** What a place lays down, and the province's floor under it (SLAW a.19). */
const FLOOR: Readonly<Record<string, string>> = {
  standard: 'standardFloor',
  tekunBasicAmount: 'tekunBasicFloor',
};
const SIDES = ['urban', 'rural'] as const satisfies readonly Residence[];
const ALL_KNOWN = '9999-12-31' as LocalDate;

/** Standards of a checked place that are below their province's floor on a day they are in force. */
export function belowFloorFaults(
  region: Region,
  entries: readonly ReadEntry[],
  days: readonly LocalDate[],
): PolicyFault[] {
  return entries.flatMap((each) => {
    const { file, index, written } = each;
    const sides = written.residence ? [written.residence] : SIDES;
    const below = days.flatMap((on) =>
      sides.flatMap((side) => belowFloor(region, each, on, side) ?? []),
    );
    const [first] = below;
    if (!first) return [];
    const message =
      `${called(written.parameter)}${yuan(first.value)} 元，低于${formatDate(first.on)}的` +
      `省定低限 ${yuan(first.floor)} 元，请核对；已经提高的请补录新标准，不再执行的请写上 until`;
    const at = { file, path: ['entries', index, 'value'] };
    return [policyFault('below-floor', at, message)];
  });
}

type Below = { readonly value: number; readonly floor: number; readonly on: LocalDate };

/** Null where there is no floor, where the value reaches it, and where another entry is in force that day. */
function belowFloor(
  region: Region,
  { written }: ReadEntry,
  on: LocalDate,
  side: Residence,
): Below | null {
  const found = [written.parameter, FLOOR[written.parameter] ?? ''].flatMap((name) => {
    const asked = findDeclared(name)?.ofFrame;
    const looked = asked && findParameter(region, asked, { on, knownOn: ALL_KNOWN }, side);
    return looked?.ok ? [looked.found] : [];
  });
  const [own, floor] = found;
  if (!own || !floor) return null;
  const isThis = own.place === region.place && own.effective === written.effective;
  const [value, least] = [Number(own.value), Number(floor.value)];
  return isThis && value < least ? { value, floor: least, on } : null;
}

function yuan(amount: number): string {
  return formatYuan(fen(amount));
}
