import {
  beginsHousehold,
  flatHousehold,
  flatLayout,
  type FlatLayout,
  type FlatRow,
} from '../../../rules/flat-household.ts';
import { readHousehold } from '../../../rules/household-fault.ts';
import { InputFault } from '../../io.ts';
import type { BulkInput, RawTable, RawTables } from './bulk-input.ts';

/** Households as rows of one table, by the names of its columns. */
export function readTables({ heading, households }: RawTables): BulkInput[] {
  const layout = layoutOf(heading);
  return households.map((each) => inputOf(layout, each));
}

export function layoutOf(heading: readonly string[]): FlatLayout {
  const read = flatLayout(heading);
  if (read.ok) return read.layout;
  throw new InputFault(
    `第一行（列名）有误：\n${read.faults.map((each) => `  ${each}`).join('\n')}`,
  );
}

export function nameOf(layout: FlatLayout, row: FlatRow | undefined): string {
  return (row?.cells[layout.household] ?? '').trim();
}

function inputOf(layout: FlatLayout, { rows, isRepeated, isBroken }: RawTable): BulkInput {
  const [first] = rows;
  const line = first?.line ?? 0;
  const household = nameOf(layout, first);
  const flat = flatHousehold(layout, rows);
  const read = readHousehold(flat.json);
  const reasons = [
    ...(household === '' ? [`第 ${line} 行没有写是哪一户`] : []),
    ...(isRepeated ? [`“${household}”这一户前面已经有了，一户的各行要连在一起`] : []),
    ...(first && !beginsHousehold(layout, first) ? [`第 ${line} 行前面没有“家庭”一行`] : []),
    ...strayRows(layout, rows, household),
    ...(isBroken ? ['这一户中间有一行引号没有成对，读不出来'] : []),
    ...flat.faults,
    ...(read.ok
      ? []
      : read.faults.map(({ path, message }) => `第 ${flat.lineOf(path)} 行，${message}`)),
  ];
  const named = { line, household: household === '' ? null : household };
  if (read.ok && reasons.length === 0) return { ...named, ok: true, facts: read.facts };
  return { ...named, ok: false, reasons };
}

function strayRows(layout: FlatLayout, rows: readonly FlatRow[], household: string): string[] {
  return rows.flatMap((row) => {
    const name = nameOf(layout, row);
    return name === household
      ? []
      : [`第 ${row.line} 行写的是“${name}”，夹在“${household}”这一户里`];
  });
}
