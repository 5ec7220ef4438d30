import type { LocalDate } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import { addWorkingDays } from '../../kernel/working-day.ts';
import { latestAssessment } from '../assessment/index.ts';
import {
  type CaseGiven,
  type CaseState,
  hasStage,
  leaveCare,
  leaveCoordination,
  leaveCountyVisit,
  needsCountyVisit,
  resolutionOnOpinion,
  reviewOfOpinion,
  type StageId,
  totalDue,
} from '../case/index.ts';
import { coordinationInForce } from '../coordination/index.ts';
import { peopleToAuthorise } from '../household/index.ts';
import { findAuthorisation } from '../intake/index.ts';
import { visitStands } from '../investigation/index.ts';
import { publicityStands } from '../publicity/index.ts';
import { reportStands } from '../verification/index.ts';
import { refusals } from './refusal.ts';

/** One condition of a lawful decision, in words, with the refusal it gives when it does not hold. */
export type Check = {
  readonly title: string;
  readonly invariant: string;
  readonly refusal: Refusal | null;
};

/** Since when the county keeps a case for a visit of its own, for a reason it does not tell (DB-20b, D-07). */
export type Held = { readonly heldSince?: LocalDate | null };

/**
 * Everything that must hold before anybody decides, in the statute's order (I-1, I-3, I-4, I-6). The same list
 * is the panel a chair reads and the guard inside the deciding transaction. Authority (I-2) is resolved there.
 */
export function checksOf(state: CaseState, given: CaseGiven & Held): readonly Check[] {
  const need = (holds: boolean, refusal: Refusal): Refusal | null => (holds ? null : refusal);
  const standing = (stands: { ok: true } | { ok: false; refusal: Refusal }) =>
    stands.ok ? null : stands.refusal;
  const { intake, household, disclosure } = state;
  const people = peopleToAuthorise(household);
  const authorised = people.every((person) => findAuthorisation(intake, person.memberId));
  const isDeclared = disclosure.declared !== null && disclosure.matchedOn !== null;
  const asked: readonly (readonly [StageId, string, string, () => Refusal | null])[] = [
    ['intake', '已受理申请', 'I-1', () => need(intake.accepted !== null, refusals['not-accepted'])],
    [
      'authorisation',
      '每名成员已授权承诺',
      'I-1',
      () => need(people.length > 0 && authorised, refusals['authorisation-incomplete']),
    ],
    [
      'authorisation',
      '已作近亲属声明并比对',
      'I-3',
      () => need(isDeclared, refusals['near-relatives-undeclared']),
    ],
    [
      'verification',
      '核对报告有效、差异已说明',
      'I-1',
      () => standing(reportStands(state, given.today)),
    ],
    [
      'investigation',
      '入户调查记录完整',
      'I-1',
      () =>
        need(visitStands(state), refusals['visit-missing']) ??
        need(state.investigation.concluded !== null, refusals['investigation-open']),
    ],
    [
      'care',
      '生活自理能力已评估',
      'I-13',
      () => need(leaveCare(state).is === 'met', refusals['care-missing']),
    ],
    [
      'coordination',
      '一事一议已有结论',
      'I-1',
      () => need(leaveCoordination(state).is === 'met', refusals['coordination-missing']),
    ],
    ['opinion', '初审意见与核算一致', 'I-1', () => opinionFault(state)],
    ['publicity', '公示期满无异议', 'I-4', () => standing(publicityStands(state, given))],
    ['county-visit', '应由县级核查的已核查', 'I-3', () => countyVisitFault(state, given)],
    ['deliberation', '集体研究已通过', 'I-1', () => collectiveFault(state)],
    ['county-review', '县级审核已通过', 'I-1', () => collectiveFault(state)],
    [
      'intake',
      '没有超过全案办理期限',
      'I-6',
      () => need(isInTime(state, given), refusals['total-time-over']),
    ],
  ];
  return asked
    .filter(
      ([stage]) => hasStage(state, stage) || (stage === 'county-visit' && isHeld(state, given)),
    )
    .map(([, title, invariant, fault]) => ({ title, invariant, refusal: fault() }));
}

/** What was reported to the county is not told here: its visit is, as any other. */
function isHeld({ investigation }: CaseState, { heldSince, procedure }: CaseGiven & Held): boolean {
  if (!heldSince || !procedure.countyVisitBeforeConfirmation.value) return false;
  return !investigation.countyVisits.some(({ on }) => on >= heldSince);
}

function countyVisitFault(state: CaseState, given: CaseGiven & Held): Refusal | null {
  if (isHeld(state, given)) return refusals['county-visit-missing'];
  if (!given.procedure.countyVisitBeforeConfirmation.value || !needsCountyVisit(state)) return null;
  if (leaveCountyVisit(state).is === 'met') return null;
  const disagreed = state.investigation.countyVisits.at(-1)?.agrees === false;
  return refusals[disagreed ? 'county-visit-disagrees' : 'county-visit-missing'];
}

/** Within its limit; an order of the county stands for no extension, it helps only beyond the longest one (DB-22). */
function isInTime(state: CaseState, { today, procedure, calendar }: CaseGiven): boolean {
  const { accepted } = state.intake;
  const due = totalDue(state, procedure, calendar);
  if (!accepted || !due || today <= due.on) return true;
  const longest = addWorkingDays(calendar, accepted.on, procedure.totalWorkingDaysExtended.value);
  return state.course.ordered !== null && today > longest.date;
}

function opinionFault(state: CaseState): Refusal | null {
  const { opinion } = state.assessment;
  const latest = latestAssessment(state.assessment);
  if (!opinion || !latest) return refusals['opinion-missing'];
  const current =
    opinion.assessmentSeq === latest.seq && latest.revision === state.household.revision;
  const agreed = coordinationInForce(state)?.amount ?? null;
  const amount = agreed ?? latest.result.monthlyAmount;
  const isOfNow = opinion.outcome === 'refuse' || opinion.monthlyAmount === amount;
  const isOnce = state.course.scheme === 'temporary';
  if (!current || (isOnce && !isOfNow)) return refusals['opinion-out-of-date'];
  return latest.result.trace.length === 0 ? refusals['result-without-trace'] : null;
}

function collectiveFault(state: CaseState): Refusal | null {
  if (state.course.route === 'county') {
    const review = reviewOfOpinion(state);
    if (!review) return refusals['county-review-missing'];
    return review.agrees ? null : refusals['county-review-disagrees'];
  }
  const resolution = resolutionOnOpinion(state);
  if (resolution === null) return refusals['meeting-missing'];
  return resolution === 'tainted' ? refusals['voter-recused-since'] : null;
}
