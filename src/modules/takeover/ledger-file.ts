import type { LocalDate } from '../../kernel/local-date.ts';
import type { Context } from '../../platform/http/context.ts';
import { readTableApart } from '../../platform/table-file/read-table-apart.ts';
import type { Table, TableLimit, TableRefusal } from '../../platform/table-file/table.ts';
import { placesIn, type Standards } from '../standards/store.ts';
import { type CodeRow, codeReader } from './code-table.ts';
import { groupRows, type Grouped } from './ledger-household.ts';
import { readRow } from './read-row.ts';
import type { Layout } from './takeover.ts';
import { villageFinder } from './village-finder.ts';

/** A county of sixty thousand households brings its ledgers in several files. */
const LIMIT: TableLimit = { rows: 30_000, columns: 60 };

/** Keeps the file as it came, encrypted, until the takeover is closed. */
export async function keepLedger(
  { bundles }: Context,
  takeoverId: string,
  bytes: Uint8Array,
): Promise<void> {
  await bundles.put(
    takeoverId,
    (async function* whole() {
      yield bytes;
    })(),
  );
}

export function readLedger(bytes: Uint8Array, fileName: string): Promise<Table | TableRefusal> {
  return readTableApart(bytes, fileName, LIMIT);
}

/** The kept file as a table; throws when it is gone, because a takeover that is not closed keeps it. */
export async function keptLedger(
  { bundles }: Context,
  { takeoverId, fileName }: { readonly takeoverId: string; readonly fileName: string },
): Promise<Table> {
  const chunks = await bundles.read(takeoverId);
  if (!chunks) throw new Error(`no file of the takeover ${takeoverId}`);
  const parts: Buffer[] = [];
  for await (const part of chunks) parts.push(part);
  const table = await readLedger(Buffer.concat(parts), fileName);
  if (!table.ok) throw new Error(`the file of the takeover ${takeoverId} is no table any more`);
  return table;
}

/** Every row below the heading in its order, also what could not be read, with the reason. */
export function ledgerRows({ rows, bad }: Table) {
  const unread = bad.map(({ row, reason, cells = [] }) => ({ row, reason, cells }));
  return [...rows, ...unread].toSorted((a, b) => a.row - b.row);
}

/** The households of a table as its layout and the code tables read them. */
export function ledgerHouseholds(
  table: Table,
  { mapping, system, asOf }: Layout,
  {
    standards,
    county,
    codes,
    today,
  }: {
    readonly standards: Standards;
    readonly county: string;
    readonly codes: readonly CodeRow[];
    readonly today: LocalDate;
  },
): readonly Grouped[] {
  const reading = {
    mapping,
    heading: table.heading,
    codes: codeReader(codes, { system, asOf }),
    today,
    villageOf: villageFinder(placesIn(standards, county)),
  };
  const rows = ledgerRows(table).map((row) => readRow(row, reading));
  return groupRows(rows, { mapping, asOf });
}
