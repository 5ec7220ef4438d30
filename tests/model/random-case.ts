import type { SyntheticFamily } from '../../src/cli/demo/person.ts';
import type { Cast } from '../../src/cli/demo/story.ts';
import { assess, assessAndOpine, opine, seen } from '../../src/cli/demo/verbs/assessment.ts';
import { confirm, reviewAtCounty, serve } from '../../src/cli/demo/verbs/confirmation.ts';
import { holdMeeting } from '../../src/cli/demo/verbs/deliberation.ts';
import {
  accept,
  declareFamily,
  declareNoRelatives,
  declareRelatives,
  recordFullChecklist,
  signAll,
  versionOf,
} from '../../src/cli/demo/verbs/intake.ts';
import {
  countyVisit,
  investigate,
  reopenInvestigation,
} from '../../src/cli/demo/verbs/investigation.ts';
import {
  appraise,
  handleObjection,
  object,
  postBoth,
  takeDownBoth,
} from '../../src/cli/demo/verbs/publicity.ts';
import {
  answerNothing,
  explainAll,
  issueReport,
  requestVerification,
} from '../../src/cli/demo/verbs/verification.ts';
import type { LocalDate } from '../../src/kernel/local-date.ts';
import {
  approveExtension,
  caseView,
  orderOverdue,
  requestExtension,
  withdrawApplication,
} from '../../src/modules/case/contract.ts';
import { revokeAuthorisation } from '../../src/modules/intake/contract.ts';

export type Walker = {
  readonly cast: Cast;
  readonly family: SyntheticFamily;
  readonly caseId: string;
  readonly today: () => LocalDate;
};

type Act = (walker: Walker) => Promise<unknown>;

