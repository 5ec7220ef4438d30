import { dayOf } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import { localDate } from '../../kernel/local-date.ts';
import { write } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { type Asked, getOwn } from '../../platform/http/own-stream.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, rawRoute, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { writeSheets } from '../../platform/table-file/write-xlsx.ts';
import { actorOf } from '../case/given.ts';
import { nextNumber } from '../case/store.ts';
import { paperRoute } from '../issuance/paper-route.ts';
import { recordTaken } from '../ledger/taken-store.ts';
import { officesOf } from '../standards/office.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { lineOf } from './line.ts';
import { filingPaperOf, filingSheetOf } from './paper-data.ts';
import { filingKind, findDecisions, listFilings, listUnfiled } from './store.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 备案: the township's decisions go to the county within the set days; who is late is seen there (DL-17). */
export function registerFiling(router: Router, standards: Standards): void {
  registerActs(router, standards);
  registerReading(router, standards);
  registerFiles(router, standards);
}

const idOf = ({ params }: { params: { filingId: string } }) => params.filingId;

function registerActs(router: Router, standards: Standards): void {
  streamCommand(router, filingKind, {
    contract: contract.sendFiling,
    access: access.SendFiling,
    id: idOf,
    begins: ({ asker, params }) => {
      if (!/^[0-9a-f-]{36}$/.test(params.filingId)) throw absent();
      return asker.area;
    },
    given: async ({ tx, body, act }, { area }) => {
      const today = dayOf(act.recordedAt);
      const year = today.slice(0, 4);
      const last = await nextNumber(tx, `filing:${area}:${year}`);
      const rows = await findDecisions(tx, area, body.caseIds);
      return {
        today,
        number: `${standards.nameOf(area)}备〔${year}〕${last}号`,
        found: rows.map((row) => {
          const { caseId, number, scheme, outcome, amount, decidedOn, dueOn } = lineOf(
            standards,
            row,
          );
          return {
            ...{ caseId, number, scheme, outcome, isFiled: row.isFiled, amount: fen(amount) },
            ...{ decidedOn: localDate(decidedOn), dueOn: localDate(dueOn) },
          };
        }),
      };
    },
    decide: decide.sendFiling,
  });
  streamCommand(router, filingKind, {
    contract: contract.receiveFiling,
    access: access.ReceiveFiling,
    id: idOf,
    given: async ({ asker }) => ({ by: actorOf(asker) }),
    decide: decide.receiveFiling,
  });
}

function registerReading(router: Router, standards: Standards): void {
  queryRoute(router, contract.filingList, access.FilingList, async ({ tx, asker, context }) => {
    const today = dayOf(context.clock.now());
    const due = (await listUnfiled(tx, asker.area))
      .map((row) => lineOf(standards, row))
      .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
    const late = due.filter(({ dueOn }) => dueOn < today);
    const townships = [...new Set(late.map(({ townshipName }) => townshipName))];
    return {
      due: due.slice(0, 200),
      total: due.length,
      late: late.length,
      lateBy: townships.map((townshipName) => ({
        townshipName,
        late: late.filter((each) => each.townshipName === townshipName).length,
      })),
      filings: (await listFilings(tx, asker.area)).map(({ area, ...row }) => ({
        ...row,
        townshipName: standards.nameOf(area),
      })),
    };
  });
  queryRoute(router, contract.filingView, access.FilingView, async (call) => {
    const { filing, lines, sender } = await filingOf(call, standards, call.params.filingId);
    const { number, note, sent, received } = filing.state;
    const names = await call.context.namesOf(call.tx, received ? [received.by] : []);
    return {
      ...{ filingId: filing.id, version: filing.version, number, note },
      townshipName: standards.nameOf(filing.area),
      ...{ sentOn: sent?.on ?? '', sentBy: sender, lines: [...lines] },
      received: received && {
        ...{ on: received.on, by: names.get(received.by) ?? '', remark: received.remark },
      },
    };
  });
}

/** A filing with its decisions as they are named today, without those of relatives of whoever asks (JT-05). */
async function filingOf(asked: Asked, standards: Standards, filingId: string) {
  const filing = await getOwn(asked, filingKind, filingId);
  const ids = filing.state.decisions.map(({ caseId }) => caseId);
  const rows = await findDecisions(asked.tx, filing.area, ids);
  const by = filing.state.sent?.by ?? '';
  const names = await asked.context.namesOf(asked.tx, [by]);
  const lines = rows.map((row) => lineOf(standards, row));
  return { filing, lines, sender: names.get(by) ?? '' };
}

function registerFiles(router: Router, standards: Standards): void {
  paperRoute(router, contract.filingPaper, access.FilingPaper, async (call) => {
    const { filing, lines, sender } = await filingOf(call, standards, call.params.filingId);
    const { area } = filing;
    const offices = officesOf(standards.nameOf(area), standards.nameOf(area.slice(0, 6)));
    const about = {
      ...{ organ: offices.township.name, county: offices.county.bureau, sender },
      demo: call.context.demo,
    };
    const data = filingPaperOf(filing.state, lines, about);
    return data && { paper: 'filing-list', data, area };
  });
  rawRoute(router, contract.filingSheet, access.FilingSheet, async (call) => {
    const { asker, context, params, reply, request } = call;
    const { sheet, mark } = await write(context.database, principalOf(asker), async (tx) => {
      const { filing, lines } = await filingOf({ tx, asker, context }, standards, params.filingId);
      const taken = { title: '备案表', about: '', filter: '', path: request.url };
      const mark = await recordTaken(tx, context, asker, { ...taken, rows: lines.length });
      return { sheet: filingSheetOf(filing.state, lines), mark };
    });
    return reply
      .header('content-disposition', 'attachment; filename="filing.xlsx"')
      .header('x-content-type-options', 'nosniff')
      .type(XLSX)
      .send(Buffer.from(await writeSheets([sheet], mark)));
  });
}
