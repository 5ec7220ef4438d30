import { addDays } from '../../src/kernel/local-date.ts';
import { canonicalJson } from '../../src/platform/crypto/canonical.ts';
import { sm3 } from '../../src/platform/crypto/sm3.ts';
import * as assessmentAccess from '../../src/modules/assessment/access.ts';
import { changeScheme } from '../../src/modules/assessment/change-scheme.ts';
import * as assessmentContract from '../../src/modules/assessment/contract.ts';
import * as assessment from '../../src/modules/assessment/decide.ts';
import { hashedContent, proposalIn } from '../../src/modules/assessment/proposal.ts';
import {
  careCandidates,
  type CaseState,
  dutyVerdict,
  isRecused,
  leaveCare,
  needsCountyVisit,
} from '../../src/modules/case/index.ts';
import * as cooperationAccess from '../../src/modules/cooperation/access.ts';
import * as cooperationContract from '../../src/modules/cooperation/contract.ts';
import * as cooperation from '../../src/modules/cooperation/decide.ts';
import { openRequests } from '../../src/modules/cooperation/index.ts';
import * as investigationAccess from '../../src/modules/investigation/access.ts';
import * as investigationContract from '../../src/modules/investigation/contract.ts';
import { recordCountyVisit } from '../../src/modules/investigation/county-visit.ts';
import * as investigation from '../../src/modules/investigation/decide.ts';
import { approveRemoteVisit, makeGoodVisit } from '../../src/modules/investigation/make-good.ts';
import { careActs } from '../../src/modules/investigation/index.ts';
import { assessSelfCare } from '../../src/modules/investigation/self-care.ts';
import type { Colleague } from '../../src/modules/investigation/visitor.ts';
import * as verificationAccess from '../../src/modules/verification/access.ts';
import * as verificationContract from '../../src/modules/verification/contract.ts';
import * as verification from '../../src/modules/verification/decide.ts';
import { unexplainedFindings } from '../../src/modules/verification/index.ts';
import { unanswered } from '../../src/modules/verification/unanswered.ts';
import { type Scheme, schemes } from '../../src/rules/scheme.ts';
import { type Ask, type Command, either, REASON } from './command.ts';
import { coveredFor, otherIncome, recognisedIn, routeNow } from './intake-commands.ts';
import { planFor } from './relief-commands.ts';
import { countyVisitors, TOWNSHIP, townshipVisitors } from './office.ts';
import { memberIds, newFile, nextId, procedureOf, region, sealed } from './world.ts';

/** Verification, investigation, care, and the calculation with its opinion. */

const accessOf = <Access extends object>(access: Access, name: string) =>
  access[`${name.charAt(0).toUpperCase()}${name.slice(1)}` as keyof Access] as Command['access'];

const verify = (
  name: keyof typeof verification & keyof typeof verificationContract,
  body: Command['body'],
  more?: Command['more'],
): Command => ({
  on: 'case',
  contract: verificationContract[name],
  access: accessOf(verificationAccess.access, name),
  body,
  decide: verification[name] as Command['decide'],
  ...(more ? { more } : {}),
});

const requestId = (ask: Ask) =>
  either(
    ask,
    ask.world.state.verification.requests.at(-1)?.id ?? 'none',
    ask.world.state.verification.requests[0]?.id ?? 'none',
    'none',
  );

function answer(ask: Ask) {
  const { world, random } = ask;
  const request = world.state.verification.requests.at(-1);
  const open = request && unanswered(request)[0];
  const source = either(ask, open?.source ?? 'tax', 'securities', 'deposit');
  const members = either(ask, request?.members ?? ['m1'], [...memberIds(world), 'nobody'], ['m1']);
  const nothing = { item: 'nothing', amount: null as number | null, text: '', asOf: null };
  const found = { ...nothing, item: 'deposit', amount: either(ask, 300_000, null) };
  const hasMoney = source === 'deposit' && random.chance(0.12);
  return {
    requestId: requestId(ask),
    source,
    answers: members.map((memberId) => ({ memberId, ...(hasMoney ? found : nothing) })),
  };
}

