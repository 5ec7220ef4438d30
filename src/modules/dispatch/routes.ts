import { dayOf } from '../../kernel/clock.ts';
import { addWorkingDays } from '../../kernel/working-day.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import type { Asker } from '../../platform/http/context.ts';
import { absent } from '../../platform/http/problem.ts';
import type { Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import type { Act } from '../../platform/record/record.ts';
import { actorOf } from '../case/given.ts';
import { countyRoles } from '../identity/index.ts';
import { isSeen } from '../inspection/flag-store.ts';
import { findColleagues } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { type AnomalyCatalogue, createAnomalyCatalogue } from './anomaly-catalogue.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import type { RaisedAnomaly } from './dispatch.ts';
import { registerDispatchFiles } from './file-routes.ts';
import { countFigures } from './figure-store.ts';
import { judgeAnomalies } from './judge-anomaly.ts';
import { lookedAt } from './looked-store.ts';
import { closingFacts, spanIn } from './month-store.ts';
import { dispatchKind } from './store.ts';
import { registerTables } from './table-routes.ts';
import { registerDispatchReading } from './view-routes.ts';

/** 每月调度: one pack per county and month, its anomalies, its meeting, and the tables of its townships (DL-14). */
export function registerDispatch(router: Router, standards: Standards): void {
  const catalogue = createAnomalyCatalogue();
  registerSeeking(router, standards, catalogue);
  registerDisposal(router);
  registerClosing(router, standards);
  registerDispatchReading(router, standards, catalogue);
  registerDispatchFiles(router, standards);
  registerTables(router, standards);
}

type Call = {
  readonly tx: ReadTx;
  readonly act: Act;
  readonly asker: Asker;
  readonly params: { readonly dispatchId: string };
};

const idOf = ({ params }: Pick<Call, 'params'>) => params.dispatchId;
const countyOf = ({ params }: Pick<Call, 'params'>) => spanIn(params.dispatchId).county;

/** Who acts on which month, and when; a month of another county is not found. */
async function inMonth({ tx, act, asker, params }: Call) {
  const span = spanIn(params.dispatchId);
  if (!(await isSeen(tx, span.county))) throw absent();
  const { county, month } = span;
  const today = dayOf(act.recordedAt);
  return { span, county, month, today, now: act.recordedAt, by: actorOf(asker) };
}

function registerSeeking(router: Router, standards: Standards, catalogue: AnomalyCatalogue): void {
  streamCommand(router, dispatchKind, {
    contract: contract.seekAnomalies,
    access: access.SeekAnomalies,
    id: idOf,
    begins: countyOf,
    anyVersion: true,
    given: async (call) => {
      const given = await inMonth(call);
      const rules = catalogue(given.county, given.span.last);
      const looked = await lookedAt(call.tx, given.span);
      const calendar = standards.calendarOf(given.county);
      const found = judgeAnomalies(looked, rules).map((each): RaisedAnomaly => {
        const rule = rules.find((one) => one.rule === each.rule);
        const due = addWorkingDays(calendar, given.today, rule?.days ?? 5);
        return { ...each, owner: rule?.owner ?? 'inspector', dueOn: due.date };
      });
      return { ...given, found };
    },
    decide: decide.seekAnomalies,
  });
}

function registerDisposal(router: Router): void {
  streamCommand(router, dispatchKind, {
    contract: contract.handAnomaly,
    access: access.HandAnomaly,
    id: idOf,
    begins: countyOf,
    anyVersion: true,
    given: async (call) => {
      const given = await inMonth(call);
      const staff = await findColleagues(call.tx, given.county, countyRoles, given.today);
      return { ...given, staff: staff.map(({ person }) => person) };
    },
    decide: decide.handAnomaly,
  });
  streamCommand(router, dispatchKind, {
    contract: contract.answerAnomaly,
    access: access.AnswerAnomaly,
    id: idOf,
    begins: countyOf,
    anyVersion: true,
    given: inMonth,
    decide: decide.answerAnomaly,
  });
}

function registerClosing(router: Router, standards: Standards): void {
  streamCommand(router, dispatchKind, {
    contract: contract.recordMeeting,
    access: access.RecordDispatchMeeting,
    id: idOf,
    begins: countyOf,
    anyVersion: true,
    given: inMonth,
    decide: decide.recordMeeting,
  });
  streamCommand(router, dispatchKind, {
    contract: contract.closeDispatch,
    access: access.CloseDispatch,
    id: idOf,
    begins: countyOf,
    anyVersion: true,
    given: async (call) => {
      const given = await inMonth(call);
      const facts = await closingFacts(call.tx, standards, given.span);
      return { ...given, ...facts, figures: await countFigures(call.tx, given.span) };
    },
    decide: decide.closeDispatch,
  });
}
