import type { Table } from '../../platform/table-file/table.ts';
import type { Sheet } from '../../platform/table-file/write-xlsx.ts';
import type { FoundHousehold } from './household-store.ts';
import { addedHeadings, plainHeading } from './ledger-column.ts';
import { ledgerRows } from './ledger-file.ts';

/**
 * The rows that did not come in, in the columns of the file, with the reason beside each. A household goes out whole:
 * rows of it that are right say which row is not. Put right, the sheet is uploaded as it is.
 */
export function correctionSheet(table: Table, bad: readonly FoundHousehold[]): Sheet {
  const added: readonly string[] = addedHeadings.map(plainHeading);
  const own = table.heading.flatMap((title, at) =>
    added.includes(plainHeading(title)) ? [] : [{ title, at }],
  );
  const cells = new Map(ledgerRows(table).map((each) => [each.row, each.cells]));
  return {
    name: '待更正',
    heading: [...addedHeadings, ...own.map(({ title }) => title)],
    rows: bad.flatMap(({ rows, faults }) =>
      rows.map((row) => [
        reasonOf(row, faults),
        `${row}`,
        ...own.map(({ at }) => cells.get(row)?.[at] ?? ''),
      ]),
    ),
  };
}

function reasonOf(row: number, faults: FoundHousehold['faults']): string {
  const own = faults.filter((each) => each.row === row);
  if (own.length > 0) {
    return own
      .map(({ column, message }) => (column === '' ? message : `${column}：${message}`))
      .join('；');
  }
  const wrong = [...new Set(faults.map((each) => each.row))];
  return `本行没有问题；同户第 ${wrong.join('、')} 行改好后，整户一起导入`;
}
