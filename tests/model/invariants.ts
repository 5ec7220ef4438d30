import { addDays, daysBetween, type LocalDate, localDate } from '../../src/kernel/local-date.ts';
import {
  addWorkingDays,
  isWorkingDay,
  type WorkingCalendar,
} from '../../src/kernel/working-day.ts';
import type { CaseState } from '../../src/modules/case/index.ts';
import type { Scheme } from '../../src/rules/scheme.ts';

/** What the model knows beside the case: the calendar, and from when to when the township had authority. */
export type Known = {
  readonly calendar: WorkingCalendar;
  readonly authority: readonly { readonly from: number; readonly to: number }[];
  /** When the decision was recorded. */
  readonly decidedAt: number;
  /** Of 低保 and its 边缘 where the walk knows them: income below the first, or from it to below the second. */
  readonly lines?: { readonly dibao: number; readonly margin: number };
  /** What somebody of the family already receives from another office. */
  readonly elsewhere?: { readonly memberId: string; readonly scheme: Scheme } | null;
};

/** The invariants of law.md §18.1 that concern a case, each written from the law, not from the code. */
export function violations(state: CaseState, known: Known): string[] {
  return [
    ...publicityViolations(state, known),
    ...dutyViolations(state),
    ...(state.confirmation.decision ? decisionViolations(state, known) : []),
  ];
}

type Decided = NonNullable<CaseState['confirmation']['decision']>;

function decisionViolations(state: CaseState, known: Known): string[] {
  const { decision } = state.confirmation;
  if (!decision) return [];
  const isOrdinary = state.course.channel === 'ordinary';
  return [
    ...failing({
      'I-1 受理': state.intake.accepted !== null,
      'I-1 意见': state.assessment.opinion?.hash === decision.proposalHash,
      'I-1 按现在的家庭核算': isOfNow(state),
      'I-2 授权有效': decision.route === 'county' || coveredBy(known),
      'I-6 时限': withinTime(state, decision, known.calendar),
      'I-7 理由和救济': decision.reasons !== '' && decision.remedies.sentences.length > 0,
      'I-7 三个工作日': decision.serveBy <= addWorkingDays(known.calendar, decision.on, 3).date,
      'I-8 次月': startsRight(state, decision),
      'I-9 全员保障': decision.outcome === 'refuse' || coversAll(state, decision),
      'I-13 护理档次': careRight(state, decision),
      'I-18 不重复享受': decision.outcome === 'refuse' || isAlone(state, known),
      'I-20 界线': onRightSide(state, decision, known),
    }),
    ...(isOrdinary ? ordinaryViolations(state, decision, known) : []),
  ];
}

/** What only the ordinary way asks for; 先行救助 helps first (LS-08, LS-11). */
function ordinaryViolations(state: CaseState, decision: Decided, known: Known): string[] {
  const people = state.household.declaration?.people ?? [];
  const authorised = (id: string) =>
    state.intake.authorisations.some((each) => each.memberId === id && each.revokedOn === null);
  const before = state.publicity.notices.filter(
    (each) => each.kind === 'before' && each.proposalHash === decision.proposalHash,
  );
  const hung = new Set(before.filter(hasHungLong).map((each) => each.level));
  const places = state.assessment.opinion?.places ?? [];
  const report = state.verification.reports.at(-1);
  const isChecked = report !== undefined && !report.disputed && report.validUntil >= decision.on;
  return failing({
    'I-1 授权': people.length > 0 && people.every((each) => authorised(each.memberId)),
    'I-1 核对报告': isChecked || isRecognised(state, known),
    'I-1 核对全员': isRecognised(state, known) || everybodyChecked(state),
    'I-1 入户': isVisited(state),
    'I-1 调查完成': state.investigation.concluded !== null,
    'I-1 公示': places.length > 0 && places.every((level) => hung.has(level)),
    'I-1 异议办结': state.publicity.objections.every((each) => each.handled !== null),
    'I-1 集体研究': decidedTogether(state),
    'I-3 近亲属声明': state.disclosure.declared !== null,
    'I-3 县级核查': !isCountyNeeded(state) || visitedByCounty(state, decision.on),
    'I-15 近亲属不研究': decidedWithoutKin(state, decision),
  });
}

/** Nothing is decided on a family as it was before somebody died, left or joined. */
function isOfNow({ assessment, household }: CaseState): boolean {
  const latest = assessment.assessments.at(-1);
  return latest?.revision === household.revision;
}

