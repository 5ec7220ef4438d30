import { randomBytes } from 'node:crypto';
import { dayOf } from '../../kernel/clock.ts';
import type { Month } from '../../kernel/local-date.ts';
import { addWorkingDays } from '../../kernel/working-day.ts';
import type { FileRef } from '../../kernel/evidence.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import { type CommandCall, rawRoute, type Router } from '../../platform/http/route.ts';
import { streamCommand } from '../../platform/http/stream-command.ts';
import { read } from '../../platform/database/database.ts';
import { principalOf } from '../../platform/http/context.ts';
import { actorOf } from '../case/given.ts';
import { evidenceOf } from '../investigation/store.ts';
import { orderDrawChecks, resultsOfDraw } from '../inspection/check-store.ts';
import { forcedBy } from '../inspection/flag-store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { registerDrawReading } from './view-routes.ts';
import { drawKind, findProof, listNewRecipients, toCheckOf } from './store.ts';

/** 抽查抽签: one draw per county and month, from the frozen list to the published proof (DL-13). */
export function registerDraw(router: Router, standards: Standards): void {
  registerFreeze(router, standards);
  registerParties(router);
  registerResult(router, standards);
  registerDrawReading(router, standards);
  rawRoute(router, contract.drawProofFile, access.DrawProofFile, async (call) => {
    const { asker, context, params, reply } = call;
    const found = await read(context.database, principalOf(asker), (tx) =>
      findProof(tx, drawOf(params.drawId, asker.area)),
    );
    if (found === null) throw absent();
    return reply
      .header('content-disposition', `attachment; filename="draw-${params.drawId}.json"`)
      .header('x-content-type-options', 'nosniff')
      .type('application/json')
      .send(found);
  });
}

const DRAW_ID = /^\d{6}-20\d\d-(0[1-9]|1[0-2])$/;

/** The draw as somebody of its county names it; any other is not found. */
function drawOf(drawId: string, area: string): string {
  if (!DRAW_ID.test(drawId) || !drawId.startsWith(area.slice(0, 6))) throw absent();
  return drawId;
}

type DrawCall = { readonly params: { readonly drawId: string } };
const idOf = ({ params }: DrawCall) => params.drawId;

function registerFreeze(router: Router, standards: Standards): void {
  streamCommand(router, drawKind, {
    contract: contract.freezeFrame,
    access: access.FreezeFrame,
    id: idOf,
    begins: ({ params }) => {
      if (!DRAW_ID.test(params.drawId)) throw absent();
      return params.drawId.slice(0, 6);
    },
    anyVersion: true,
    given: async ({ tx, params, act }) => {
      const county = params.drawId.slice(0, 6);
      const period = params.drawId.slice(7) as Month;
      const today = dayOf(act.recordedAt);
      const procedure = standards.procedureOf(county, today);
      const blind = randomBytes(32).toString('hex');
      const forced = await forcedBy(tx, county, today);
      return {
        ...{ now: act.recordedAt, today, county, period, blind },
        percent: procedure.samplingPercent.value,
        strength: procedure.drawStrength.value,
        cases: await listNewRecipients(tx, { county, period, blind }, forced),
      };
    },
    decide: decide.freezeFrame,
  });
}

async function requireFile(tx: ReadTx, file: FileRef | null, field: string): Promise<void> {
  if (!file || (await evidenceOf(tx, file.hash)).length > 0) return;
  throw invalid([field], '没有收到这个文件，请重新上传。');
}

function registerParties(router: Router): void {
  const by = ({ asker, act }: Pick<CommandCall<'/', object>, 'asker' | 'act'>) => ({
    by: actorOf(asker),
    now: act.recordedAt,
  });
  streamCommand(router, drawKind, {
    contract: contract.commitSecret,
    access: access.CommitSecret,
    id: idOf,
    anyVersion: true,
    given: async (call) => {
      await requireFile(call.tx, call.body.letter, 'letter');
      return by(call);
    },
    decide: decide.commitSecret,
  });
  streamCommand(router, drawKind, {
    contract: contract.typeBeacon,
    access: access.TypeBeacon,
    id: idOf,
    anyVersion: true,
    given: async (call) => by(call),
    decide: decide.typeBeacon,
  });
  streamCommand(router, drawKind, {
    contract: contract.revealSecret,
    access: access.RevealSecret,
    id: idOf,
    anyVersion: true,
    given: async (call) => {
      await requireFile(call.tx, call.body.proof, 'proof');
      return by(call);
    },
    decide: decide.revealSecret,
  });
}

function registerResult(router: Router, standards: Standards): void {
  streamCommand(router, drawKind, {
    contract: contract.drawSample,
    access: access.DrawSample,
    id: idOf,
    given: async () => ({}),
    decide: decide.drawSample,
    then: async ({ tx, act }, { id, state }) => {
      const county = id.slice(0, 6);
      const { checkWorkingDays } = standards.procedureOf(county, dayOf(act.recordedAt));
      const calendar = standards.calendarOf(county);
      const due = addWorkingDays(calendar, dayOf(act.recordedAt), checkWorkingDays.value);
      const of = { drawId: id, county, dueOn: due.date };
      await orderDrawChecks(tx, act, of, await toCheckOf(tx, state, new Map()));
    },
  });
  streamCommand(router, drawKind, {
    contract: contract.publishDraw,
    access: access.PublishDraw,
    id: idOf,
    given: async ({ tx, params, act }) => ({
      today: dayOf(act.recordedAt),
      results: await resultsOfDraw(tx, params.drawId),
    }),
    decide: decide.publishDraw,
  });
}
