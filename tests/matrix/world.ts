import { randomUUID } from 'node:crypto';
import type { Desk } from '../../src/cli/demo/desk.ts';
import { familyPlacesIn } from '../../src/cli/demo/family-place.ts';
import { generateFamily, type SyntheticFamily } from '../../src/cli/demo/person.ts';
import { requestedPacket } from '../../src/cli/demo/verbs/archive.ts';
import { begunPilot } from '../../src/cli/demo/verbs/pilot.ts';
import { orderVisit, signedSupply } from '../../src/cli/demo/verbs/procurement.ts';
import { selfScored } from '../../src/cli/demo/verbs/evaluation.ts';
import { callMeeting } from '../../src/cli/demo/verbs/deliberation.ts';
import { giveAuthority } from '../../src/cli/demo/verbs/delegation.ts';
import { registerOfficial } from '../../src/cli/demo/verbs/disclosure.ts';
import { registerComplaint } from '../../src/cli/demo/verbs/complaint.ts';
import { registerLetter } from '../../src/cli/demo/verbs/cooperation.ts';
import { hardshipReport, reportHardship } from '../../src/cli/demo/verbs/discovery.ts';
import { demoPhoto, uploadPaper, uploadPhoto } from '../../src/cli/demo/verbs/evidence.ts';
import {
  finishedMatching,
  loadedSnapshot,
  seenFindings,
} from '../../src/cli/demo/verbs/matching.ts';
import { beginPreview, finishedPreview } from '../../src/cli/demo/verbs/preview.ts';
import { enterBudget } from '../../src/cli/demo/verbs/budget.ts';
import { draftPolicy, ruralStandard } from '../../src/cli/demo/verbs/policy.ts';
import { askReserve } from '../../src/cli/demo/verbs/reserve.ts';
import { askAccountChange, builtRoll } from '../../src/cli/demo/verbs/funds.ts';
import { confirmExisting, registerExisting } from '../../src/cli/demo/verbs/review.ts';
import { bringLedger, checkedLedger } from '../../src/cli/demo/verbs/takeover.ts';
import { authorisedCase } from '../../src/cli/demo/verbs/intake.ts';
import { idNumberFrom } from '../../src/cli/demo/synthetic-identity.ts';
import type { FileRef } from '../../src/kernel/evidence.ts';
import { fen } from '../../src/kernel/fen.ts';
import { localDate, type Month } from '../../src/kernel/local-date.ts';
import { placeCode } from '../../src/kernel/place.ts';
import { askExport } from '../../src/modules/ledger/export-contract.ts';
import { freezeFrame } from '../../src/modules/draw/contract.ts';
import { checkKind } from '../../src/modules/inspection/check-store.ts';
import {
  accountabilityKind,
  correctionKind,
} from '../../src/modules/inspection/correction-store.ts';
import { filingKind } from '../../src/modules/filing/store.ts';
import { raiseListKind } from '../../src/modules/policy/raise-store.ts';
import { subsidyKind } from '../../src/modules/policy/subsidy-store.ts';
import { destructionKind } from '../../src/modules/archive/destruction-store.ts';
import { appoint } from '../../src/modules/identity/appoint.ts';
import { allRoles, type Role, townshipRoles } from '../../src/modules/identity/index.ts';
import { challengeKind } from '../../src/modules/review/challenge-store.ts';
import { openSession } from '../../src/modules/identity/session.ts';
import { createStandards } from '../../src/modules/standards/store.ts';
import { append } from '../../src/platform/record/record.ts';
import { SYSTEM, write } from '../../src/platform/database/database.ts';
import { courseFor } from '../../src/cli/demo/verbs/training.ts';
import type { CourseContent } from '../../src/modules/training/course.ts';
import {
  trainingCourseKind,
  trainingKind,
  trainingSessionKind,
} from '../../src/modules/training/store.ts';
import type { TrainingEvent } from '../../src/modules/training/training.ts';
import { absenceKind } from '../../src/modules/worklist/store.ts';
import { COUNTY, type County, LUOJIANG, PANSHI } from '../county.ts';

export const OTHER_COUNTY = '511703';
export const OTHER_TOWNSHIP = '511703101';
/** Where the people of the first service contract have their posts. */
export const SUPPLIER = '511702999001';
export const DAY = localDate('2026-03-02');

