import type { CaseEvent, CaseState } from '../../src/modules/case/index.ts';
import { careCandidates, progressOf } from '../../src/modules/case/index.ts';
import { flowOf } from '../../src/modules/case/flow.ts';
import { violations } from './invariants.ts';
import type { Outcome } from './walk.ts';
import { refolded } from './walk.ts';
import { calendar, type Entry, nowIn, procedureOf, type World } from './world.ts';

/** Lines of the made-up place, and its multiple for 边缘. */
const LINES = { dibao: 80_000, margin: 120_000 };

type Accepted = Extract<Outcome, { ok: true }>;

/** What is wrong after a command that was accepted: against the law, and against the record before it. */
export function faultsAfter(world: World, { before, entries }: Accepted): string[] {
  if (entries.length === 0) return [];
  const { state } = world;
  return [
    ...(touches(entries) ? violations(state, knownOf(world)) : []),
    ...lostOrDoubled(before, state),
    ...entries.flatMap((entry, index) => whyNotThen(entry, index === 0 ? before : null, world)),
    ...skipped(world, entries),
  ];
}

// Most events leave the notices, the votes and the decision alone: nothing new can be wrong with those.
function touches(entries: readonly Entry[]): boolean {
  const types = ['NoticePosted', 'NoticeTakenDown', 'Deliberated', 'DecisionMade', 'OpinionFormed'];
  return entries.some(({ event }) => types.includes(event.type));
}

function knownOf(world: World) {
  const spans = [...world.withdrawn, world.instrument].flatMap((each) => each.spans);
  const decided = world.log.find(({ event }) => event.type === 'DecisionMade');
  const authority = spans.map(({ from, until }) => ({
    from,
    to: until ?? Number.POSITIVE_INFINITY,
  }));
  const { elsewhere } = world.setting;
  return {
    calendar,
    authority,
    decidedAt: decided?.at ?? nowIn(world),
    lines: LINES,
    elsewhere: elsewhere?.status === 'granted' ? elsewhere : null,
  };
}

type Slots = readonly [name: string, of: (state: CaseState) => readonly unknown[]];

/** Records that only grow: what was written stays as the same entry in the same place. */
const GROWING: readonly Slots[] = [
  ['访问', ({ investigation }) => investigation.visits.map(({ id }) => id)],
  ['邻里', ({ investigation }) => investigation.interviews.map(({ id }) => id)],
  ['信函', ({ investigation }) => investigation.letters.map(({ id }) => id)],
  ['县级核查', ({ investigation }) => investigation.countyVisits.map(({ id }) => id)],
  ['提请', ({ verification }) => verification.requests.map(({ id }) => id)],
  ['报告', ({ verification }) => verification.reports.map(({ id }) => id)],
  ['公示', ({ publicity }) => publicity.notices.map(({ id }) => id)],
  ['异议', ({ publicity }) => publicity.objections.map(({ id }) => id)],
  ['评议', ({ publicity }) => publicity.appraisals.map(({ id }) => id)],
  ['核算', ({ assessment }) => assessment.assessments.map(({ seq }) => seq)],
  ['研究', ({ deliberation }) => deliberation.deliberations],
  ['一事一议', ({ coordination }) => coordination.records.map(({ seq }) => seq)],
  ['分次发放', ({ instalment }) => instalment.released.map(({ no }) => no)],
];

/** Acts there is one of: once done they stand as they were done. */
const ONCE: readonly (readonly [name: string, of: (state: CaseState) => unknown])[] = [
  ['受理', ({ intake }) => intake.accepted],
  ['决定', ({ confirmation }) => confirmation.decision],
  ['送达', ({ confirmation }) => confirmation.service],
  ['补齐手续', ({ confirmation }) => confirmation.completion],
  ['会议备案', ({ confirmation }) => confirmation.reported],
  ['停止发放', ({ instalment }) => instalment.stopped],
  ['归档', ({ archive }) => archive.archived],
  ['终止', ({ course }) => course.closed],
];

