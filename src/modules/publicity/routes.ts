import { read, type ReadTx } from '../../platform/database/database.ts';
import { type Asker, type Context, principalOf } from '../../platform/http/context.ts';
import { absent, ProblemError } from '../../platform/http/problem.ts';
import { commandRoute, requireArea, requireRole, type Router } from '../../platform/http/route.ts';
import { findStream } from '../../platform/record/record.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { caseCommand } from '../case/case-command.ts';
import { type CaseState, isRecused } from '../case/index.ts';
import { type CaseKind, caseKind } from '../case/store.ts';
import { requireCaseFiles } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { registerPublicityLists } from './list-routes.ts';
import { sealContext } from './paper-data.ts';
import type { Objection } from './publicity.ts';
import { storeReading } from './store.ts';

export function registerPublicity(router: Router, standards: Standards): void {
  registerNotices(router, standards);
  registerObjections(router, standards);
  registerReading(router, standards);
  registerPublicityLists(router, standards);
}

function registerNotices(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.postNotice,
    access: access.PostNotice,
    more: ({ tx, body, params }) => requireCaseFiles(tx, params.caseId, [body.photo], 'photo'),
    decide: decide.postNotice,
  });
  caseCommand(router, standards, {
    contract: contract.takeDownNotice,
    access: access.TakeDownNotice,
    more: ({ tx, body, params }) => requireCaseFiles(tx, params.caseId, [body.photo], 'photo'),
    decide: decide.takeDownNotice,
  });
}

function registerObjections(router: Router, standards: Standards): void {
  caseCommand(router, standards, {
    contract: contract.receiveObjection,
    access: access.ReceiveObjection,
    more: async ({ body, context }) => {
      const seal = (field: 'content' | 'objector', text: string) =>
        context.sealer.seal('text', sealContext(body.id, field), text);
      return {
        content: seal('content', body.content),
        objector: body.objector && seal('objector', JSON.stringify(body.objector)),
      };
    },
    decide: ({ id, channel }, state, given) =>
      decide.receiveObjection({ id, channel }, state, given),
  });
  caseCommand(router, standards, {
    contract: contract.holdAppraisal,
    access: access.HoldAppraisal,
    more: ({ tx, body, params }) => requireCaseFiles(tx, params.caseId, [body.record], 'record'),
    decide: decide.holdAppraisal,
  });
  caseCommand(router, standards, {
    contract: contract.handleObjection,
    access: access.HandleObjection,
    decide: decide.handleObjection,
  });
}

/**
 * Opens a confidential objection. First the trace of who read it, in the command's transaction; the text is opened
 * after it stands and is never part of the stored answer. Who objected only its receiver and the county see.
 */
function registerReading(router: Router, standards: Standards): void {
  const { context } = router;
  const find = (call: Reading) => findObjection(context, caseKind(standards), call);
  commandRoute(
    router,
    contract.readObjection,
    access.ReadObjection,
    async (call) => {
      const { tx, act, asker, body } = call;
      const { loaded, objection } = await find(call);
      await storeReading(tx, {
        caseId: loaded.id,
        area: loaded.area,
        objectionId: objection.id,
        person: asker.person,
        post: asker.post,
        purpose: body.purpose,
        at: act.recordedAt,
      });
      return { status: 200, answer: { at: act.recordedAt } };
    },
    ({ asker, params, body }, answer) =>
      read(context.database, principalOf(asker), async (tx) => {
        const { at } = answer as { at: number };
        if (context.clock.now() - at > SHOWN_MS) throw new ProblemError({ code: 'key-reused' });
        const { objection } = await find({ tx, asker, params, body });
        return opened(context, asker, objection);
      }),
  );
}

// A repeat of the same request answers for the minute the text is shown; after that a new look leaves a new trace.
const SHOWN_MS = 60_000;

type Reading = {
  readonly tx: ReadTx;
  readonly asker: Asker;
  readonly params: { readonly caseId: string };
  readonly body: { readonly objectionId: string };
};

async function findObjection(
  context: Context,
  kind: CaseKind,
  { tx, asker, params, body }: Reading,
): Promise<{ loaded: Loaded<CaseState>; objection: Objection }> {
  const loaded = await findStream(tx, kind, params.caseId);
  if (!loaded || isRecused(loaded.state, asker.person)) throw absent();
  requireArea(context, asker, loaded.area);
  requireRole(context, access.ReadObjection, asker);
  const { objections } = loaded.state.publicity;
  const objection = objections.find((each) => each.id === body.objectionId);
  if (!objection) throw absent();
  return { loaded, objection };
}

function opened({ sealer }: Context, asker: Asker, { id, by, content, objector }: Objection) {
  const mayKnowWho = by === asker.person || asker.area.length === 6;
  const named =
    objector && mayKnowWho
      ? (JSON.parse(sealer.open(sealContext(id, 'objector'), objector)) as unknown)
      : null;
  return { content: sealer.open(sealContext(id, 'content'), content), objector: named };
}
