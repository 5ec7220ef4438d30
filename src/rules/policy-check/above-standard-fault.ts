import { formatYuan, fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { frameText } from '../frame.ts';
import { frameOf } from '../language/bind.ts';
import { boundOf, type Bounds, boundsOf } from '../language/bounds.ts';
import { readCases } from '../language/cases.ts';
import type { Named } from '../language/named.ts';
import { compare, rational, toNumber } from '../language/rational.ts';
import { type AsOf, type Region, type Residence } from '../region.ts';
import { getStandard } from '../standard.ts';
import { called, findDeclared } from './declared.ts';
import type { ReadEntry } from './entry-fault.ts';
import { type PolicyFault, policyFault } from './policy-fault.ts';
import { isRow } from './written-policy.ts';

/** What one person can get of 低保 at most is the standard: more is a slip in the table or in its copy (X3). */
const AMOUNTS = ['tierTable', 'perHeadAmount', 'classAmount', 'aloneAmountRule'];
const SIDES = ['urban', 'rural'] as const satisfies readonly Residence[];
const ALL_KNOWN = '9999-12-31' as LocalDate;

/** Amounts of a checked place that are above its own standard, whatever the family. */
export function aboveStandardFaults(
  region: Region,
  entries: readonly ReadEntry[],
  days: readonly LocalDate[],
): PolicyFault[] {
  return entries.flatMap((each) => {
    const { parameter } = each.written;
    if (parameter === 'minimumPaymentPercent') return shareFaults(each);
    if (!AMOUNTS.includes(parameter) || !each.entry) return [];
    const inForce = days.filter((day) => isInForce(each, day));
    const standards = inForce.map((day) => highestStandard(region, each, day));
    const [lowest] = standards
      .filter((standard) => standard !== null)
      .toSorted((one, other) => one - other);
    return lowest === undefined ? [] : amountFaults(each, lowest);
  });
}

function isInForce({ written }: ReadEntry, day: LocalDate): boolean {
  return written.effective <= day && (written.until === undefined || day <= written.until);
}

/** In fen; an entry for both sides may name either, so the higher one is the measure. */
function highestStandard(region: Region, { written }: ReadEntry, on: LocalDate): number | null {
  const asOf: AsOf = { on, knownOn: ALL_KNOWN };
  const sides = written.residence ? [written.residence] : SIDES;
  const found = sides.flatMap((side) => {
    const looked = getStandard(region, side, asOf);
    return looked.ok ? [looked.found.amount] : [];
  });
  return found.length === 0 ? null : Math.max(...found);
}

function shareFaults({ file, index, written }: ReadEntry): PolicyFault[] {
  const { value, parameter } = written;
  if (typeof value !== 'number' || value <= 100) return [];
  const message = `${called(parameter)}是 ${value}%，高于低保标准本身，请对照文件核对`;
  return [policyFault('above-standard', { file, path: ['entries', index, 'value'] }, message)];
}

function amountFaults(each: ReadEntry, standard: number): PolicyFault[] {
  const { parameter } = each.written;
  const found = parameter === 'tierTable' ? tierAmounts(each) : formulaAmounts(each, standard);
  return found.flatMap(({ title, amount, path }) => {
    if (amount <= standard) return [];
    const message =
      `${called(parameter)}“${title}”是每人每月 ${yuan(amount)} 元，高于低保标准 ${yuan(standard)} 元，` +
      '多为文件或者录入有误，请核对';
    const at = { file: each.file, path: ['entries', each.index, 'value', ...path] };
    return [policyFault('above-standard', at, message)];
  });
}

type Amount = {
  readonly title: string;
  readonly amount: number;
  readonly path: readonly PropertyKey[];
};

function tierAmounts({ entry }: ReadEntry): Amount[] {
  const rows: readonly unknown[] = Array.isArray(entry?.value) ? entry.value : [];
  return rows.flatMap((row, index) => {
    const { title, amount } = isRow(row) ? row : {};
    if (typeof amount !== 'number') return [];
    return [{ title: String(title), amount, path: [index, 'amount'] }];
  });
}

/** What each row gives at least, with the standard as the place has it. */
function formulaAmounts({ written, entry }: ReadEntry, standard: number): Amount[] {
  const level = findDeclared(written.parameter)?.ofFrame?.level ?? 'area';
  const cases = readCases(entry?.value, () => null);
  const bounds = boundsAt(standard);
  const path = Array.isArray(written.value) ? [] : ['rows'];
  return (cases?.rows ?? []).flatMap(({ title, give }, index) => {
    const { low } = boundOf(bounds, give.tree, level);
    if (low === null || compare(low, rational(standard)) <= 0) return [];
    return [{ title, amount: Math.round(toNumber(low)), path: [...path, index, 'give'] }];
  });
}

/** The bounds of every figure of the frame where the standard is known. */
function boundsAt(standard: number): Bounds {
  const frame = frameOf(frameText);
  if (!frame.ok) throw new Error('the frame does not read');
  const { rules } = frame;
  const known = (named: Named): Named =>
    named.is === 'parameter' && named.parameter.name === 'standard'
      ? { ...named, parameter: { ...named.parameter, range: [standard, standard] } }
      : named;
  const scope = new Map(
    [...rules.scope].map(([level, names]) => [
      level,
      new Map([...names].map(([name, named]) => [name, known(named)])),
    ]),
  );
  return boundsOf({ ...rules, scope });
}

function yuan(amount: number): string {
  return formatYuan(fen(amount));
}