const verificationCommands: readonly Command[] = [
  verify(
    'requestVerification',
    () => ({}),
    ({ world }) => ({ newId: nextId(world), named: [] }),
  ),
  verify('startVerification', (ask) => ({ requestId: requestId(ask) })),
  verify('answerSource', answer, ({ world }, { answers }: ReturnType<typeof answer>) => ({
    ids: answers.map(() => nextId(world)),
    via: 'typed',
  })),
  verify(
    'issueReport',
    (ask) => ({ requestId: requestId(ask) }),
    ({ world }) => ({ newId: nextId(world) }),
  ),
  verify('explainFinding', (ask) => ({
    finding: either(ask, unexplainedFindings(ask.world.state)[0]?.key ?? 'none', 'none'),
    outcome: either(ask, 'declaration-stands' as const, 'facts-corrected' as const),
    explanation: REASON,
    evidence: [],
  })),
  verify('tellVerificationResult', (ask) => ({
    reportId: either(ask, ask.world.state.verification.reports.at(-1)?.id ?? 'none', 'none'),
    on: day(ask),
    how: REASON,
  })),
  verify('disputeReport', (ask) => ({
    reportId: either(ask, ask.world.state.verification.reports.at(-1)?.id ?? 'none', 'none'),
    item: '存款',
    statement: REASON,
    evidence: [newFile(ask.world)],
  })),
];

const inquire = (
  name: keyof typeof investigation & keyof typeof investigationContract,
  body: Command['body'],
  more?: Command['more'],
): Command => ({
  on: 'case',
  contract: investigationContract[name],
  access: accessOf(investigationAccess.access, name),
  body,
  decide: investigation[name] as Command['decide'],
  ...(more ? { more } : {}),
});

const cooperate = (
  name: keyof typeof cooperation & keyof typeof cooperationContract,
  body: Command['body'],
  more?: Command['more'],
): Command => ({
  on: 'case',
  contract: cooperationContract[name],
  access: accessOf(cooperationAccess.access, name),
  body,
  decide: cooperation[name] as Command['decide'],
  ...(more ? { more } : {}),
});

const openCooperation = (ask: Ask) => {
  const { cooperation: asked } = ask.world.state;
  const open = openRequests(asked)[0] ?? asked.requests[0];
  return either(ask, open?.id ?? nextId(ask.world), nextId(ask.world));
};

/** People who may go, those without another duty on the case first. */
function group(
  ask: Ask,
  staff: readonly Colleague[],
  duty: 'visit' | 'county-check',
  own?: string,
) {
  const { world, random } = ask;
  const all = [...new Set(staff.map(({ person }) => person))];
  // Officers go along at need only: whoever went forms no opinion.
  const persons = random.chance(0.9) ? all.filter((each) => !each.startsWith('officer')) : all;
  const isFree = (person: string) =>
    !isRecused(world.state, person) && dutyVerdict(world.state, duty, person) === 'free';
  const free = persons.filter((person) => isFree(person) && person !== own);
  const first = own ?? random.pick(free.length > 0 ? free : persons);
  const others = free.filter((person) => person !== first);
  const second = random.pick(others.length > 0 ? others : persons);
  return either(
    ask,
    [first, second],
    [first],
    [random.pick(persons), random.pick(persons)],
    [first, 'stranger'],
  );
}

const day = (ask: Ask) =>
  either(ask, ask.world.day, addDays(ask.world.day, 1), addDays(ask.world.day, -60));

function visitGiven({ world }: Ask) {
  const { files } = world;
  const counted = new Map(memberIds(world).map((id) => [id, true]));
  return { staff: townshipVisitors, files, counted };
}

