import { dayOf } from '../../kernel/clock.ts';
import { addMonths, localDate, type Month, monthOf } from '../../kernel/local-date.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, requireArea, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { findStream } from '../../platform/record/record.ts';
import { actorOf } from '../case/given.ts';
import { isSeen } from '../inspection/flag-store.ts';
import type { Standards } from '../standards/store.ts';
import { townshipsIn } from '../standards/township.ts';
import { access } from './access.ts';
import * as decide from './decide-table.ts';
import { totalOf } from './figure.ts';
import { countFigures } from './figure-store.ts';
import { spanOf } from './figure-source-store.ts';
import { type TableScheme, tableSchemes } from './monthly-table.ts';
import { isMonthClosed, standingsOf, tableKind } from './store.ts';
import * as contract from './table-contract.ts';

const TABLE = /^(\d{9})-(20\d\d-(?:0[1-9]|1[0-2]))$/;

/** The township and month an address names; a place the program does not know has no tables. */
function tableIn(standards: Standards, tableId: string) {
  const [, township = '', month = ''] = TABLE.exec(tableId) ?? [];
  const county = township.slice(0, 6);
  const isKnown = townshipsIn(standards, county).some(({ code }) => code === township);
  if (!isKnown) throw absent();
  return { township, county, month: month as Month, span: spanOf(county, month as Month) };
}

type Table = ReturnType<typeof tableIn>;

/** What the record says of one township, by scheme, as its own people may count it. */
async function recordedOf(tx: ReadTx, { township, span }: Table) {
  const rows = (await countFigures(tx, span, TABLE_CODES)).filter(({ area }) =>
    area.startsWith(township),
  );
  return Object.fromEntries(
    tableSchemes.map((scheme) => [scheme, totalOf(rows.filter((each) => each.scheme === scheme))]),
  ) as Record<TableScheme, ReturnType<typeof totalOf>>;
}

/** Visits of the county and what follows from them are nobody's to count below it. */
const TABLE_CODES = [
  ...(['accepted', 'granted', 'refused', 'households', 'persons', 'women', 'elderly'] as const),
  ...(['minors', 'disabled', 'ill', 'partLabour', 'noLabour', 'enteredHouseholds'] as const),
  ...(['enteredPersons', 'leftHouseholds', 'leftPersons', 'payable'] as const),
  ...(['paidLines', 'paid', 'paidYear'] as const),
] as const;

/** The statutory tables of a township: filled, reported, sent back or taken (practice.md §2.3). */
export function registerTables(router: Router, standards: Standards): void {
  streamCommand(router, tableKind, {
    contract: contract.reportTable,
    access: access.ReportMonthlyTable,
    id: ({ params }) => params.tableId,
    begins: ({ params }) => tableIn(standards, params.tableId).township,
    given: async ({ tx, act, asker, params }) => {
      const table = tableIn(standards, params.tableId);
      if (!(await isSeen(tx, table.township))) throw absent();
      const { month, county } = table;
      return {
        ...{ month, now: act.recordedAt, today: dayOf(act.recordedAt), by: actorOf(asker) },
        isClosed: await isMonthClosed(tx, `${county}-${month}`),
        recorded: await recordedOf(tx, table),
      };
    },
    decide: decide.reportTable,
  });
  registerAnswers(router, standards);
  registerList(router, standards);
  registerView(router, standards);
}

function registerAnswers(router: Router, standards: Standards): void {
  const begins = ({ params }: { params: { tableId: string } }) =>
    tableIn(standards, params.tableId).township;
  const closedBy = async (tx: ReadTx, tableId: string) => {
    const { county, month, township } = tableIn(standards, tableId);
    if (!(await isSeen(tx, township))) throw absent();
    return { isClosed: await isMonthClosed(tx, `${county}-${month}`) };
  };
  streamCommand(router, tableKind, {
    contract: contract.returnTable,
    access: access.ReturnMonthlyTable,
    id: ({ params }) => params.tableId,
    begins,
    given: ({ tx, params }) => closedBy(tx, params.tableId),
    decide: decide.returnTable,
  });
  streamCommand(router, tableKind, {
    contract: contract.takeTable,
    access: access.TakeMonthlyTable,
    id: ({ params }) => params.tableId,
    begins,
    given: ({ tx, params }) => closedBy(tx, params.tableId),
    decide: decide.takeTable,
  });
}

const MONTHS_BACK = 3;

function registerList(router: Router, standards: Standards): void {
  queryRoute(router, contract.tableList, access.MonthlyTableList, async (call) => {
    const { tx, asker, context } = call;
    const thisMonth = localDate(`${monthOf(dayOf(context.clock.now()))}-01`);
    const tables = [];
    for (let back = 1; back <= MONTHS_BACK; back += 1) {
      const month = monthOf(addMonths(thisMonth, -back));
      const standings = await standingsOf(tx, asker.area, month);
      for (const { code, name } of townshipsIn(standards, asker.area)) {
        const standing = standings.get(code) ?? ('none' as const);
        tables.push({ tableId: `${code}-${month}`, month, name, standing });
      }
    }
    return { tables };
  });
}

function registerView(router: Router, standards: Standards): void {
  queryRoute(router, contract.tableView, access.MonthlyTableView, async (call) => {
    const { tx, asker, context, params } = call;
    const table = tableIn(standards, params.tableId);
    requireArea(context, asker, table.township);
    if (!(await isSeen(tx, table.township))) throw absent();
    const loaded = await findStream(tx, tableKind, params.tableId);
    const { standing, report, returns, taken } = loaded?.state ?? tableKind.initial;
    const people = [report?.by ?? '', ...returns.map(({ by }) => by)];
    const names = await context.namesOf(tx, people);
    const isOpen = standing === 'none' || standing === 'returned';
    const recorded = isOpen ? decide.recordedLines(await recordedOf(tx, table)) : [];
    return {
      ...{ tableId: params.tableId, month: table.month, name: standards.nameOf(table.township) },
      ...{ version: loaded?.version ?? 0, standing },
      isOver: dayOf(context.clock.now()) >= table.span.before,
      lines: isOpen
        ? recorded.map((line) => keptChange(line, report?.lines))
        : [...(report?.lines ?? [])],
      filled: report?.filled ?? null,
      signers: {
        head: report?.head ?? '',
        deputy: report?.deputy ?? '',
        phone: report?.phone ?? '',
      },
      ...{ reportedBy: names.get(report?.by ?? '') ?? '', reportedOn: report?.on ?? '' },
      takenOn: taken?.on ?? '',
      returns: returns.map(({ on, by, reason }) => ({ on, byName: names.get(by) ?? '', reason })),
    };
  });
}

type Lines = ReturnType<typeof decide.recordedLines>;

/** After a return the township goes on from what it had changed, not from nothing. */
function keptChange(line: Lines[number], before: Lines | undefined): Lines[number] {
  const was = before?.find(({ scheme, code }) => scheme === line.scheme && code === line.code);
  return was && was.why !== '' ? { ...line, reported: was.reported, why: was.why } : line;
}