/** Somebody who asks: a role at a place, called by where that place lies from the objects' township. */
export type Seat = {
  readonly role: Role;
  readonly relation: 'own' | 'sibling' | 'other-county';
  readonly area: string;
  readonly person: string;
};

/** Whether the walls alone must keep a seat out: it sits elsewhere, or it is bought in and this is no task of its own. */
function isShutOut({ role, relation, area }: Seat, at: string): boolean {
  return relation !== 'own' || (role === 'supplier-worker' && !at.startsWith(area));
}

/**
 * Whom a place keeps from a route though the table lets the role: the others are stopped by their role already, which
 * the matrix looks at for every seat. Where nobody is left, all who are shut out; and always the posts that see nothing
 * of their own county.
 */
export function seatsShutOut(
  seats: readonly Seat[],
  roles: readonly string[] | 'anyone',
  at: string,
): readonly Seat[] {
  const outside = seats.filter((seat) => isShutOut(seat, at));
  const [near, far] = [
    outside.filter(({ relation }) => relation === 'own'),
    outside.filter(({ relation }) => relation !== 'own'),
  ];
  const fitting = far.filter(({ role }) => roles.includes(role));
  return [...near, ...(fitting.length > 0 ? fitting : far)];
}

/** The things that exist, all of them in 罗江镇 or in its county. */
export type World = {
  readonly county: County;
  readonly seats: readonly Seat[];
  readonly family: SyntheticFamily;
  readonly caseId: string;
  readonly memberId: string;
  readonly file: FileRef;
  readonly photo: Buffer;
  /** A scan that hangs on no case. */
  readonly scan: FileRef;
  readonly meetingId: string;
  readonly instrumentId: string;
  /** A batch of townships compared with themselves. */
  readonly pilotId: string;
  readonly entryId: string;
  readonly personId: string;
  readonly postId: string;
  readonly previewId: string;
  /** A draft of a new standard, by the first officer. */
  readonly policyId: string;
  /** What a document leaves owing, listed by nobody of those who ask. */
  readonly listId: string;
  readonly subsidyId: string;
  readonly benefitId: string;
  readonly discoveryId: string;
  /** What another place asks of the township, by letter. */
  readonly assistanceId: string;
  /** A proof packet, which is a use of the case's file too. */
  readonly packetId: string;
  readonly filingId: string;
  /** A list of files for destruction, put forward by nobody of those who ask. */
  readonly destructionId: string;
  /** A decision somebody took to the reviewing body. */
  readonly challengeId: string;
  /** A ledger of the time before, checked: nothing of it can be read as a household. */
  readonly takeoverId: string;
  /** A load of a source, and what a comparison with it found in the recipient's household. */
  readonly loadId: string;
  readonly findingId: string;
  /** A draw whose list is frozen, a visit of the county that nobody made yet, and what came of another. */
  readonly drawId: string;
  readonly checkId: string;
  readonly correctionId: string;
  readonly accountabilityId: string;
  /** Something reported to the county about the township, by nobody of those who ask. */
  readonly complaintId: string;
  /** A roll with nothing to be paid, and an account to be put right. */
  /** A course of the county, a day of teaching of it, and somebody with a certificate of it. */
  readonly courseId: string;
  readonly sessionId: string;
  readonly learnerId: string;
  /** The same person is away from today on. */
  readonly absenceId: string;
  readonly rollId: string;
  readonly accountChangeId: string;
  /** Money provided by a paper nobody has checked yet. */
  readonly fundDocumentId: string;
  /** A list somebody asked to take out. */
  readonly requestId: string;
  /** A year the township has scored itself for. */
  readonly evaluatedYear: string;
  /** A service contract, whose people have their posts at `SUPPLIER`, and a visit ordered from it. */
  readonly supplyId: string;
  readonly taskId: string;
  /** A seat's session, the same for every route unless a new one is wanted. */
  readonly tokenOf: (seat: Seat, anew?: boolean) => Promise<string>;
};

