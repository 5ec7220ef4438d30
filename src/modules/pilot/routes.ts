import { dayOf } from '../../kernel/clock.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { read, type ReadTx, write } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { getOwn } from '../../platform/http/own-stream.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, rawRoute, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { writeSheets } from '../../platform/table-file/write-xlsx.ts';
import { recordTaken } from '../ledger/taken-store.ts';
import type { Standards } from '../standards/store.ts';
import { townshipsIn } from '../standards/township.ts';
import { access } from './access.ts';
import { caseSheet, totalSheet, townshipSheet } from './comparison-sheet.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { endedOn, type PilotPlan } from './pilot.ts';
import { instrumentsOf } from './standing-store.ts';
import { casesOf, listPilots, pilotKind, type PilotRow } from './store.ts';
import { periodIn, viewOf } from './view.ts';

const MOST = 500;
const MOST_IN_SHEET = 20_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function registerPilot(router: Router, standards: Standards): void {
  registerCommands(router, standards);
  registerQueries(router, standards);
  registerSheet(router, standards);
}

function registerCommands(router: Router, standards: Standards): void {
  const givenFor = async (
    tx: ReadTx,
    { county, pilotId, plan, today }: Asked,
  ): Promise<decide.PilotGiven> => {
    const others = (await listPilots(tx, county)).filter((each) => each.pilotId !== pilotId);
    const standing = plan ? await instrumentsOf(tx, { ...plan, today }) : [];
    return {
      known: townshipsIn(standards, county).map(({ code }) => code),
      elsewhere: others.flatMap(({ state }) =>
        state.plan && endedOn(state) === null ? state.plan : [],
      ),
      inForce: standing.flatMap(({ township, standing: now }) =>
        now === 'in-force' ? township : [],
      ),
    };
  };
  streamCommand(router, pilotKind, {
    contract: contract.beginPilot,
    access: access.BeginPilot,
    id: ({ body }) => body.pilotId,
    begins: ({ asker }) => asker.area,
    given: async ({ tx, act, asker, body }) => {
      const county = asker.area.slice(0, 6);
      const today = dayOf(act.recordedAt);
      const given = await givenFor(tx, { county, pilotId: body.pilotId, plan: null, today });
      return { ...given, county };
    },
    decide: ({ pilotId: _, ...plan }, state, { county, ...given }) =>
      decide.beginPilot({ ...plan, county }, state, given),
  });
  const later = [
    [contract.widenPilot, access.WidenPilot, decide.widenPilot],
    [contract.concludePilot, access.ConcludePilot, decide.concludePilot],
  ] as const;
  for (const [given, rule, decider] of later) {
    streamCommand(router, pilotKind, {
      contract: given as typeof contract.widenPilot,
      access: rule,
      id: ({ params }) => params.pilotId,
      given: ({ tx, act, params }, { area, state }) =>
        givenFor(tx, {
          ...{ county: area, pilotId: params.pilotId, plan: state.plan },
          today: dayOf(act.recordedAt),
        }),
      decide: decider as typeof decide.widenPilot,
    });
  }
}

type Asked = {
  readonly county: string;
  readonly pilotId: string;
  readonly plan: PilotPlan | null;
  readonly today: LocalDate;
};

function registerQueries(router: Router, standards: Standards): void {
  queryRoute(router, contract.pilotList, access.PilotList, async ({ tx, asker }) => ({
    pilots: (await listPilots(tx, asker.area)).flatMap((row) => headOf(row, standards) ?? []),
  }));
  queryRoute(router, contract.pilotView, access.PilotView, async (call) => {
    const { tx, context, params } = call;
    const { id, version, state } = await getOwn(call, pilotKind, params.pilotId);
    const head = headOf({ pilotId: id, version, state }, standards);
    if (!head || !state.plan) throw absent();
    const today = dayOf(context.clock.now());
    const view = await viewOf(tx, standards, { plan: state.plan, state, today });
    const names = await context.namesOf(tx, [...new Set(state.conclusions.map(({ by }) => by))]);
    const conclusions = state.conclusions.map((each) => ({
      ...each,
      by: names.get(each.by) ?? '',
    }));
    return { head, acts: [...state.plan.acts], today, ...view, conclusions };
  });
  queryRoute(router, contract.pilotCases, access.PilotCases, async (call) => {
    const { tx, context, params, search } = call;
    const { state } = await getOwn(call, pilotKind, params.pilotId);
    if (!state.plan) throw absent();
    const asked = periodIn(state.plan, state, dayOf(context.clock.now()), search.period);
    const cases = await casesOf(tx, { ...asked, limit: MOST_IN_SHEET });
    const own = cases.filter(({ township }) => !search.township || township === search.township);
    const shown = own.slice(0, MOST).map((each) => named(each, standards));
    return { cases: shown, total: own.length };
  });
}

const named = <Row extends { readonly township: string }>(row: Row, standards: Standards) => ({
  ...row,
  townshipName: standards.nameOf(row.township),
});

function headOf({ pilotId, version, state }: PilotRow, standards: Standards) {
  const { plan, conclusions } = state;
  if (!plan) return null;
  return {
    ...{ pilotId, version, name: plan.name, document: plan.document, from: plan.from },
    endedOn: endedOn(state) ?? '',
    townshipNames: plan.townships.map((each) => standards.nameOf(each)),
    matters: [...plan.matters],
    lastConclusion: conclusions.at(-1)?.conclusion ?? null,
  };
}

function registerSheet(router: Router, standards: Standards): void {
  rawRoute(router, contract.pilotSheet, access.PilotSheet, async (call) => {
    const { asker, context, params, reply, request } = call;
    const today = dayOf(context.clock.now());
    const { title, sheets, rows } = await read(context.database, principalOf(asker), async (tx) => {
      const { state } = await getOwn({ tx, asker, context }, pilotKind, params.pilotId);
      const { plan } = state;
      if (!plan) throw absent();
      const { total, townships } = await viewOf(tx, standards, { plan, state, today });
      const casesIn = async (period: 'before' | 'after') => {
        const asked = periodIn(plan, state, today, period);
        const cases = await casesOf(tx, { ...asked, limit: MOST_IN_SHEET });
        return cases.map((each) => named(each, standards));
      };
      const [was, is] = [await casesIn('before'), await casesIn('after')];
      return {
        title: `试点前后对比-${plan.name}`,
        rows: was.length + is.length,
        sheets: [
          totalSheet(total),
          townshipSheet(total, townships),
          caseSheet('试点前的案件', was),
          caseSheet('试点后的案件', is),
        ],
      };
    });
    const mark = await write(context.database, principalOf(asker), (tx) =>
      recordTaken(tx, context, asker, { title, about: '', rows, filter: '', path: request.url }),
    );
    return reply
      .header(
        'content-disposition',
        `attachment; filename*=UTF-8''${encodeURIComponent(`${title}-${today}.xlsx`)}`,
      )
      .header('x-content-type-options', 'nosniff')
      .type(XLSX)
      .send(Buffer.from(await writeSheets(sheets, mark)));
  });
}