/** Acts by name. A walk takes them in any order, by right and by wrong people; most are refused, none may break. */
export const acts: Readonly<Record<string, Act>> = {
  declare: ({ cast, caseId, family }) => declareFamily(cast.clerk, caseId, family),
  accept: async ({ cast, caseId }) => {
    await recordFullChecklist(cast.clerk, caseId);
    await accept(cast.clerk, caseId);
  },
  authorise: async ({ cast, caseId, family, today }) => {
    await signAll(cast.clerk, caseId, family, today());
    await declareNoRelatives(cast.clerk, caseId);
  },
  kin: ({ cast, caseId }) =>
    declareRelatives(cast.clerk, caseId, [
      { name: '何演委', relation: 'sibling', position: '村委会主任' },
    ]),
  revoke: async ({ cast, caseId }) => {
    const ifMatch = await versionOf(cast.clerk, caseId);
    const body = { memberId: 'm1', reason: '本人要求撤回授权' };
    await cast.clerk.must(revokeAuthorisation, { caseId }, body, { ifMatch });
  },
  request: ({ cast, caseId }) => requestVerification(cast.officer, caseId),
  verify: async ({ cast, caseId }) => {
    await answerNothing(cast.verifier, caseId);
    await issueReport(cast.verifier, caseId);
    await explainAll(cast.officer, caseId);
  },
  investigate: ({ cast, caseId, today }) => investigate(cast.investigator, caseId, { on: today() }),
  reopen: ({ cast, caseId }) => reopenInvestigation(cast.officer, caseId),
  assess: ({ cast, caseId }) => assess(cast.officer, caseId),
  opine: ({ cast, caseId }) => opine(cast.officer, caseId),
  opineByInvestigator: ({ cast, caseId }) => opine(cast.investigator, caseId),
  assessAndOpine: ({ cast, caseId }) => assessAndOpine(cast.officer, caseId),
  post: ({ cast, caseId }) => postBoth(cast.poster, caseId),
  takeDown: ({ cast, caseId }) => takeDownBoth(cast.poster, caseId),
  object: ({ cast, caseId }) => object(cast.officer, caseId),
  appraise: ({ cast, caseId, today }) => appraise(cast.officer, caseId, today()),
  handle: async ({ cast, caseId }) => {
    const { state } = await seen(cast.officer, caseId);
    const open = state.publicity.objections.find((each) => each.handled === null);
    await handleObjection(cast.officer, caseId, open?.id ?? 'none', 'appraisal');
  },
  countyVisit: ({ cast, caseId, today }) => countyVisit(cast.inspector, caseId, { on: today() }),
  meet: ({ cast, caseId, today }) => {
    const { secretary, chair, voters } = cast;
    return holdMeeting({ secretary, chair, voters, on: today() }, [caseId]);
  },
  meetDivided: ({ cast, caseId, today }) => {
    const { secretary, chair, voters } = cast;
    return holdMeeting({ secretary, chair, voters, on: today() }, [caseId], (_, nth) =>
      nth < 2
        ? { choice: 'agree', opinion: '' }
        : { choice: 'disagree', opinion: '情况需要再核实' },
    );
  },
  confirm: ({ cast, caseId }) => confirm(cast.chair, caseId),
  confirmByCounty: ({ cast, caseId }) => confirm(cast.leader, caseId),
  confirmByOfficer: ({ cast, caseId }) => confirm(cast.officer, caseId),
  review: ({ cast, caseId }) => reviewAtCounty(cast.aid, caseId),
  serve: ({ cast, caseId, family, today }) =>
    serve(cast.clerk, caseId, family.applicant.name, today()),
  extend: async ({ cast, caseId }) => {
    const body = { reasonCode: 'objection', explanation: '公示期间有异议' };
    const ifMatch = await versionOf(cast.officer, caseId);
    await cast.officer.must(requestExtension, { caseId }, body, { ifMatch });
    await cast.chair.must(approveExtension, { caseId }, {}, { ifMatch: ifMatch + 1 });
  },
  order: async ({ cast, caseId, today }) => {
    const body = { instruction: '请尽快依法办结', finishBy: today() };
    const ifMatch = await versionOf(cast.aid, caseId);
    await cast.aid.must(orderOverdue, { caseId }, body, { ifMatch });
  },
  withdraw: async ({ cast, caseId }) => {
    const ifMatch = await versionOf(cast.clerk, caseId);
    const body = { reason: '家庭自愿撤回申请' };
    await cast.clerk.must(withdrawApplication, { caseId }, body, { ifMatch });
  },
};

// What a diligent office would do when a stage is open: keeps random walks from staying at the door.
const nextAct: Readonly<Record<string, string>> = {
  authorisation: 'authorise',
  investigation: 'investigate',
  opinion: 'assessAndOpine',
  'county-visit': 'countyVisit',
  deliberation: 'meet',
  'county-review': 'review',
  service: 'serve',
};

/** The act that carries the case on, as its open stages say. */
export async function nextOf({ cast, caseId }: Walker): Promise<string> {
  const { stages, summary, state } = (await cast.officer.ask(caseView, { caseId })).body;
  const open = stages.find((stage) => stage.status === 'open');
  const masked = state as unknown as Awaited<ReturnType<typeof seen>>['state'];
  switch (open?.id) {
    case 'intake':
      return masked.household.declaration ? 'accept' : 'declare';
    case 'verification':
      return masked.verification.requests.length === 0 ? 'request' : 'verify';
    case 'publicity': {
      if (masked.publicity.objections.some((each) => each.handled === null)) {
        return masked.publicity.appraisals.length === 0 ? 'appraise' : 'handle';
      }
      const hash = masked.assessment.opinion?.hash;
      const hangs = masked.publicity.notices.some((each) => each.proposalHash === hash);
      return hangs ? 'takeDown' : 'post';
    }
    case 'confirmation':
      return summary.route === 'county' ? 'confirmByCounty' : 'confirm';
    default:
      return nextAct[open?.id ?? ''] ?? 'serve';
  }
}