/** Builds the objects with both walls up; the matrix then knocks at them. */
export async function buildWorld(county: County, { isReported = true } = {}): Promise<World> {
  const desk = county.desk;
  const tokens = new Map<string, string>();
  const window = await desk('window-clerk', LUOJIANG);
  const officer = await desk('aid-officer', COUNTY);
  const standards = createStandards();
  const places = standards.divisions.flatMap((each) => familyPlacesIn(each, LUOJIANG));
  const family = generateFamily(20, { number: 1, on: DAY, places });
  const caseId = await authorisedCase(window, family, DAY);
  const instrumentId = await giveAuthority(officer, await desk('county-leader', COUNTY), LUOJIANG);
  await askReserve(await desk('case-officer', LUOJIANG), LUOJIANG, fen(100));
  const entryId = await registerOfficial(officer, {
    name: '甲演禾',
    idNumber: idNumberFrom(9000, localDate('1970-05-05'), 'male'),
    position: '村委会主任',
    place: LUOJIANG,
  });
  const meetingId = await callMeeting({
    secretary: await desk('secretary', LUOJIANG),
    chair: await desk('chair', LUOJIANG),
    voters: [],
    on: DAY,
  });
  const personId = county.person('voter', LUOJIANG);
  const change = { kind: 'standard', urban: null, rural: fen(68_000), from: DAY } as const;
  const previewId = await beginPreview(officer, '提高农村低保标准', change);
  await finishedPreview(officer, previewId);
  const benefitId = await registerExisting(officer, {
    scheme: 'dibao',
    village: `${LUOJIANG}200`,
    document: '演低保〔2024〕1号',
    decidedOn: localDate('2024-05-10'),
    from: '2024-06' as Month,
    amount: fen(30_000),
    lastCheckedOn: localDate('2025-09-01'),
    people: [{ name: '丙演谷', idNumber: idNumberFrom(9001, localDate('1960-05-05'), 'male') }],
  });
  await confirmExisting(await desk('county-leader', COUNTY), benefitId);
  const { clock } = county;
  const { database } = county.app.context;
  return {
    county,
    seats: await seat(county),
    family,
    caseId,
    memberId: family.people[0]?.memberId ?? '',
    file: await uploadPhoto(window, caseId, 'matrix'),
    photo: await demoPhoto('matrix-2'),
    scan: await uploadPaper(officer, 'matrix-scan'),
    meetingId,
    instrumentId,
    pilotId: await begunPilot(officer, [LUOJIANG], DAY),
    entryId,
    personId,
    postId: `post-${personId}`,
    previewId,
    policyId: await draftPolicy(officer, ruralStandard(68_000, DAY)),
    listId: await listedRaises(county),
    subsidyId: await draftedSubsidy(county),
    benefitId,
    assistanceId: await registerLetter(await desk('case-officer', LUOJIANG), DAY),
    discoveryId: await reportHardship(window, hardshipReport(`${LUOJIANG}200`, DAY)),
    destructionId: await listForDestruction(county),
    filingId: await sentFiling(county),
    challengeId: await challenged(county),
    packetId: await requestedPacket(await desk('case-officer', LUOJIANG), caseId),
    takeoverId: await checkedTakeover(officer),
    ...(await compared(county)),
    ...(await supervised(county, caseId)),
    ...(await taught(county, personId)),
    complaintId: isReported ? await reported(county) : randomUUID(),
    ...(await supplied(county, officer)),
    absenceId: await away(county, personId),
    evaluatedYear: await evaluated(await desk('case-officer', LUOJIANG)),
    requestId: await askedExport(await desk('case-officer', LUOJIANG)),
    rollId: (await builtRoll(await desk('fund-planner', COUNTY), 'dibao', '2026-03')).rollId,
    fundDocumentId: await enterBudget(await desk('fund-planner', COUNTY), [
      { source: 'county', scheme: 'dibao', residence: 'rural', amount: 1_000_000 },
    ]),
    accountChangeId: await askAccountChange(window, benefitId, {
      ...{ bank: '演示银行', holder: '丙演谷', account: '6200000000000001' },
    }),
    tokenOf: async ({ person }, anew = false) => {
      const token = anew ? undefined : tokens.get(person);
      if (token !== undefined) return token;
      const opened = await write(database, SYSTEM, (tx) =>
        openSession(tx, clock, person, `post-${person}`),
      );
      tokens.set(person, opened);
      return opened;
    },
  };
}