function homeVisit(ask: Ask) {
  const { world, random } = ask;
  const visitors = group(ask, townshipVisitors, 'visit');
  const memberPresent = either(ask, memberIds(world)[0] ?? 'm1', 'nobody');
  const remoteBecause = random.chance(0.1) ? '山洪阻断道路，电话调查' : null;
  const byMember = { as: 'member' as const, signer: memberPresent, image: newFile(world) };
  const signatures = [...new Set(visitors)].map((signer) => ({
    ...{ as: 'visitor' as const, signer },
    image: newFile(world),
  }));
  const seen = ['income', 'property', 'food', 'clothing', 'housing', 'goods'];
  const earlier = world.state.investigation.visits.flatMap(({ photos }) => photos);
  return {
    id: either(ask, nextId(world), world.state.investigation.visits[0]?.id ?? nextId(world)),
    on: day(ask),
    visitors,
    memberPresent,
    seen: { ...Object.fromEntries(seen.map((each) => [each, '与申报一致'])), auxiliary: '' },
    photos: either(ask, [newFile(world)], [], earlier.slice(0, 1), [
      { hash: 'e'.repeat(64), name: '照片.jpg', mime: 'image/jpeg' },
    ]),
    signatures: either(
      ask,
      remoteBecause ? signatures : [...signatures, byMember],
      signatures,
      signatures.slice(1),
      [...signatures, { ...byMember, signer: 'nobody' }],
    ),
    remoteBecause,
    remote: remoteBecause
      ? either(
          ask,
          { way: 'phone' as const, ground: 'flood' as const, evidence: [newFile(world)] },
          { way: 'video' as const, ground: 'flood' as const, evidence: [] },
          null,
        )
      : null,
    smallOfficeReason: random.chance(0.5) ? '人手不足' : null,
  };
}

const remoteVisitId = (ask: Ask) => {
  const { visits } = ask.world.state.investigation;
  const remote = visits.findLast(({ remoteBecause }) => remoteBecause !== null);
  return either(ask, remote?.id ?? nextId(ask.world), visits[0]?.id ?? nextId(ask.world));
};

function madeGood(ask: Ask) {
  const { signatures, on, visitors, memberPresent, photos, smallOfficeReason } = homeVisit(ask);
  const byMember = { as: 'member' as const, signer: memberPresent, image: newFile(ask.world) };
  const byVisitors = signatures.filter(({ as }) => as === 'visitor');
  return {
    id: nextId(ask.world),
    visitId: remoteVisitId(ask),
    ...{ on, visitors, memberPresent, photos, smallOfficeReason },
    agrees: ask.random.chance(0.9),
    result: '与电话调查的情况一致',
    signatures: [...byVisitors, byMember],
  };
}

function interview(ask: Ask) {
  const { world, random } = ask;
  const visitors = group(ask, townshipVisitors, 'visit');
  return {
    id: nextId(world),
    on: day(ask),
    visitors,
    ...{ neighbour: '冯演邻', relation: '邻居', place: '村口' },
    answers: [{ question: '几口人居住？', answer: '与登记一致' }],
    signatures: [...new Set(visitors)].map((signer) => ({
      ...{ as: 'visitor' as const, signer },
      image: newFile(world),
    })),
    ...{ neighbourSignature: null, remoteBecause: null },
    smallOfficeReason: random.chance(0.5) ? '人手不足' : null,
  };
}