/** Everybody of the family as it is now was looked up; prisoners and the missing need not be. */
function everybodyChecked({ verification, household }: CaseState): boolean {
  const report = verification.reports.at(-1);
  const request = verification.requests.find(({ id }) => id === report?.requestId);
  const away = ['serving-sentence', 'drug-treatment', 'declared-missing'];
  return (household.facts?.members ?? [])
    .filter(({ specialStatus }) => !away.includes(specialStatus ?? ''))
    .every(({ id }) => request?.members.includes(id));
}

function hasHungLong({ postedOn, endsOn, takenDown }: CaseState['publicity']['notices'][number]) {
  return takenDown !== null && takenDown.on > endsOn && daysBetween(postedOn, endsOn) >= 7;
}

/** For 临时救助 a family that another office has on its books, all of it, is not looked into again (LS-07, SL-42). */
function isRecognised({ course, household }: CaseState, { elsewhere }: Known): boolean {
  if (course.scheme !== 'temporary' || !elsewhere || elsewhere.scheme === 'temporary') return false;
  const people = household.declaration?.people ?? [];
  const isKnown = (index: string | undefined) => index === `519999${elsewhere.memberId}`;
  return people.length > 0 && people.every(({ idNumber }) => isKnown(idNumber?.index));
}

function isVisited({ investigation: { visits } }: CaseState): boolean {
  return visits.some(({ visitors, signatures, remoteBecause }) => {
    const persons = new Set(visitors.map((each) => each.person));
    const signed = signatures.filter((each) => each.as === 'visitor').map((each) => each.signer);
    const isByAll = [...persons].every((person) => signed.includes(person));
    const isByFamily = signatures.some((each) => each.as === 'member');
    return persons.size >= 2 && isByAll && (isByFamily || remoteBecause !== null);
  });
}

function decidedTogether(state: CaseState): boolean {
  const decision = state.confirmation.decision;
  if (decision?.route === 'county') {
    const review = state.confirmation.countyReview;
    return review?.agrees === true && review.by !== decision.by;
  }
  const meeting = state.deliberation.deliberations.at(-1);
  if (!meeting || meeting.proposalHash !== decision?.proposalHash) return false;
  return meeting.voters.length >= 3 && meeting.tally.for * 2 > meeting.voters.length;
}

/** Who is known to be kin when it is decided neither voted, nor reviewed, nor decides (JT-05). */
function decidedWithoutKin(state: CaseState, { by, route }: Decided): boolean {
  const kin = state.disclosure.hits.flatMap(({ person }) => person ?? []);
  const review = state.confirmation.countyReview?.by ?? '';
  const voters = state.deliberation.deliberations.at(-1)?.voters ?? [];
  const decided = route === 'county' ? [review, by] : [...voters, by];
  return decided.every((person) => !kin.includes(person));
}

function coveredBy({ authority, decidedAt }: Known): boolean {
  return authority.some(({ from, to }) => from <= decidedAt && decidedAt <= to);
}

function isCountyNeeded({ disclosure, publicity }: CaseState): boolean {
  return disclosure.registered || publicity.objections.some((each) => each.inConfirmation);
}

function visitedByCounty(state: CaseState, on: LocalDate): boolean {
  return state.investigation.countyVisits.some((each) => each.on <= on);
}

/** Working days from acceptance by scheme and route (law.md §8); no text sets any for 特困 and 先行救助. */
const LIMIT: Readonly<Record<Scheme, { township: number; county: number } | null>> = {
  dibao: { township: 20, county: 30 },
  margin: { township: 20, county: 30 },
  rigid: { township: 30, county: 30 },
  temporary: { township: 20, county: 20 },
  tekun: null,
};

function withinTime(state: CaseState, { on }: Decided, calendar: WorkingCalendar): boolean {
  const accepted = state.intake.accepted?.on;
  const limits = state.course.channel === 'ordinary' ? LIMIT[state.course.scheme] : null;
  if (!accepted || !limits) return accepted !== undefined;
  if (state.course.ordered && on > addWorkingDays(calendar, accepted, 45).date) return true;
  const limit = state.course.extension ? 45 : limits[state.course.route];
  return on <= addWorkingDays(calendar, accepted, limit).date;
}

/** 低保 and 特困 begin in the month after; one sum and a recognition begin in none. */
function startsRight({ course }: CaseState, { outcome, startMonth, on }: Decided): boolean {
  const isMonthly = course.scheme === 'dibao' || course.scheme === 'tekun';
  return startMonth === (outcome === 'grant' && isMonthly ? monthAfter(on) : null);
}

// The month after, written out without the kernel's own function.
function monthAfter(on: LocalDate): string {
  const first = addDays(localDate(`${on.slice(0, 7)}-28`), 4);
  return first.slice(0, 7);
}