async function supplied({ desk }: County, officer: Desk) {
  const supplyId = await signedSupply(officer, DAY);
  const { taskId } = await orderVisit(await desk('case-officer', LUOJIANG), supplyId, {
    ...{ village: `${LUOJIANG}200`, dueOn: DAY },
  });
  return { supplyId, taskId };
}

async function reported({ desk }: County): Promise<string> {
  return registerComplaint(await desk('inspector', COUNTY), { on: DAY, place: LUOJIANG });
}

async function evaluated(officer: Desk): Promise<string> {
  await selfScored(officer, LUOJIANG, '2025');
  return '2025';
}

async function askedExport(officer: Desk): Promise<string> {
  const id = randomUUID();
  const purpose = '年度档案核对';
  await officer.must(askExport, {}, { id, path: '/api/ledgers/cases/sheet', purpose });
  return id;
}

async function supervised({ app, clock, desk }: County, caseId: string) {
  const drawId = `${COUNTY}-2026-02`;
  const inspector = await desk('inspector', COUNTY);
  await inspector.must(freezeFrame, { drawId }, { beacon: 'ssq' });
  const [checkId, correctionId, accountabilityId] = [randomUUID(), randomUUID(), randomUUID()];
  const act = { actor: 'somebody', post: 'post', command: 'matrix', recordedAt: clock.now() };
  const fresh = { version: 0, area: COUNTY };
  const about = { caseId, ref: '1号', dueOn: DAY };
  await write(app.context.database, SYSTEM, async (tx) => {
    const check = { ...fresh, id: checkId, state: checkKind.initial };
    const order = { type: 'CheckOrdered' as const, ...about, place: `${LUOJIANG}200` };
    await append(tx, checkKind, check, [{ ...order, reasons: ['kin'], drawId: null }], act);
    const correction = { ...fresh, area: LUOJIANG, id: correctionId };
    const fault = { checkId: 'matrix', grade: 'grave' as const, discrepancies: [] };
    const words = { what: '收入少报', measure: '重新核算' };
    await append(
      ...([tx, correctionKind, { ...correction, state: correctionKind.initial }] as const),
      ...([[{ type: 'CorrectionOrdered', ...about, ...fault, ...words }], act] as const),
    );
    const opened = { type: 'AccountabilityOpened' as const, township: LUOJIANG };
    await append(
      ...([tx, accountabilityKind] as const),
      { ...fresh, id: accountabilityId, state: accountabilityKind.initial },
      [{ ...opened, correctionIds: [correctionId], reason: '收入少报', grounds: [] }],
      act,
    );
  });
  return { drawId, checkId, correctionId, accountabilityId };
}

async function away({ app, clock }: County, person: string): Promise<string> {
  const absenceId = randomUUID();
  const act = { actor: 'somebody', post: 'post', command: 'matrix', recordedAt: clock.now() };
  const fresh = { id: `${person}.${LUOJIANG}`, area: LUOJIANG, version: 0 };
  const days = { from: DAY, to: DAY, reason: '外出', substitute: null };
  const event = { type: 'AbsenceRecorded' as const, absence: { absenceId, ...days } };
  await write(app.context.database, SYSTEM, (tx) =>
    append(tx, absenceKind, { ...fresh, state: absenceKind.initial }, [event], act),
  );
  return absenceId;
}

