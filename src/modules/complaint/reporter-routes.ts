import { dayOf } from '../../kernel/clock.ts';
import { type ReadTx, read } from '../../platform/database/database.ts';
import { type Asker, type Context, principalOf } from '../../platform/http/context.ts';
import { absent, ProblemError, refusedBy } from '../../platform/http/problem.ts';
import { commandRoute, requireArea, requireRole, type Router } from '../../platform/http/route.ts';
import { requireVersion, streamCommand } from '../../platform/http/stream-command.ts';
import { append, findStream, lockStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { actorOf } from '../case/given.ts';
import { access } from './access.ts';
import { type ComplaintState, isAccused } from './complaint.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { complaintKind, storeReading } from './store.ts';
import { openFromVault, openReporterOf } from './vault.ts';

/** What was reported, to few and with a trace; who reported, only where a second person agreed (TH-20). */
export function registerReporter(router: Router): void {
  registerRead(router);
  for (const step of [
    { contract: contract.askReporter, access: access.AskReporter, decide: decide.askReporter },
    { contract: contract.openReporter, access: access.OpenReporter, decide: decide.openReporter },
  ] as const) {
    streamCommand(router, complaintKind, {
      ...(step as {
        contract: typeof contract.askReporter;
        access: typeof step.access;
        decide: typeof decide.askReporter;
      }),
      id: ({ params }) => params.complaintId,
      hiddenFrom: (state, { person }) => isAccused(state, person),
      given: async ({ act, asker }) => ({
        ...{ now: act.recordedAt, today: dayOf(act.recordedAt), by: actorOf(asker) },
      }),
    });
  }
  registerSee(router);
}

// A repeat of the same request answers for the minute the text is shown; after that a new look leaves a new trace.
const SHOWN_MS = 60_000;

function requireFresh({ clock }: Context, answer: unknown): void {
  if (clock.now() - (answer as { at: number }).at > SHOWN_MS) {
    throw new ProblemError({ code: 'key-reused' });
  }
}

/** The complaint for whoever may know of it. */
function seen(
  loaded: Loaded<ComplaintState> | undefined,
  asker: Asker,
  context: Context,
): Loaded<ComplaintState> {
  if (!loaded || isAccused(loaded.state, asker.person)) throw absent();
  requireArea(context, asker, loaded.area);
  return loaded;
}

const find = async (tx: ReadTx, id: string, asker: Asker, context: Context) =>
  seen(await findStream(tx, complaintKind, id), asker, context);

function registerRead(router: Router): void {
  const { context } = router;
  commandRoute(
    router,
    contract.readComplaint,
    access.ReadComplaint,
    async ({ tx, act, asker, params: { complaintId }, body }) => {
      const { area } = await find(tx, complaintId, asker, context);
      requireRole(context, access.ReadComplaint, asker);
      const at = act.recordedAt;
      const { person, post } = asker;
      await storeReading(tx, { complaintId, area, person, post, purpose: body.purpose, at });
      return { status: 200, answer: { at } };
    },
    ({ asker, params: { complaintId } }, answer) =>
      read(context.database, principalOf(asker), async (tx) => {
        requireFresh(context, answer);
        const { state } = await find(tx, complaintId, asker, context);
        const open = openFromVault.bind(null, context, complaintId);
        return {
          text: open('text', state.received?.text),
          reason: open('reason', (state.declined ?? state.passedUp)?.reason),
          finding: open('finding', state.concluded?.finding),
          answer: open('answer', state.answered?.answer),
        };
      }),
  );
}

function registerSee(router: Router): void {
  const { context } = router;
  commandRoute(
    router,
    contract.seeReporter,
    access.SeeReporter,
    async ({ tx, act, asker, params, ifMatch }) => {
      const locked = await lockStream(tx, complaintKind, params.complaintId);
      const loaded = seen(locked, asker, context);
      requireRole(context, access.SeeReporter, asker);
      await requireVersion(context, tx, complaintKind, loaded, ifMatch);
      const at = act.recordedAt;
      const given = { now: at, today: dayOf(at), by: actorOf(asker) };
      const decision = decide.seeReporter({}, loaded.state, given);
      if (!decision.ok) throw refusedBy(decision.refusal);
      await append(tx, complaintKind, loaded, decision.events, act);
      return { status: 200, answer: { at } };
    },
    ({ asker, params: { complaintId } }, answer) =>
      read(context.database, principalOf(asker), async (tx) => {
        requireFresh(context, answer);
        const { state } = await find(tx, complaintId, asker, context);
        const reporter = openReporterOf(context, complaintId, state);
        if (!reporter) throw absent();
        return reporter;
      }),
  );
}