const investigationCommands: readonly Command[] = [
  inquire('startInvestigation', () => ({})),
  inquire('recordHomeVisit', homeVisit, visitGiven),
  inquire('recordNeighbourInterview', interview, (ask) => ({
    ...visitGiven(ask),
    neighbour: sealed('冯演邻'),
  })),
  inquire('sendLetter', (ask) => ({
    id: nextId(ask.world),
    to: '某某银行',
    memberId: either(ask, memberIds(ask.world)[0] ?? 'm1', 'nobody'),
    asked: ['存款余额'],
    replyBy: either(ask, addDays(ask.world.day, 5), ask.world.day),
  })),
  inquire(
    'recordLetterAnswer',
    (ask) => ({ on: day(ask), text: '没有存款', scan: newFile(ask.world) }),
    (ask) => {
      const { letters } = ask.world.state.investigation;
      const open = letters.find(({ reply }) => reply === null) ?? letters[0];
      return { ...visitGiven(ask), letterId: either(ask, open?.id ?? 'none', 'none') };
    },
  ),
  {
    on: 'case',
    contract: investigationContract.approveRemoteVisit,
    access: investigationAccess.access.ApproveRemoteVisit,
    body: (ask) => ({ visitId: remoteVisitId(ask), opinion: '道路中断属实，同意' }),
    decide: approveRemoteVisit as Command['decide'],
  },
  {
    on: 'case',
    contract: investigationContract.makeGoodVisit,
    access: investigationAccess.access.MakeGoodVisit,
    body: madeGood,
    more: visitGiven,
    decide: makeGoodVisit as Command['decide'],
  },
  cooperate('recordResidenceBasis', (ask) => ({
    ground: either(ask, 'split-hukou' as const, 'residence-permit' as const),
    hukouPlace: '外省某县',
    permit: either(ask, newFile(ask.world), null),
  })),
  cooperate(
    'requestCooperation',
    (ask) => ({
      id: nextId(ask.world),
      to: either(ask, null, TOWNSHIP),
      toName: '外省某镇',
      members: either(ask, memberIds(ask.world).slice(0, 1), ['nobody']),
      asked: ['assistance'],
    }),
    () => ({ toName: '外省某镇' }),
  ),
  cooperate('recordCooperationAnswer', (ask) => ({
    requestId: openCooperation(ask),
    on: day(ask),
    from: '外省某镇',
    text: REASON,
    assisted: either(ask, ask.random.chance(0.1), null),
  })),
  cooperate(
    'receiveCooperation',
    (ask) => ({ requestId: openCooperation(ask) }),
    (ask) => ({
      answer: either(
        ask,
        { on: ask.world.day, from: '磐石镇', text: REASON, assisted: ask.random.chance(0.1) },
        null,
      ),
    }),
  ),
  cooperate('waiveCooperation', (ask) => ({ requestId: openCooperation(ask), reason: REASON })),
  inquire('concludeInvestigation', (ask) => ({
    summary: '家庭情况与申报一致，建议核算。',
    noInterviewBecause: either(ask, '邻居外出务工', null),
  })),
  inquire('reopenInvestigation', () => ({ because: REASON })),
  {
    on: 'case',
    contract: investigationContract.recordCountyVisit,
    access: investigationAccess.access.RecordCountyVisit,
    body: (ask) => ({
      id: nextId(ask.world),
      on: day(ask),
      visitors: group(ask, countyVisitors, 'county-check', ask.by.person),
      agrees: ask.random.chance(0.75),
      result: '与档案一致',
      items: [{ item: '住房', onFile: '两间', onSite: '两间', agrees: true }],
      evidence: either(ask, [newFile(ask.world)], []),
      because: needsCountyVisit(ask.world.state) ? null : either(ask, '随机抽查', null),
      smallOfficeReason: ask.random.chance(0.5) ? '人手不足' : null,
    }),
    more: (ask) => ({ ...visitGiven(ask), staff: countyVisitors }),
    decide: recordCountyVisit as Command['decide'],
  },
  {
    on: 'case',
    contract: investigationContract.assessSelfCare,
    access: investigationAccess.access.AssessSelfCare,
    body: (ask) => {
      const { state } = ask.world;
      const isMet = leaveCare(state).is === 'met';
      const candidates = careCandidates(state).filter((id) => isMet || !isCareFound(state, id));
      const open = candidates[0] ?? 'm1';
      const lost = ask.random.pick([0, 1, 3, 4, 6]);
      return {
        memberId: either(ask, open, 'nobody'),
        on: day(ask),
        can: Object.fromEntries(careActs.map((act, index) => [act, index >= lost])),
        assessors: ['郑演松', '李演禾'],
        helper: null,
        record: newFile(ask.world),
      };
    },
    decide: assessSelfCare as Command['decide'],
  },
];