async function taught({ app, clock }: County, person: string) {
  const [courseId, sessionId, learnerId] = [randomUUID(), randomUUID(), `${person}.${LUOJIANG}`];
  const act = { actor: 'somebody', post: 'post', command: 'matrix', recordedAt: clock.now() };
  const fresh = { version: 0, area: COUNTY };
  await write(app.context.database, SYSTEM, async (tx) => {
    const course = { ...fresh, id: courseId, state: trainingCourseKind.initial };
    const content = courseFor(['study']) as CourseContent;
    await append(tx, trainingCourseKind, course, [{ type: 'CoursePublished', content }], act);
    const session = { ...fresh, id: sessionId, state: trainingSessionKind.initial };
    const plan = { courseId, on: DAY, place: '会议室', teacher: '周演禾' };
    await append(tx, trainingSessionKind, session, [{ type: 'SessionPlanned', plan }], act);
    const learner = { id: learnerId, version: 0, area: LUOJIANG, state: trainingKind.initial };
    const days = { from: DAY, until: localDate('2027-03-01') };
    const certificate = { number: '演训证1号', courseId, acts: ['study' as const], ...days };
    // The database takes no certificate without a test that was passed.
    const terms = {
      ...{ attemptId: randomUUID(), courseId, edition: 1, acts: ['study' as const], drawn: [] },
      ...{ passPercent: 80, earliestAt: clock.now(), endsAt: clock.now() },
    };
    const judged = { attemptId: terms.attemptId, correct: 0, passed: true, wrong: [] };
    const earned: readonly TrainingEvent[] = [
      { type: 'AttemptStarted', terms },
      { type: 'AttemptJudged', ...judged },
      { type: 'CertificateIssued', certificate },
    ];
    await append(tx, trainingKind, learner, earned, act);
  });
  return { courseId, sessionId, learnerId };
}

async function compared({ desk }: County): Promise<{ loadId: string; findingId: string }> {
  const verifier = await desk('verifier', COUNTY);
  const dead = idNumberFrom(9001, localDate('1960-05-05'), 'male');
  const lines = [
    ['身份证号', '死亡日期'],
    [dead, '2026-01-05'],
  ];
  const { loadId } = await loadedSnapshot(verifier, { source: 'funeral', asOf: DAY }, lines);
  await finishedMatching(verifier, '2026-03' as Month);
  const { findings } = await seenFindings(await desk('case-officer', LUOJIANG));
  return { loadId, findingId: findings[0]?.findingId ?? '' };
}

async function checkedTakeover(officer: Desk): Promise<string> {
  const titles = ['户编号', '救助类别', '村（社区）', '批准文号', '批准日期', '起始年月'];
  const heading = [...titles, '最近核查日期', '姓名', '身份证号', '与户主关系'];
  const text = `${heading.join(',')}\n1${','.repeat(heading.length - 1)}\n`;
  const takeoverId = await bringLedger(officer, '台账.csv', Buffer.from(text));
  await checkedLedger(officer, takeoverId, { asOf: DAY });
  return takeoverId;
}

/** A decision of 罗江镇, challenged: nothing here is decided by the ordinary way. */
async function challenged({ app, clock }: County): Promise<string> {
  const id = randomUUID();
  const fresh = { id, area: `${LUOJIANG}200`, version: 0, state: challengeKind.initial };
  const against = {
    ...{ caseId: 'matrix', benefitId: null, number: '演决字1号', decidedOn: DAY, servedOn: DAY },
    ...{ organ: '罗江镇人民政府', outcome: 'refuse' as const, applicant: '甲演禾' },
    ...{ caseNumber: '1', recused: [] },
  };
  const event = {
    ...{ type: 'ChallengeRegistered' as const, kind: 'review' as const, body: '通川区人民政府' },
    ...{ fileNumber: '1号', filedOn: DAY, receivedOn: DAY, replyBy: DAY, claim: '请求撤销' },
    ...{ file: { hash: 'a'.repeat(64), name: '副本.jpg', mime: 'image/jpeg' }, against },
    ...{ lastDay: DAY, inTime: true },
  };
  const act = { actor: 'somebody', post: 'post', command: 'matrix', recordedAt: clock.now() };
  await write(app.context.database, SYSTEM, (tx) => append(tx, challengeKind, fresh, [event], act));
  return id;
}

/** Nothing is decided here yet: a filing of nobody. */
async function sentFiling({ app, clock }: County): Promise<string> {
  const id = randomUUID();
  const fresh = { id, area: LUOJIANG, version: 0, state: filingKind.initial };
  const event = { type: 'FilingSent' as const, number: '1号', note: '', decisions: [] };
  const act = { actor: 'somebody', post: 'post', command: 'matrix', recordedAt: clock.now() };
  await write(app.context.database, SYSTEM, (tx) => append(tx, filingKind, fresh, [event], act));
  return id;
}