function coversAll(state: CaseState, { members }: Decided): boolean {
  const result = state.assessment.assessments.at(-1)?.result;
  if (state.course.scheme === 'tekun') {
    return members === result?.persons.filter((each) => each.outcome === 'eligible').length;
  }
  return members === (result?.members ?? []).filter((each) => each.counted).length;
}

const CARE = ['canEat', 'canDress', 'canGetUp', 'canToilet', 'canWalk', 'canBathe'] as const;

/** 0 lost is 全自理, 1–3 半护理, 4–6 全护理, by what the county found and nobody else (TK-20, TK-22). */
function careRight(state: CaseState, { outcome, tier }: Decided): boolean {
  if (state.course.scheme !== 'tekun' || outcome === 'refuse') return true;
  const persons = state.assessment.assessments.at(-1)?.result.persons ?? [];
  return persons
    .filter((each) => each.outcome === 'eligible')
    .every(({ member }) => {
      const care = state.investigation.care.find(({ memberId }) => memberId === member);
      if (!care) return false;
      const lost = CARE.filter((act) => !care.can[act]).length;
      const word = lost === 0 ? '全自理' : lost <= 3 ? '半护理' : '全护理';
      return tier?.includes(word) ?? false;
    });
}

/** OT-09, GX-01: nobody twice in one scheme, in 低保 and 特困, or in 刚性 beside 低保, 特困 and 边缘. */
function isAlone({ course, household }: CaseState, { elsewhere }: Known): boolean {
  const ids = household.facts?.members.map(({ id }) => id) ?? [];
  if (!elsewhere || !ids.includes(elsewhere.memberId)) return true;
  const { scheme } = course;
  if (scheme === 'temporary' || elsewhere.scheme === 'temporary') return true;
  if (scheme === elsewhere.scheme || scheme === 'rigid') return false;
  return !['dibao', 'tekun'].includes(elsewhere.scheme) || scheme === 'margin';
}

/** 低于 is strict: income on the line is no 低保; on the line it may be 边缘, on 1.5 times the line no more. */
function onRightSide(state: CaseState, { outcome }: Decided, { lines }: Known): boolean {
  const { scheme } = state.course;
  const facts = state.household.facts;
  if (!lines || !facts || (scheme !== 'dibao' && scheme !== 'margin')) return true;
  const counted = (state.assessment.assessments.at(-1)?.result.members ?? [])
    .filter((each) => each.counted)
    .map(({ id }) => id);
  const sum = (facts.incomes ?? [])
    .filter(({ member }) => counted.includes(member))
    .reduce((all, { amount }) => all + (amount ?? 0), 0);
  // Compared as whole fen times persons: no division, nothing rounded.
  const below = (line: number) => sum < line * counted.length;
  const fits = scheme === 'dibao' ? below(lines.dibao) : !below(lines.dibao) && below(lines.margin);
  return fits === (outcome === 'grant');
}

/**
 * I-4: seven days at least, an end on a working day; and no decision rests on a notice that came down early. (One
 * whose opinion is out of date comes down at once: it announces what nobody proposes any more.)
 */
function publicityViolations(state: CaseState, { calendar }: Known): string[] {
  return state.publicity.notices.flatMap((notice) =>
    failing({
      'I-4 七天': daysBetween(notice.postedOn, notice.endsOn) >= 7,
      'I-4 期满为工作日': isWorkingDay(calendar, notice.endsOn) !== false,
    }),
  );
}

/** I-15 and the separation of duties: who handled the case or is kin has no vote in it. */
function dutyViolations(state: CaseState): string[] {
  // Of a vote that counts: one that somebody handling the case took part in decides nothing.
  const isDecided = state.confirmation.decision?.route === 'township';
  const last = state.deliberation.deliberations.at(-1);
  const voters = new Set(isDecided ? last?.voters : []);
  const recused = state.deliberation.deliberations.flatMap((each) => each.recused);
  const visitors = state.investigation.visits.flatMap((each) =>
    each.visitors.map((visitor) => visitor.person),
  );
  const verifiers = state.verification.requests.flatMap((each) => each.answeredBy);
  const without = (persons: readonly (string | undefined)[]) =>
    persons.every((person) => person === undefined || !voters.has(person));
  const visited = new Set(visitors);
  return failing({
    'I-15 回避的不表决': without(recused),
    受理人不表决: without([state.intake.accepted?.by]),
    调查人不表决: without(visitors),
    核对人不表决: without(verifiers),
    初审人不表决: without(state.assessment.opinedBy),
    调查人不初审: state.assessment.opinedBy.every((person) => !visited.has(person)),
  });
}

function failing(checks: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(checks).flatMap(([name, holds]) => (holds ? [] : [name]));
}
