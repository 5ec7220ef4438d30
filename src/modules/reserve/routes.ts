import { dayOf } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import { type ReadTx, write, type WriteTx } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, rawRoute, type Router } from '../../platform/http/route.ts';
import { type Act, append, findStream, lockStream } from '../../platform/record/record.ts';
import { writeSheets } from '../../platform/table-file/write-xlsx.ts';
import { caseCommand } from '../case/case-command.ts';
import { requireCaseFiles } from '../investigation/store.ts';
import { bookHandedOut, isReliefLined, lockRelief } from '../funds/till-store.ts';
import { recordTaken } from '../ledger/taken-store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import { useReserve } from './decide.ts';
import { spendReserve } from './decide-till.ts';
import { listReserve, sumReserve } from './store.ts';
import { registerTills } from './till-routes.ts';
import { tillKind } from './till-store.ts';
import type { Spent } from './till.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 备用金: each payment with its voucher, and what townships ask to be given back (LS-13). */
export function registerReserve(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.useReserve,
    access: access.UseReserve,
    locks: async ({ tx }, { area }) => {
      await lockRelief(tx, area);
      await lockStream(tx, tillKind, area.slice(0, 9));
    },
    more: async ({ tx, body, params }, { area }) => {
      await requireCaseFiles(tx, params.caseId, [body.voucher], 'voucher');
      const till = await findStream(tx, tillKind, area.slice(0, 9));
      const isLined = await isReliefLined(tx, params.caseId);
      return { balance: till?.state.balance ?? fen(0), isLined };
    },
    decide: useReserve,
    then: ({ tx, act, body, params }, { version, area }) =>
      spend(
        tx,
        area.slice(0, 9),
        { caseId: params.caseId, seq: version, amount: body.amount },
        act,
      ),
  });
  registerTills(router, standards);
  queryRoute(router, contract.reserveList, access.ReserveList, async ({ tx, asker }) =>
    listOf(tx, standards, asker.area),
  );
  rawRoute(
    router,
    contract.reserveSheet,
    access.ReserveSheet,
    async ({ asker, context, reply, request }) => {
      const today = dayOf(context.clock.now());
      const { advances, mark } = await write(context.database, principalOf(asker), async (tx) => {
        const list = await listOf(tx, standards, asker.area);
        const taken = { title: '备用金使用台账', about: '', filter: '', rows: list.total };
        const mark = await recordTaken(tx, context, asker, { ...taken, path: request.url });
        return { ...list, mark };
      });
      return reply
        .header('content-disposition', `attachment; filename="reserve-${today}.xlsx"`)
        .header('x-content-type-options', 'nosniff')
        .type(XLSX)
        .send(Buffer.from(await writeSheets([sheetOf(advances)], mark)));
    },
  );
}

/** The payment leaves the till, in its books and in the county's ledger. */
async function spend(tx: WriteTx, township: string, spent: Spent, act: Act): Promise<void> {
  const till = await findStream(tx, tillKind, township);
  if (!till) throw absent();
  const { version } = await append(tx, tillKind, till, [spendReserve(spent)], act);
  await bookHandedOut(tx, { township, version, booked: act }, spent);
}

async function listOf(tx: ReadTx, standards: Standards, area: string) {
  const rows = await listReserve(tx, area);
  const sums = await sumReserve(tx, area);
  return {
    townships: sums.map(({ township, used, times }) => ({
      ...{ townshipName: standards.nameOf(township), used, times },
    })),
    advances: rows.map(({ area: place, ...row }) => ({
      ...row,
      townshipName: standards.nameOf(place.slice(0, 9)),
      villageName: standards.nameOf(place),
    })),
    total: rows.length,
  };
}

function sheetOf(advances: Awaited<ReturnType<typeof listOf>>['advances']) {
  return {
    name: '补足申请明细',
    heading: [
      ...['乡镇（街道）', '村（社区）', '申请人', '办件编号', '支付日期', '金额（元）'],
      ...['发放人', '领取人', '见证人'],
    ],
    rows: advances.map((each) => [
      ...[each.townshipName, each.villageName, each.applicant, each.number, each.on],
      each.amount / 100,
      ...[each.handedOutBy, each.receivedBy, each.witness],
    ]),
  };
}