function isCareFound({ household, investigation }: CaseState, id: string): boolean {
  const can = investigation.care.find(({ memberId }) => memberId === id)?.can;
  const member = household.facts?.members.find((each) => each.id === id);
  return can !== undefined && member !== undefined && careActs.every((a) => can[a] === member[a]);
}

function correction(ask: Ask) {
  const { world, random } = ask;
  const { facts } = world.state.household;
  const income = { path: ['incomes', 0, 'amount'], from: facts?.incomes?.[0]?.amount ?? null };
  const can = { path: ['members', 0, 'canBathe'], from: facts?.members[0]?.canBathe ?? null };
  const isCare = random.chance(world.state.course.scheme === 'tekun' ? 0.8 : 0.1);
  type Asked = { path: readonly (string | number)[]; from: unknown; to: unknown };
  const asked: Asked = isCare ? { ...can, to: !can.from } : { ...income, to: otherIncome(ask) };
  const twisted = either(
    ask,
    asked,
    { ...asked, from: 1 },
    { ...asked, path: ['place'] },
    { ...asked, to: 'viel' },
    { ...asked, to: asked.from },
  );
  const basis = either(ask, 'visit' as const, 'finding', 'letter', 'dispute');
  return { corrections: [{ ...twisted, basis, reason: REASON, evidence: [] }] };
}

function hashOf({ world }: Ask, { plan }: { plan: Parameters<typeof hashedContent>[3]['plan'] }) {
  const { state } = world;
  const proposal = proposalIn(state);
  if (!proposal) return { hash: '' };
  const successor = state.household.succession?.memberId ?? null;
  const about = { caseId: 'case-1', scheme: state.course.scheme, successor };
  const content = hashedContent(about, state.assessment, procedureOf(world), {
    ...proposal,
    plan: plan ?? null,
  });
  return { hash: sm3(Buffer.from(canonicalJson(content))).toString('hex') };
}

/** Stages for what would be granted; asked wrongly, also for what is paid by the month. */
function planned(ask: Ask) {
  const { state } = ask.world;
  const isRelief = state.course.scheme === 'temporary';
  return either(ask, isRelief, true) ? planFor(ask, proposalIn(state)?.monthlyAmount ?? 0) : null;
}

const propose = (
  name: 'correctFacts' | 'assess' | 'formOpinion' | 'setOpinionAside',
  body: Command['body'],
  more?: Command['more'],
): Command => ({
  on: 'case',
  contract: assessmentContract[name],
  access: accessOf(assessmentAccess.access, name),
  body,
  decide: assessment[name] as Command['decide'],
  ...(more ? { more } : {}),
});

const assessmentCommands: readonly Command[] = [
  propose('correctFacts', correction),
  propose(
    'assess',
    () => ({}),
    () => ({ region, earlierReliefs: [] }),
  ),
  propose(
    'formOpinion',
    (ask) => ({
      ...{ reasons: REASON, smallOffice: ask.random.chance(0.6) ? '人手不足' : null },
      plan: planned(ask),
    }),
    hashOf,
  ),
  propose('setOpinionAside', (ask) => ({
    ground: either(ask, 'new-facts' as const, 'returned' as const),
    reason: REASON,
  })),
  {
    on: 'case',
    contract: assessmentContract.changeScheme,
    access: assessmentAccess.access.ChangeScheme,
    body: ({ random }) => ({ scheme: random.pick(schemes), agreedBy: '演m1', reason: REASON }),
    more: ({ world }, { scheme }: { scheme: Scheme }) => ({
      ...routeNow(world, scheme),
      coveredMembers: coveredFor(world, scheme),
      notCounted: [],
      recognitions: world.state.intake.accepted
        ? recognisedIn(world, world.state.household.declaration?.people ?? [])
        : null,
    }),
    decide: changeScheme as Command['decide'],
  },
];

export const inquiryCommands: readonly Command[] = [
  ...verificationCommands,
  ...investigationCommands,
  ...assessmentCommands,
];
