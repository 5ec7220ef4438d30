import { write } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { absent } from '../../platform/http/problem.ts';
import { rawRoute, requireArea, type Router } from '../../platform/http/route.ts';
import { type Sheet, writeSheets } from '../../platform/table-file/write-xlsx.ts';
import { recordTaken } from '../ledger/taken-store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { previewSheet } from './contract.ts';
import { listEffects } from './effect-store.ts';
import { previewed, type Previewed } from './preview.ts';
import {
  headSheet,
  HOUSEHOLD_HEADING,
  householdCells,
  schemeSheet,
  spreadSheet,
  townshipSheet,
} from './result-sheet.ts';
import { findRun } from './store.ts';

const PAGE = 5000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The result as a workbook: what was compared, each scheme, each township, every household that changes. */
export function registerSheet(router: Router, standards: Standards): void {
  rawRoute(router, previewSheet, access.PreviewSheet, async (call) => {
    const { asker, context, params, reply, request } = call;
    const { name, sheets, mark } = await write(context.database, principalOf(asker), async (tx) => {
      const run = await findRun(tx, params.previewId);
      if (!run) throw absent();
      requireArea(context, asker, run.area);
      const pageOf = (scheme: Previewed, after: string) =>
        listEffects(tx, standards, { runId: run.runId, scheme, after, limit: PAGE });
      const households = await householdSheet(pageOf);
      const taken = {
        title: `政策调整测算-${run.title}`,
        about: '',
        filter: '',
        path: request.url,
      };
      const rows = households.rows.length;
      return {
        mark: await recordTaken(tx, context, asker, { ...taken, rows }),
        name: `政策调整测算-${run.title}.xlsx`,
        sheets: [
          headSheet(run),
          schemeSheet(run),
          townshipSheet(run, standards.nameOf),
          spreadSheet(run),
          households,
        ],
      };
    });
    return reply
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .header('x-content-type-options', 'nosniff')
      .type(XLSX)
      .send(Buffer.from(await writeSheets(sheets, mark)));
  });
}

type Page = Awaited<ReturnType<typeof listEffects>>;

async function householdSheet(
  pageOf: (scheme: Previewed, after: string) => Promise<Page>,
): Promise<Sheet> {
  const rows: (string | number)[][] = [];
  for (const scheme of previewed) {
    for (let after: string | null = ''; after !== null; ) {
      const page: Page = await pageOf(scheme, after);
      for (const each of page.effects) rows.push(householdCells(scheme, each));
      after = page.next;
    }
  }
  return { name: '有变化的家庭', heading: HOUSEHOLD_HEADING, rows };
}
