import { getCase } from './get-case.ts';
import { dayOf } from '../../kernel/clock.ts';
import { workingDaysBetween } from '../../kernel/working-day.ts';
import { absent } from '../../platform/http/problem.ts';
import { queryRoute, type Router } from '../../platform/http/route.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import type { CaseGiven } from './decide.ts';
import * as decide from './decide.ts';
import type { StageId } from './flow.ts';
import { caseCommand } from './case-command.ts';
import { casePaper } from './case-paper.ts';
import { extensionApprovalOf } from './extension-paper.ts';
import { caseGiven } from './given.ts';
import { type Due, progressOf, totalDue, turnOf } from './progress.ts';
import { findSummary, listAndCountCases, type TimelineRow, timelineOf } from './store.ts';
import { lastActs } from './stage-of-event.ts';
import { registerReadings } from './reading-routes.ts';
import { todayOf } from './today.ts';
import { type CaseState, titleOfCaseEvent } from './case.ts';
import { maskedState } from './view.ts';

export function registerCase(router: Router, standards: Standards): void {
  registerCommands(router, standards);
  registerLists(router, standards);
  registerView(router, standards);
  registerReadings(router, standards);
  casePaper(router, standards, {
    contract: contract.extensionApproval,
    access: access.ExtensionApprovalPaper,
    paper: 'extension-approval',
    dataOf: extensionApprovalOf,
  });
}

function registerCommands(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.requestExtension,
    access: access.RequestExtension,
    decide: decide.requestExtension,
  });
  caseCommand(router, standards, {
    contract: contract.approveExtension,
    access: access.ApproveExtension,
    decide: decide.approveExtension,
  });
  caseCommand(router, standards, {
    contract: contract.declineExtension,
    access: access.DeclineExtension,
    decide: decide.declineExtension,
  });
  caseCommand(router, standards, {
    contract: contract.orderOverdue,
    access: access.OrderOverdue,
    decide: decide.orderOverdue,
  });
  caseCommand(router, standards, {
    contract: contract.withdrawApplication,
    access: access.WithdrawApplication,
    decide: decide.withdrawApplication,
  });
  caseCommand(router, standards, {
    contract: contract.closeForNonCooperation,
    access: access.CloseForNonCooperation,
    decide: decide.closeForNonCooperation,
  });
}

function registerLists(router: Router, standards: Standards): void {
  queryRoute(router, contract.caseList, access.CaseList, async ({ tx, asker, search }) => {
    const area = search.township?.startsWith(asker.area) ? search.township : asker.area;
    const { text, status, stage, after, limit, kin } = search;
    const onlyKin = kin === 'true' ? true : undefined;
    const filter = { area, text, status, stage, after, limit, kin: onlyKin };
    return listAndCountCases(tx, standards, filter);
  });
  queryRoute(router, contract.today, access.Today, ({ tx, asker, context }) =>
    todayOf(tx, standards, asker, dayOf(context.clock.now())),
  );
}

function registerView(router: Router, standards: Standards): void {
  queryRoute(router, contract.caseView, access.CaseView, async ({ tx, asker, params, context }) => {
    const loaded = await getCase(standards, { tx, asker, context }, params.caseId);
    const summary = await findSummary(tx, standards, params.caseId);
    if (!summary) throw absent();
    const given = caseGiven(
      standards,
      { asker, act: { recordedAt: context.clock.now() } as never },
      loaded,
    );
    const acts = lastActs(await timelineOf(tx, params.caseId));
    const persons = [...personsIn(loaded.state), ...[...acts.values()].map(({ actor }) => actor)];
    const names = await context.namesOf(tx, [...new Set(persons)]);
    return {
      caseId: loaded.id,
      version: loaded.version,
      summary,
      state: maskedState(loaded.state),
      stages: stagesShown(loaded.state, given, acts, names),
      totalDue: dueShown(totalDue(loaded.state, given.procedure, given.calendar), given),
      today: given.today,
      names: Object.fromEntries(names),
    };
  });
  queryRoute(
    router,
    contract.caseTimeline,
    access.CaseTimeline,
    async ({ tx, asker, params, context }) => {
      await getCase(standards, { tx, asker, context }, params.caseId);
      const rows = await timelineOf(tx, params.caseId);
      const names = await context.namesOf(tx, [...new Set(rows.map((row) => row.actor))]);
      return {
        events: rows.map((row) => ({
          ...row,
          title: titleOfCaseEvent(row.type),
          actor: names.get(row.actor) ?? '系统',
        })),
      };
    },
  );
}

function stagesShown(
  state: CaseState,
  given: CaseGiven,
  acts: ReadonlyMap<StageId, TimelineRow>,
  names: ReadonlyMap<string, string>,
) {
  return progressOf(state, given.procedure, given.calendar).map(({ stage, due, ...rest }) => {
    const act = acts.get(stage.id);
    return {
      ...rest,
      id: stage.id,
      title: stage.title,
      office: stage.office,
      act: stage.act,
      roles: [...stage.roles],
      turn: [...turnOf(stage, state)],
      due: dueShown(due, given),
      rules: [...stage.rules],
      actedBy: (act && names.get(act.actor)) ?? '',
      actedOn: act?.occurredOn ?? '',
    };
  });
}

function dueShown(due: Due | null, { calendar, today }: CaseGiven) {
  return due && { ...due, left: workingDaysBetween(calendar, today, due.on).days };
}

// Person ids inside the state are UUIDs under a few known keys; their names are looked up once for the page.
function personsIn(state: unknown): string[] {
  const found = new Set<string>();
  const keys = new Set([
    'by',
    'person',
    'postedBy',
    'requestedBy',
    'issuedBy',
    'openedBy',
    'approvedBy',
  ]);
  const lists = new Set(['answeredBy', 'voters', 'recused']);
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string' && keys.has(key) && value !== '') found.add(value);
    else if (Array.isArray(value)) {
      for (const each of value) walk(each, lists.has(key) ? 'person' : '');
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, each] of Object.entries(value)) walk(each, name);
    }
  };
  walk(state, '');
  return [...found];
}