function lostOrDoubled(before: CaseState, after: CaseState): string[] {
  const lost = GROWING.filter(([, of]) => {
    const [was, is] = [of(before), of(after)];
    return was.some((each, index) => each !== is[index]);
  });
  const doubled = GROWING.filter(([, of]) => new Set(of(after)).size < of(after).length);
  const changed = ONCE.filter(([, of]) => of(before) !== null && of(before) !== of(after));
  return [
    ...lost.map(([name]) => `丢失：${name}`),
    ...doubled.map(([name]) => `重复：${name}`),
    ...changed.map(([name]) => `改动：${name}`),
  ];
}

/** A family may be passed on at any time, also after a refusal (LS-20). */
const REFERRED = ['ReferralPrepared', 'ReferralSent', 'ReferralAnswered', 'ReferralDropped'];
const AFTER_CLOSING = ['NoticeTakenDown', 'TakenOffAgenda', ...REFERRED];
const AFTER_DECISION = [
  ...['NoticeServed', 'NoticePosted', 'NoticeTakenDown', 'FileArchived'],
  ...['ReserveUsed', 'InstalmentLooked', 'InstalmentReleased', 'InstalmentStopProposed'],
  ...['InstalmentStopAnswered', 'InstalmentStopDecided'],
  // A visit by phone is made good before the decision or after it (DB-16f).
  'RemoteVisitMadeGood',
  ...REFERRED,
];
/** Where help came first the file is made up afterwards, until its papers are complete. */
const AFTER_HELP = [
  ...['ChecklistRecorded', 'ProxyNamed', 'AuthorisationSigned', 'AuthorisationRevoked'],
  ...['NearRelativesDeclared', 'RegisterMatched', 'InvestigationStarted', 'HomeVisitRecorded'],
  ...['NeighbourInterviewRecorded', 'LetterSent', 'InvestigationConcluded', 'ReliefCompleted'],
];

/** Why an event may not stand where it stands. `before` is null for what followed in the same act. */
function whyNotThen({ event, by }: Entry, before: CaseState | null, world: World): string[] {
  if (!before) return [];
  const { type } = event;
  const { decision, completion } = before.confirmation;
  const isHelp = before.course.channel !== 'ordinary';
  if (before.course.closed && !AFTER_CLOSING.includes(type)) return [`终止后：${type}`];
  if (decision) {
    const isOwed = isHelp && decision.outcome === 'grant';
    const isPaper = isOwed && AFTER_HELP.includes(type) && completion === null;
    if (!AFTER_DECISION.includes(type) && !isPaper && !(isOwed && type === 'ReliefReported')) {
      return [`决定后：${type}`];
    }
  }
  const rule = RULES[type];
  const wrong = rule === undefined ? [] : rule(before, event as never, world);
  const kin = before.disclosure.hits.some((hit) => hit.person === by.person);
  const isMeeting = world.meetings.length > 0 && AT_MEETING.includes(type);
  return [...wrong, ...(kin && !isMeeting ? [`近亲属经办：${type}`] : [])];
}

/** Written by whoever sits in the meeting: I-15 is about those who vote there, and checked on the votes. */
const AT_MEETING = ['PutOnAgenda', 'TakenOffAgenda', 'Deliberated'];

type Rule = (before: CaseState, event: never, world: World) => string[];
const when = (isWrong: boolean, words: string): string[] => (isWrong ? [words] : []);

