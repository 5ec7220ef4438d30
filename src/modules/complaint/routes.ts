import { dayOf } from '../../kernel/clock.ts';
import type { Sealed } from '../../kernel/sealed.ts';
import type { ReadTx } from '../../platform/database/database.ts';
import { absent, invalid } from '../../platform/http/problem.ts';
import type { CommandCall, Router } from '../../platform/http/route.ts';
import { type StreamCommand, streamCommand } from '../../platform/http/stream-command.ts';
import type { Loaded } from '../../platform/record/stream.ts';
import { getCase } from '../case/get-case.ts';
import { actorOf } from '../case/given.ts';
import { inPostIn } from '../identity/store.ts';
import { raiseFlag } from '../inspection/flag-store.ts';
import { evidenceOf } from '../investigation/store.ts';
import type { Standards } from '../standards/store.ts';
import { access } from './access.ts';
import { type ComplaintEvent, type ComplaintState, isAccused } from './complaint.ts';
import * as contract from './contract.ts';
import * as decide from './decide.ts';
import { accusedOf, isPlaceOfCounty, limitsOf, townshipsOf, visitsOf } from './linked-case.ts';
import { registerPortal } from './portal-routes.ts';
import { registerReporter } from './reporter-routes.ts';
import { complaintKind, findCaseByNumber } from './store.ts';
import { namesReporter, openReporterOf, sealInVault } from './vault.ts';
import { registerReading } from './view-routes.ts';

export function registerComplaint(router: Router, standards: Standards): void {
  registerIntake(router, standards);
  registerHandling(router, standards);
  registerEnd(router, standards);
  registerReporter(router);
  registerReading(router, standards);
  registerPortal(router, standards);
}

type Params = { readonly complaintId: string };
type Call<Body> = Pick<
  CommandCall<'/:complaintId', Body>,
  'act' | 'asker' | 'params' | 'context' | 'tx' | 'body'
>;

/** A command on a complaint; to whoever it speaks of there is none. */
function complaintCommand<Path extends `${string}:complaintId${string}`, Body, More>(
  router: Router,
  {
    more,
    ...rest
  }: Omit<
    StreamCommand<ComplaintState, ComplaintEvent, Path, Body, ReturnType<typeof givenOf> & More>,
    'id' | 'given' | 'hiddenFrom'
  > & {
    readonly more: (call: CommandCall<Path, Body>, loaded: Loaded<ComplaintState>) => Promise<More>;
  },
): void {
  streamCommand(router, complaintKind, {
    ...rest,
    id: ({ params }) => (params as Params).complaintId,
    hiddenFrom: (state, { person }) => isAccused(state, person),
    given: async (call, loaded) => ({ ...givenOf(call), ...(await more(call, loaded)) }),
  });
}

function givenOf({ act, asker }: Pick<Call<unknown>, 'act' | 'asker'>) {
  return { now: act.recordedAt, today: dayOf(act.recordedAt), by: actorOf(asker) };
}

async function requireFiles(
  tx: ReadTx,
  files: readonly { readonly hash: string }[],
  field: string,
): Promise<void> {
  for (const { hash } of files) {
    if ((await evidenceOf(tx, hash)).length > 0) continue;
    throw invalid([field], '没有收到这个文件，请重新上传。');
  }
}

const sealed = (
  { context, params }: { context: Call<unknown>['context']; params: unknown },
  part: 'reason' | 'finding' | 'answer',
  text: string,
): { sealed: Sealed } => ({
  sealed: sealInVault(context, (params as Params).complaintId, part, text),
});

const proofOf = (told: { readonly proof: { readonly hash: string } | null } | null) =>
  told?.proof ? [told.proof] : [];

function registerIntake(router: Router, standards: Standards): void {
  complaintCommand(router, {
    contract: contract.registerComplaint,
    access: access.RegisterComplaint,
    begins: ({ body, params }) => {
      if (!isPlaceOfCounty(standards, body.place) || !/^[0-9a-f-]{36}$/.test(params.complaintId))
        throw absent();
      return body.place.slice(0, 6);
    },
    more: async ({ tx, act, body, params, context }) => {
      await requireFiles(tx, body.files, 'files');
      const county = body.place.slice(0, 6);
      const today = dayOf(act.recordedAt);
      const officials = await inPostIn(tx, county, today);
      if (body.accused.some((each) => officials.every(({ person }) => person !== each))) {
        throw invalid(
          ['accused'],
          '有的人员已经不在岗，请重新选择被反映的人员；已经离岗的写进反映的内容。',
        );
      }
      const { reporter } = body;
      const seal = (part: 'text' | 'reporter', text: string) =>
        sealInVault(context, params.complaintId, part, text);
      return {
        accused: accusedOf(officials, ({ person }) => body.accused.includes(person)),
        text: seal('text', body.text),
        reporter: reporter && seal('reporter', JSON.stringify(reporter)),
        limits: limitsOf(standards, county, today),
      };
    },
    decide: ({ channel, receivedOn, place, files }, state, given) =>
      decide.receive({ channel, receivedOn, place, files }, state, given),
  });
}

