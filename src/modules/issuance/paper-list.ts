import type { CoverLetterKind } from './cover-letter.ts';
import type { PaperName } from '../../paper/index.ts';
import { papers } from '../../paper/index.ts';
import { type BenefitState, isAdverse } from '../review/index.ts';
import { type CaseState, flowOf, hasStage, type Masked, type MaskedCase } from '../case/index.ts';

/** A paper that can be printed now, and as what. */
export type ListedPaper = {
  readonly title: string;
  readonly url: string;
  readonly hasLarge: boolean;
  /** An editable covering letter (DOCX) beside it. */
  readonly letter?: string;
};

type Asked = readonly [paper: PaperName, path: string, title?: string];

/** Every paper a case has by now, in the order of the procedure. */
export function casePaperList(caseId: string, shown: MaskedCase): readonly ListedPaper[] {
  // Which papers there are is told by no sealed text.
  const state = shown as unknown as CaseState;
  return [...beforeDecision(state), ...fromDecision(state)].map(listed(`/api/cases/${caseId}`));
}

function beforeDecision(state: CaseState): Asked[] {
  const { intake, verification, investigation, assessment, course, disclosure } = state;
  const isNear = disclosure.registered || disclosure.cleared !== null;
  return [
    ...when(intake.proxy, ['proxy', 'proxy']),
    ...when(state.household.declaration, [
      'authorisation-and-promise',
      'authorisation-and-promise',
    ]),
    ...when(state.household.declaration, [
      'near-relative-declaration',
      'near-relative-declaration',
    ]),
    ...when(isNear, ['near-relative-filing', 'near-relative-filing']),
    ...when(intake.notice, ['one-time-notice', 'one-time-notice']),
    ...when(intake.accepted, ['acceptance-receipt', 'acceptance-receipt']),
    ...verification.requests.map(
      ({ id }): Asked => ['verification-request', `verification-request/${id}`],
    ),
    ...verification.reports.map(
      ({ id }): Asked => ['verification-report', `verification-report/${id}`],
    ),
    ...when(intake.accepted && hasStage(state, 'investigation'), [
      'home-visit-form',
      'home-visit-form',
      '入户调查表（空白）',
    ]),
    ...investigation.visits.map(
      ({ id, on }): Asked => ['home-visit-form', `home-visit-form?id=${id}`, `入户调查表（${on}）`],
    ),
    ...investigation.interviews.map(
      ({ id }): Asked => ['neighbour-interview', `neighbour-interview?id=${id}`],
    ),
    ...investigation.letters.map(
      ({ id, to }): Asked => ['letter-of-inquiry', `letter-of-inquiry?id=${id}`, `调查函（${to}）`],
    ),
    ...when(intake.accepted && hasStage(state, 'care'), [
      'self-care-assessment',
      'self-care-assessment',
    ]),
    ...when(assessment.assessments.length > 0, ['calculation-sheet', 'calculation-sheet']),
    ...when(assessment.opinion, ['opinion', 'opinion']),
    ...when((course.extension || course.extensionAsked) && flowOf(state).totalLimit, [
      'extension-approval',
      'extension-approval',
    ]),
  ];
}

function fromDecision(state: CaseState): Asked[] {
  const { publicity, investigation, confirmation, course, intake, handover } = state;
  const { decision } = confirmation;
  const isGrant = decision?.outcome === 'grant';
  const isUrgent = course.channel !== 'ordinary';
  return [
    ...levelsOf(state, 'before').map(
      (level): Asked => [
        'notice-poster',
        `notice-poster?level=${level}`,
        `公示（${LEVEL[level]}）`,
      ],
    ),
    ...publicity.objections.map(
      ({ id }): Asked => ['objection-record', `objection-record?objectionId=${id}`],
    ),
    ...publicity.appraisals.map(
      ({ id }): Asked => ['appraisal-record', `appraisal-record?appraisalId=${id}`],
    ),
    ...investigation.countyVisits.map(({ id }): Asked => ['county-visit', `county-visit?id=${id}`]),
    ...when(handover.handovers.length > 0, ['handover-list', 'handover-list']),
    ...when(decision, [isGrant ? 'grant-notice' : 'refusal-notice', 'decision-notice']),
    ...when(decision, ['service-receipt', 'service-receipt']),
    ...when(isGrant && isUrgent, ['relief-register', 'relief-register']),
    ...when(isGrant && course.scheme === 'temporary' && decision?.route === 'township', [
      'temporary-relief-filing',
      'temporary-relief-filing',
    ]),
    ...levelsOf(state, 'after').map(
      (level): Asked => [
        'announcement-poster',
        `announcement-poster?level=${level}`,
        `公布（${LEVEL[level]}）`,
      ],
    ),
    ...state.referral.referrals.map(
      ({ id, to }): Asked => ['referral', `referral?id=${id}`, `社会救助转介单（${to}）`],
    ),
    ...when(course.closed, ['closing-notice', 'closing-notice']),
    ...when(intake.accepted, ['archive-index', 'archive-index']),
  ];
}

const LEVEL = { township: '乡镇', village: '村（社区）' } as const;

function levelsOf({ publicity }: CaseState, kind: 'before' | 'after') {
  return (['township', 'village'] as const).filter((level) =>
    publicity.notices.some((each) => each.kind === kind && each.level === level),
  );
}

/** Every paper of somebody in the register; `isRound`: this year's declaration is asked of them. */
export function benefitPaperList(
  benefitId: string,
  state: Masked<BenefitState>,
  isRound = false,
): readonly ListedPaper[] {
  const { enrolment, entries, adjustments, careChanges } = state;
  const last = adjustments.at(-1);
  const isOpen = last && !last.decision && !last.withdrawn;
  const isTekun = enrolment?.scheme === 'tekun';
  const asked: Asked[] = [
    ...when(isTekun && state.openedOn && entries.length > 0, ['support-file', 'support-file']),
    ...when(state.custodies.length > 0, ['passbook-custody', 'passbook-custody']),
    ...when(isRound || state.reconfirmations, ['reconfirmation-form', 'reconfirmation-form']),
    ...when(careChanges.length > 0, ['self-care-assessment', 'self-care-assessment']),
    ...when(isOpen && isAdverse(last.kind), ['hearing-notice', 'hearing-notice']),
    ...when(last?.notice, ['hearing-record', 'hearing-record']),
    ...when(isOpen && isTekun && last.kind === 'stop', [
      'termination-poster',
      'termination-poster',
    ]),
    ...when(last?.decision, ['adjustment-notice', 'adjustment-notice']),
  ];
  return asked.map(listed(`/api/benefits/${benefitId}`));
}

function when(condition: unknown, asked: Asked): Asked[] {
  return condition ? [asked] : [];
}

const LETTERS: Readonly<Partial<Record<PaperName, CoverLetterKind>>> = {
  referral: 'referral',
  'letter-of-inquiry': 'inquiry',
  'near-relative-filing': 'kin-filing',
  'temporary-relief-filing': 'relief-filing',
};

function listed(base: string) {
  return ([paper, path, title]: Asked): ListedPaper => {
    const letter = LETTERS[paper];
    const chosen = path.includes('?') ? path.slice(path.indexOf('?')) : '';
    return {
      title: title ?? papers[paper].title,
      url: `${base}/papers/${path}`,
      hasLarge: papers[paper].audience === 'family',
      ...(letter ? { letter: `${base}/letters/${letter}${chosen}` } : {}),
    };
  };
}
