import type { ReadTx } from '../../platform/database/database.ts';
import type { Context } from '../../platform/http/context.ts';
import { absent, refusedBy } from '../../platform/http/problem.ts';
import {
  commandRoute,
  queryRoute,
  requireArea,
  requireRole,
  type Router,
} from '../../platform/http/route.ts';
import { requireVersion } from '../../platform/http/stream-command.ts';
import { lockStream } from '../../platform/record/record.ts';
import { isRecused } from '../case/index.ts';
import { caseGiven } from '../case/given.ts';
import { caseKind } from '../case/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { sourceTitle } from './item.ts';
import { recordLookup } from './lookup-route.ts';
import * as store from './query-store.ts';
import type { VerificationRequest } from './verification.ts';

/** What is outstanding at the sources: pressed by hand, and answerable by name once it is late. */
export function registerSourceTasks(router: Router, standards: Standards): void {
  queryRoute(router, contract.sourceTasks, access.SourceTasks, async ({ tx, asker, context }) => {
    const tasks = await store.listTasks(tx, asker.area.slice(0, 6));
    const names = await context.namesOf(tx, [...new Set(tasks.map(({ to }) => to))]);
    return {
      tasks: tasks.map(({ to, ...task }) => ({
        ...task,
        sourceTitle: sourceTitle(task.source),
        toName: names.get(to) ?? '',
        isMine: to === asker.person,
      })),
    };
  });
  const kind = caseKind(standards);
  commandRoute(router, contract.remindSource, access.RemindSource, async (call) => {
    const { tx, act, asker, body, context } = call;
    const { caseId } = call.params;
    const loaded = await lockStream(tx, kind, caseId);
    if (!loaded || isRecused(loaded.state, asker.person)) throw absent();
    requireArea(context, asker, loaded.area);
    requireRole(context, access.RemindSource, asker);
    await requireVersion(context, tx, kind, loaded, call.ifMatch);
    const queries = await store.listQueries(tx, [body.requestId]);
    const query = queries.find((each) => each.source === body.source);
    const given = { ...caseGiven(standards, call, loaded), query };
    const decision = decide.remindSource(body, loaded.state, given);
    if (!decision.ok) throw refusedBy(decision.refusal);
    if (!query) throw absent();
    await recordLookup({ tx, act }, loaded, {
      ...{ type: 'SourceReminded', caseId, ...body, dueOn: query.dueOn },
      caseNumber: loaded.state.intake.accepted?.number ?? '',
    });
    await store.noteReminder(tx, query, { before: query.remindedOn, day: given.today });
    return { status: 200, answer: { id: loaded.id, version: loaded.version } };
  });
}

/** What each connected source of a request has said and when it is asked again, by name who is answerable. */
export async function sourceStates(
  tx: ReadTx,
  { namesOf }: Context,
  request: VerificationRequest | undefined,
): Promise<readonly contract.SourceStateView[]> {
  if (!request) return [];
  const queries = await store.listQueries(tx, [request.id]);
  const people = queries.flatMap(({ escalatedTo }) => (escalatedTo === '' ? [] : [escalatedTo]));
  const names = await namesOf(tx, [...new Set(people)]);
  return queries.map((query) => ({
    ...{ source: query.source, way: query.way, phase: query.phase, attempts: query.attempts },
    ...{ askedAt: query.askedAt, fault: query.fault, dueOn: query.dueOn },
    nextAt: query.way === 'http' && query.nextAt > 0 ? query.nextAt : null,
    ...{ remindedOn: query.remindedOn, escalatedOn: query.escalatedOn },
    escalatedTo: names.get(query.escalatedTo) ?? '',
  }));
}