/** What must have been done before, act by act, from the articles. */
const RULES: Readonly<Record<string, Rule>> = {
  ApplicationAccepted: ({ course, intake, household }) => [
    ...when(household.facts === null, 'DB-10 未登记即受理'),
    ...when(course.channel === 'ordinary' && lacksPaper(intake), 'DB-10 材料不齐即受理'),
  ],
  SchemeChanged: ({ intake, household }, _, { state }) => [
    ...when(
      intake.accepted !== null &&
        state.course.scheme !== 'temporary' &&
        isFromElsewhere(household, state),
      'DB-04 非本地户籍转办',
    ),
    ...when(intake.accepted !== null && lacksPaper(intake), 'DB-10 材料不齐转办'),
  ],
  SourceAnswered: ({ intake }, { answers }: Of<'SourceAnswered'>) =>
    when(
      answers.some(({ memberId }) => !isAuthorised(intake, memberId)),
      'I-16 无授权查询',
    ),
  LetterSent: ({ intake }, { letter }: Of<'LetterSent'>) =>
    when(!isAuthorised(intake, letter.memberId), 'I-16 无授权函询'),
  HomeVisitRecorded: ({ intake }) => when(intake.accepted === null, 'DB-15 未受理即调查'),
  OpinionFormed: (state, { opinion }: Of<'OpinionFormed'>, { log }) => [
    ...when(isObjected(state), 'DB-19b 异议未办结即形成意见'),
    ...when(lacksInquiry(state), 'DB-19a 未查清即形成意见'),
    ...when(
      state.assessment.assessments.at(-1)?.seq !== opinion.assessmentSeq,
      'DB-19a 意见与核算不一致',
    ),
    ...when(log.length === 0, '没有记录'),
  ],
  NoticePosted: (state, { notice }: Of<'NoticePosted'>) => [
    ...when(notice.kind === 'before' && isObjected(state), 'DB-19b 异议未办结即公示'),
    ...when(
      notice.kind === 'before' && notice.proposalHash !== state.assessment.opinion?.hash,
      'PB-02 公示的不是现在的意见',
    ),
    ...when(
      notice.kind === 'after' && state.confirmation.decision?.outcome !== 'grant',
      'DB-24 未确认即公布',
    ),
  ],
  PutOnAgenda: (state) => when(isObjected(state), 'I-4 异议未办结即上会'),
  CountyReviewed: (state) => when(isObjected(state), 'I-4 异议未办结即审核'),
  DecisionMade: (state, { decision }: Of<'DecisionMade'>, world) => [
    ...(state.course.channel === 'ordinary' ? beforeDeciding(state, decision.route, world) : []),
    ...beyondStandard(state, decision),
  ],
  ReserveUsed: ({ confirmation, reserve }, { advance }: Of<'ReserveUsed'>) => {
    const { decision } = confirmation;
    const before = reserve.advances.reduce((all, { amount }) => all + amount, 0);
    return [
      ...when(decision?.outcome !== 'grant' || decision.route !== 'township', 'LS-13 未决定即支付'),
      ...when(before + advance.amount > (decision?.monthlyAmount ?? 0), 'LS-13 超过决定的金额'),
    ];
  },
  ChannelChanged: ({ course, confirmation }) =>
    when(course.channel === 'ordinary' || confirmation.decision !== null, 'LS-06 无从改办'),
  InstalmentReleased: ({ confirmation, instalment }, { no }: Of<'InstalmentReleased'>, world) => [
    ...when(instalment.stopped !== null || instalment.stop !== null, 'LS-16 停止后发放'),
    ...when((confirmation.decision?.plan?.[no - 1]?.on ?? '9') > world.day, 'LS-16 提前发放'),
    ...when(
      instalment.looks.findLast((each) => each.no === no)?.fit !== true,
      'LS-16 未回访即发放',
    ),
    ...when(instalment.released.length !== no - 2, 'LS-16 不按顺序发放'),
  ],
  InstalmentStopDecided: ({ instalment }, { stops }: Of<'InstalmentStopDecided'>, world) =>
    when(
      stops && world.setting.isHeard && world.day >= '2026-07-01' && !instalment.stop?.answer,
      'I-10 未听取意见即停止',
    ),
  FileArchived: ({ confirmation, course, instalment }) => [
    ...when(
      instalment.stopped === null &&
        instalment.released.length < (confirmation.decision?.plan?.length ?? 1) - 1,
      'LS-16 未发放完即归档',
    ),
    ...when(confirmation.service === null, 'DA-08 未送达即归档'),
    ...when(
      course.channel !== 'ordinary' &&
        confirmation.decision?.outcome === 'grant' &&
        (confirmation.completion === null || confirmation.reported === null),
      'I-17 手续未补齐即归档',
    ),
  ],
};

type Of<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>;
type Decided = Of<'DecisionMade'>['decision'];

