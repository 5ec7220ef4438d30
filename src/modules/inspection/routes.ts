import { dayOf } from '../../kernel/clock.ts';
import type { FileRef } from '../../kernel/evidence.ts';
import { addMonths, localDate, type Month, monthOf } from '../../kernel/local-date.ts';
import { addWorkingDays } from '../../kernel/working-day.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import {
  type CommandCall,
  commandRoute,
  requireRole,
  type Router,
} from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { findStream } from '../../platform/record/record.ts';
import { caseKind } from '../case/store.ts';
import { drawKind, isDrawPublished, toCheckOf } from '../draw/store.ts';
import { evidenceOf } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { registerAccountability } from './accountability-routes.ts';
import type { CheckState, FlagKind } from './check.ts';
import { hasOpenCheck, listGranted } from './check-list-store.ts';
import { checkKind, orderDrawChecks, resultsOfDraw } from './check-store.ts';
import * as contract from './contract.ts';
import { registerCorrections } from './correction-routes.ts';
import { correctionsOf } from './correction-store.ts';
import * as decide from './decide.ts';
import { doubtsOf } from './doubt.ts';
import { createDoubtCatalogue, type DoubtCatalogue } from './doubt-catalogue.ts';
import { countOpenFlags, flagKind, isSeen, listFlags, monthKind, raiseFlag } from './flag-store.ts';
import { caseOfCheck, teamGiven } from './team-given.ts';
import { registerInspectionReading } from './view-routes.ts';

/** 三个百分之百 and what follows from a visit of the county: checks, corrections, accountability (DL-12, DL-14). */
export function registerInspection(router: Router, standards: Standards): void {
  const catalogue = createDoubtCatalogue();
  registerChecks(router, standards);
  registerRecord(router, standards);
  registerFlags(router, standards, catalogue);
  registerMonth(router);
  registerCorrections(router, standards);
  registerAccountability(router, standards);
  registerInspectionReading(router, standards, catalogue);
}

const idOf = ({ params }: { params: { checkId: string } }) => params.checkId;

/** What the command names as evidence was uploaded where the asker may see it. */
async function requireFiles(tx: ReadTx, given: readonly FileRef[], field: string): Promise<void> {
  for (const { hash } of given) {
    if ((await evidenceOf(tx, hash)).length > 0) continue;
    throw invalid([field], '没有收到这个文件，请重新上传。');
  }
}

function registerChecks(router: Router, standards: Standards): void {
  streamCommand(router, checkKind, {
    contract: contract.orderCheck,
    access: access.OrderCheck,
    id: idOf,
    begins: ({ asker, params }) => {
      if (!/^[0-9a-f-]{36}$/.test(params.checkId)) throw absent();
      return asker.area.slice(0, 6);
    },
    given: async ({ tx, body, asker, act, context }) => {
      const today = dayOf(act.recordedAt);
      const found = await caseOfCheck(tx, standards, body.caseId, { asker, context });
      const county = asker.area.slice(0, 6);
      const flags = await listFlags(tx, { county, caseId: body.caseId });
      const days = standards.procedureOf(county, today).checkWorkingDays.value;
      return {
        ref: found.state.intake.accepted?.number ?? '',
        place: found.area,
        reasons: flags.filter(({ clearedOn }) => clearedOn === '').map(({ kind }) => kind),
        hasOpenCheck: await hasOpenCheck(tx, body.caseId),
        dueOn: addWorkingDays(standards.calendarOf(county), today, days).date,
      };
    },
    decide: decide.orderCheck,
  });
  streamCommand(router, checkKind, {
    contract: contract.sendTeam,
    access: access.SendTeam,
    id: idOf,
    given: (call, { area, state }) => teamOf(call, standards, { area, state }, call.body.team),
    decide: decide.sendTeam,
  });
}

async function teamOf(
  { tx, asker, act, context }: CommandCall<string, unknown>,
  standards: Standards,
  { area, state }: { area: string; state: CheckState },
  team: readonly string[],
): Promise<decide.TeamGiven> {
  const today = dayOf(act.recordedAt);
  const caseId = state.order?.caseId ?? '';
  const found = await caseOfCheck(tx, standards, caseId, { asker, context });
  const { person, name, post, role } = asker;
  return {
    today,
    by: { person, name, post, role, area: asker.area } as decide.TeamGiven['by'],
    fewest: standards.procedureOf(area, today).fewestInvestigators.value,
    people: await teamGiven(tx, { county: area, today, team }, found.state),
  };
}