/** No file is old enough here to be put on a list by its owner's hand. */
async function listForDestruction({ app, clock }: County): Promise<string> {
  const id = randomUUID();
  const fresh = { id, area: COUNTY, version: 0, state: null };
  const item = {
    ...{ caseId: 'matrix', number: '1', townshipName: '罗江镇', scheme: 'dibao', pieces: 1 },
    ...{ archivedOn: DAY, startsOn: DAY, endsOn: DAY },
  };
  const event = {
    ...{ type: 'DestructionProposed' as const, number: '1号', appraisal: '逐卷鉴定' },
    items: [item],
  };
  const act = { actor: 'somebody', post: 'post', command: 'matrix', recordedAt: clock.now() };
  await write(app.context.database, SYSTEM, (tx) =>
    append(tx, destructionKind, fresh, [event], act),
  );
  return id;
}

/** Nothing was published here that reaches back. */
async function listedRaises({ app, clock }: County): Promise<string> {
  const id = randomUUID();
  const fresh = { id, area: COUNTY, version: 0, state: null };
  const sum = { households: 0, months: 0, amount: fen(0), open: 0 };
  const event = {
    ...{ type: 'RaisesListed' as const, policyId: 'matrix', document: '1号', ...sum },
    through: '2026-03' as Month,
  };
  const act = { actor: 'somebody', post: 'post', command: 'matrix', recordedAt: clock.now() };
  await write(app.context.database, SYSTEM, (tx) => append(tx, raiseListKind, fresh, [event], act));
  return id;
}

/** Nobody of this world gets anything by the month yet. */
async function draftedSubsidy({ app, clock }: County): Promise<string> {
  const id = randomUUID();
  const fresh = { id, area: COUNTY, version: 0, state: null };
  const none = { households: 0, people: 0, amount: fen(0) };
  const event = {
    ...{ type: 'SubsidyDrafted' as const, document: '2号', issuedOn: DAY, whyRight: '' },
    scan: { hash: 'a'.repeat(64), name: '文件.jpg', mime: 'image/jpeg' },
    ...{ from: '2026-03' as Month, until: '2026-03' as Month, schemes: ['dibao'] as const },
    ...{ urban: fen(0), rural: fen(1), effect: { ...none, schemes: [], townships: [] } },
  };
  const act = { actor: 'somebody', post: 'post', command: 'matrix', recordedAt: clock.now() };
  await write(app.context.database, SYSTEM, (tx) => append(tx, subsidyKind, fresh, [event], act));
  return id;
}

/** Every role once at the objects' own place, township roles also next door, all of them in another county. */
async function seat(county: County): Promise<readonly Seat[]> {
  const isTownship = (role: Role) => (townshipRoles as readonly Role[]).includes(role);
  const closed = (role: Role): readonly Omit<Seat, 'person'>[] =>
    role === 'city-viewer'
      ? [{ role, relation: 'other-county' as const, area: `${COUNTY.slice(0, 4)}00` }]
      : [
          { role, relation: 'own' as const, area: SUPPLIER },
          { role, relation: 'sibling' as const, area: `${COUNTY}999002` },
        ];
  const wanted = allRoles.flatMap((role): readonly Omit<Seat, 'person'>[] => {
    if (role === 'city-viewer' || role === 'supplier-worker') return closed(role);
    return isTownship(role)
      ? [
          { role, relation: 'own' as const, area: LUOJIANG },
          { role, relation: 'sibling' as const, area: PANSHI },
          { role, relation: 'other-county' as const, area: OTHER_TOWNSHIP },
        ]
      : [
          { role, relation: 'own' as const, area: COUNTY },
          { role, relation: 'other-county' as const, area: OTHER_COUNTY },
        ];
  });
  // People of their own: none has yet done anything to the case that would keep them from it.
  const seats = wanted.map((each) => ({ ...each, person: randomUUID() }));
  await write(county.app.context.database, SYSTEM, async (tx) => {
    for (const { role, area, person } of seats) {
      await appoint(tx, county.clock, {
        id: person,
        name: `演${role}`,
        loginName: null,
        postId: `post-${person}`,
        role,
        place: placeCode(area),
        from: localDate('2021-01-01'),
        basis: '测试',
      });
    }
  });
  return seats;
}
