import { formatYuan, fen } from '../../kernel/fen.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { readCases } from '../language/cases.ts';
import { namesIn } from '../language/walk.ts';
import { toNumber } from '../language/rational.ts';
import type { AsOf, Region, Residence } from '../region.ts';
import { getStandard } from '../standard.ts';
import { called, findDeclared } from './declared.ts';
import type { ReadEntry } from './entry-fault.ts';
import { knownBound, type TableLine, tableLines } from './known-bound.ts';
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
    const standards = days
      .filter((day) => isInForce(each, day))
      .flatMap((on) => highestStandard(region, each, on) ?? []);
    const [lowest] = standards.toSorted((one, other) => one.standard - other.standard);
    return lowest ? amountFaults(region, each, lowest) : [];
  });
}

function isInForce({ written }: ReadEntry, day: LocalDate): boolean {
  return written.effective <= day && (written.until === undefined || day <= written.until);
}

/** A standard in fen on a day. */
type Measure = { readonly standard: number; readonly on: LocalDate };

/** An entry for both sides may name either, so the higher one is the measure. */
function highestStandard(region: Region, { written }: ReadEntry, on: LocalDate): Measure | null {
  const asOf: AsOf = { on, knownOn: ALL_KNOWN };
  const sides = written.residence ? [written.residence] : SIDES;
  const found = sides.flatMap((side) => {
    const looked = getStandard(region, side, asOf);
    return looked.ok ? [looked.found.amount] : [];
  });
  return found.length === 0 ? null : { standard: Math.max(...found), on };
}

function shareFaults({ file, index, written }: ReadEntry): PolicyFault[] {
  const { value, parameter } = written;
  if (typeof value !== 'number' || value <= 100) return [];
  const message = `${called(parameter)}是 ${value}%，高于低保标准本身，请对照文件核对`;
  return [policyFault('above-standard', { file, path: ['entries', index, 'value'] }, message)];
}

function amountFaults(region: Region, each: ReadEntry, measure: Measure): PolicyFault[] {
  const { parameter } = each.written;
  const { standard } = measure;
  const found =
    parameter === 'tierTable' ? tierAmounts(each) : formulaAmounts(region, each, measure);
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

/** What each row gives at least, with the standard as the place has it, for each line of a table it reads. */
function formulaAmounts(
  region: Region,
  { written, entry }: ReadEntry,
  { standard, on }: Measure,
): Amount[] {
  const level = findDeclared(written.parameter)?.ofFrame?.level ?? 'area';
  const cases = readCases(entry?.value, () => null);
  const path = Array.isArray(written.value) ? [] : ['rows'];
  return (cases?.rows ?? []).flatMap(({ title, give }, index): Amount[] => {
    const names = new Set(namesIn(give.tree, level).map(({ name }) => name));
    const tables = [...names].flatMap((name) =>
      tableLines(region, name, { on, knownOn: ALL_KNOWN }),
    );
    const ways: readonly (TableLine | null)[] = tables.length > 0 ? tables : [null];
    return ways.flatMap((line) => {
      const { low } = knownBound({ standard, line }, give.tree, level);
      if (low === null) return [];
      const named = line ? `${title}：${line.title}` : title;
      const at = [...path, index, 'give'];
      return [{ title: named, amount: Math.round(toNumber(low)), path: at }];
    });
  });
}

function yuan(amount: number): string {
  return formatYuan(fen(amount));
}