/** Beyond what was calculated only with the county's mechanism, and then by the county; stages make up the sum. */
function beyondStandard({ course, assessment, coordination }: CaseState, decided: Decided) {
  const { outcome, monthlyAmount, plan, route } = decided;
  if (course.scheme !== 'temporary' || outcome === 'refuse') return [];
  const result = assessment.assessments.at(-1)?.result;
  const record = coordination.records.at(-1);
  const isAgreed = record?.result === 'agreed' && record.amount === monthlyAmount;
  const yes = record?.participants.filter(({ view }) => view === 'agree').length ?? 0;
  const isDue = course.channel === 'ordinary' && result?.relief?.needsCoordination === true;
  const sum = (plan ?? []).reduce((all, { amount }) => all + amount, 0);
  return [
    ...when(monthlyAmount !== result?.monthlyAmount && !isAgreed, 'LS-15 无一事一议而不按标准'),
    ...when(isAgreed && yes * 2 <= (record?.participants.length ?? 0), 'LS-15 未过半数'),
    ...when(isDue && (!record || route === 'township'), 'JT-11 不经县级协调机制'),
    ...when(plan !== null && sum !== monthlyAmount, 'LS-16 各次合计不符'),
  ];
}

function isAuthorised({ authorisations }: CaseState['intake'], memberId: string): boolean {
  return authorisations.some((each) => each.memberId === memberId && each.revokedOn === null);
}

function isObjected({ publicity }: CaseState): boolean {
  return publicity.objections.some(({ handled }) => handled === null);
}

function lacksPaper({ checklist }: CaseState['intake']): boolean {
  const application = checklist.find(({ code }) => code === 'application');
  return application === undefined || application.got === 'missing';
}

function isFromElsewhere({ facts }: CaseState['household'], { course }: CaseState): boolean {
  return facts !== null && !facts.place.startsWith(course.township ?? '');
}

function lacksInquiry({ course, investigation, ...state }: CaseState): boolean {
  if (course.channel !== 'ordinary') return false;
  const assessed = new Set(investigation.care.map(({ memberId }) => memberId));
  const lacksCare =
    course.scheme === 'tekun' &&
    careCandidates({ course, investigation, ...state }).some((id) => !assessed.has(id));
  return investigation.concluded === null || lacksCare;
}

/** Publicity of this opinion, then the collective decision on this opinion: neither rests on an earlier one. */
function beforeDeciding(
  state: CaseState,
  route: 'township' | 'county',
  { log, setting }: World,
): string[] {
  const lastOf = (...types: readonly string[]) =>
    log.findLast(({ event }) => types.includes(event.type))?.seq ?? 0;
  const opined = lastOf('OpinionFormed');
  const together = lastOf(route === 'county' ? 'CountyReviewed' : 'Deliberated');
  const posted = log.filter(
    ({ event }) => event.type === 'NoticePosted' && event.notice.kind === 'before',
  );
  const mayKeep =
    setting.procedure.republishAfterObjection === false && state.course.scheme !== 'tekun';
  const isPostedAnew = posted.some(({ seq }) => seq > opined);
  return [
    ...when(together < opined, 'JT-10 集体研究在意见之前'),
    ...when(!isPostedAnew && !mayKeep, 'TK-15b 没有再次公示'),
    ...when(lastOf('ObjectionReceived') > together, 'I-4 异议之后没有再研究'),
  ];
}

/** No stage is left before those it waits for: at the decision, and when the file is closed, none is open before. */
function skipped(world: World, entries: readonly Entry[]): string[] {
  const last = entries.find(({ event }) => ['DecisionMade', 'FileArchived'].includes(event.type));
  if (!last) return [];
  const until = last.event.type === 'DecisionMade' ? 'confirmation' : 'archive';
  const order = flowOf(world.state).stages.map(({ id }) => id);
  return progressOf(world.state, procedureOf(world), calendar)
    .filter(({ stage }) => order.indexOf(stage.id) < order.indexOf(until))
    .filter(({ status }) => status === 'open' || status === 'waiting')
    .map(({ stage, because }) => `跳过：${stage.id}（${because}）`);
}

/** At the end of a walk: the office could finish what it had, and the record tells the same state again. */
export function faultsAtEnd(world: World, refusal: string | null): string[] {
  const { state } = world;
  const faults = isSame(state, refolded(world)) ? [] : ['记录重算与状态不一致'];
  if (state.course.closed && state.deliberation.agenda) {
    return [...faults, `卡住：已终止的办件留在议程上（${refusal ?? ''}）`];
  }
  if (state.course.closed || state.archive.archived) return faults;
  const open = progressOf(state, procedureOf(world), calendar)
    .filter(({ status }) => status === 'open')
    .map(({ stage, because }) => `${stage.id}：${because}`);
  return [...faults, `卡住：${refusal ?? '没有下一步'}（${open.join('，')}）`];
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