function registerHandling(router: Router, standards: Standards): void {
  complaintCommand(router, {
    contract: contract.acceptComplaint,
    access: access.AcceptComplaint,
    more: async ({ tx, body, act }, { area }) => {
      await requireFiles(tx, proofOf(body.told), 'told');
      return { limits: limitsOf(standards, area, dayOf(act.recordedAt)) };
    },
    decide: decide.accept,
  });
  complaintCommand(router, {
    contract: contract.declineComplaint,
    access: access.DeclineComplaint,
    more: async (call) => {
      await requireFiles(call.tx, proofOf(call.body.told), 'told');
      return sealed(call, 'reason', call.body.reason);
    },
    decide: ({ told }, state, given) => decide.decline({ told }, state, given),
  });
  complaintCommand(router, {
    contract: contract.passUpComplaint,
    access: access.PassUpComplaint,
    more: async (call) => {
      await requireFiles(call.tx, [call.body.receipt], 'receipt');
      return sealed(call, 'reason', call.body.reason);
    },
    decide: ({ to, receipt }, state, given) => decide.passUp({ to, receipt }, state, given),
  });
  complaintCommand(router, {
    contract: contract.linkCase,
    access: access.LinkCase,
    more: async (call, { area }) => {
      const { tx, body } = call;
      const caseId = await findCaseByNumber(tx, area, body.number);
      if (!caseId) throw invalid(['number'], '没有这个编号的办件，请核对。');
      return { caseId, ref: body.number, village: (await getCase(standards, call, caseId)).area };
    },
    decide: decide.linkCase,
    // The flag lies with the county as the complaint does: its township learns nothing of it.
    then: ({ tx }, { area, id }, events, { today }) => flagCases(tx, { id, area }, events, today),
  });
}

async function flagCases(
  tx: Parameters<typeof raiseFlag>[0],
  { id, area }: { readonly id: string; readonly area: string },
  events: readonly ComplaintEvent[],
  on: string,
): Promise<void> {
  for (const event of events) {
    if (event.type !== 'CaseLinked') continue;
    const because = '有人向县级举报投诉，与本户有关';
    const rule = id.slice(0, 8);
    await raiseFlag(tx, { caseId: event.caseId, kind: 'report', rule, area, because, on });
  }
}

function registerEnd(router: Router, standards: Standards): void {
  complaintCommand(router, {
    contract: contract.concludeComplaint,
    access: access.ConcludeComplaint,
    more: async (call, { area, state }) => {
      const { tx, body, act } = call;
      const officials = await inPostIn(tx, area, dayOf(act.recordedAt));
      const team = body.investigators.map((person) => {
        const posts = officials.filter((each) => each.person === person);
        const isCounty = posts.some((each) => each.area === area);
        return { person, name: posts[0]?.name ?? '', isCounty };
      });
      const visits = await visitsOf(standards, call, state);
      const visited = state.cases
        .filter(({ caseId, on }) => (visits.get(caseId) ?? '') >= on)
        .map(({ caseId }) => caseId);
      return { ...sealed(call, 'finding', body.finding), team, visited };
    },
    decide: ({ outcome }, state, given) => decide.conclude({ outcome }, state, given),
  });
  complaintCommand(router, {
    contract: contract.releaseExtract,
    access: access.ReleaseExtract,
    more: async (call, { id, state }) => ({
      concerned: await townshipsOf(standards, call, state),
      namesReporter: namesReporter(call.body.text, openReporterOf(call.context, id, state)),
    }),
    decide: decide.release,
  });
  complaintCommand(router, {
    contract: contract.answerReporter,
    access: access.AnswerReporter,
    more: async (call) => {
      await requireFiles(call.tx, proofOf(call.body.told), 'told');
      return sealed(call, 'answer', call.body.answer);
    },
    decide: ({ told }, state, given) => decide.answerReporter({ told }, state, given),
  });
}