/** The result; where many errors were found or somebody could not be met, the draw of the month grows at once. */
function registerRecord(router: Router, standards: Standards): void {
  streamCommand(router, checkKind, {
    contract: contract.recordCheck,
    access: access.RecordCountyCheck,
    id: idOf,
    given: async (call, { area, state }) => {
      await requireFiles(call.tx, call.body.photos, 'photos');
      await requireFiles(call.tx, call.body.signatures, 'signatures');
      return teamOf(call, standards, { area, state }, call.body.visitors);
    },
    decide: decide.recordCheck,
    then: async ({ tx, act }, { area, state }) => {
      const drawId = state.order?.drawId;
      if (!drawId) return;
      const draw = await findStream(tx, drawKind, drawId);
      if (!draw || draw.state.published) return;
      const today = dayOf(act.recordedAt);
      const days = standards.procedureOf(area, today).checkWorkingDays.value;
      const dueOn = addWorkingDays(standards.calendarOf(area), today, days).date;
      const wanted = await toCheckOf(tx, draw.state, await resultsOfDraw(tx, drawId));
      await orderDrawChecks(tx, act, { drawId, county: area, dueOn }, wanted);
    },
  });
}

const FLAG_ID = /^([0-9a-f-]{36})\.(kin|report|doubt)$/;

function registerFlags(router: Router, standards: Standards, catalogue: DoubtCatalogue): void {
  streamCommand(router, flagKind, {
    contract: contract.clearFlag,
    access: access.ClearFlag,
    id: ({ params }) => params.flagId,
    begins: ({ asker, params }) => {
      if (!FLAG_ID.test(params.flagId)) throw absent();
      return asker.area.slice(0, 6);
    },
    given: async ({ tx, asker, params, context }) => {
      const [, caseId = '', kind = ''] = FLAG_ID.exec(params.flagId) ?? [];
      const found = await caseOfCheck(tx, standards, caseId, { asker, context });
      const flags = await listFlags(tx, { county: asker.area.slice(0, 6), caseId });
      const flag = flags.find((each) => each.kind === kind);
      if (!flag) throw absent();
      const visited = found.state.investigation.countyVisits.length > 0;
      const corrections = await correctionsOf(tx, { caseId });
      return {
        caseId,
        kind: kind as FlagKind,
        isCleared: flag.clearedOn !== '',
        isChecked: ['agrees', 'differs'].includes(flag.outcome) || visited,
        hasOpenCorrection: corrections.some(({ standing }) => standing !== 'closed'),
      };
    },
    decide: decide.clearFlag,
  });
  commandRoute(router, contract.findDoubts, access.FindDoubts, async (call) => {
    const { tx, asker, act, body, context } = call;
    requireRole(context, access.FindDoubts, asker);
    const county = asker.area.slice(0, 6);
    const rules = catalogue(county, dayOf(act.recordedAt));
    let found = 0;
    for (const caseId of await listGranted(tx, county, body.month)) {
      const loaded = await findStream(tx, caseKind(standards), caseId);
      for (const { rule, because } of loaded ? doubtsOf(loaded.state, rules) : []) {
        const on = dayOf(act.recordedAt);
        await raiseFlag(tx, { caseId, kind: 'doubt', rule, area: county, because, on });
        found += 1;
      }
    }
    return { status: 200, answer: { found } };
  });
}

function registerMonth(router: Router): void {
  streamCommand(router, monthKind, {
    contract: contract.closeMonth,
    access: access.CloseSupervisedMonth,
    id: ({ params }) => params.monthId,
    begins: ({ params }) => {
      if (!/^\d{6}-20\d\d-(0[1-9]|1[0-2])$/.test(params.monthId)) throw absent();
      return params.monthId.slice(0, 6);
    },
    anyVersion: true,
    given: async ({ tx, params, act }) => {
      const county = params.monthId.slice(0, 6);
      const month = params.monthId.slice(7) as Month;
      if (!(await isSeen(tx, county))) throw absent();
      const last = monthOf(addMonths(localDate(`${month}-01`), 1));
      return {
        ...{ month, today: dayOf(act.recordedAt) },
        openFlags: await countOpenFlags(tx, county, last),
        isDrawPublished: await isDrawPublished(tx, params.monthId),
      };
    },
    decide: decide.closeMonth,
  });
}
