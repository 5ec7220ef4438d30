import { dayOf } from '../../kernel/clock.ts';
import { write } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { parsed, rawRoute, type Router } from '../../platform/http/route.ts';
import { type Sheet, writeSheets } from '../../platform/table-file/write-xlsx.ts';
import { filterWords, recordTaken } from '../ledger/taken-store.ts';
import { SCHEME } from '../../rules/scheme.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { benefitSheet, type RegisterLine, registerSearch } from './contract.ts';
import { standings } from './entitlement.ts';
import { filterOf, lineOf } from './list-routes.ts';
import { listRegister } from './register-store.ts';

const PAGE = 5000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The register as a workbook, filtered as on the screen and for the day asked for. */
export function registerSheet(router: Router, standards: Standards): void {
  rawRoute(
    router,
    benefitSheet,
    access.BenefitSheet,
    async ({ asker, context, request, reply }) => {
      const search = parsed(registerSearch, request.query);
      const filter = filterOf(search, asker.area, dayOf(context.clock.now()));
      const { lines, mark } = await write(context.database, principalOf(asker), async (tx) => {
        const all: RegisterLine[] = [];
        for (let after: string | null = ''; after !== null; ) {
          const page = await listRegister(tx, { ...filter, after, limit: PAGE });
          all.push(...page.rows.map((row) => lineOf(standards, row)));
          after = page.next;
        }
        const filterText = filterWords(search);
        const taken = { title: '救助对象名册', about: '', filter: filterText, rows: all.length };
        const path = request.url;
        return { lines: all, mark: await recordTaken(tx, context, asker, { ...taken, path }) };
      });
      return reply
        .header('content-disposition', `attachment; filename="register-${filter.on}.xlsx"`)
        .header('x-content-type-options', 'nosniff')
        .type(XLSX)
        .send(Buffer.from(await writeSheets([sheetOf(filter.on, lines)], mark)));
    },
  );
}

function sheetOf(on: string, lines: readonly RegisterLine[]): Sheet {
  return {
    name: `名册 ${on}`,
    heading: [
      ...['救助类别', '乡镇（街道）', '村（社区）', '户主（本人）', '保障人数', '编号'],
      ...['状态', '月金额（元）', '起始年月', '下次核查日期', '认定有效期至', '近亲属备案'],
      ...['下次变动年月', '变动后月金额（元）'],
    ],
    rows: lines.map((line) => [
      SCHEME[line.scheme],
      line.townshipName,
      line.villageName,
      line.head,
      line.members,
      line.number,
      standings[line.standing],
      line.amount / 100,
      line.since,
      line.reviewDue,
      line.validUntil,
      line.kin ? '是' : '',
      line.next?.from ?? '',
      line.next ? line.next.amount / 100 : '',
    ]),
  };
}
