import { dayOf, instant } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { remediesOf } from '../../paper/remedy.ts';
import { assessScheme } from '../../rules/assess.ts';
import { DAY, household, placeWith } from '../../rules/worked-case.ts';
import {
  type CaseEvent,
  type CaseGiven,
  type CaseState,
  evolveCase,
  initialCase,
} from '../case/index.ts';
import { accepted, file, opened, refOf } from '../investigation/investigation.fixture.ts';
import { officesOf } from '../standards/office.ts';
import { createStandards } from '../standards/store.ts';
import type { Standing } from './decide.ts';

/** A case with everything a lawful decision needs, one named step at a time, so that a test can leave one out. */

export const POSTED = localDate('2026-03-09');
export const ENDED = localDate('2026-03-16');
export const TODAY = localDate('2026-03-18');

const HASH = 'a'.repeat(64);
const photo = refOf(file('5'));
const facts = household({ acceptedOn: DAY });
const members = facts.members.map((each) => each.id);
const [self = ''] = members;

function assessment() {
  const result = assessScheme('dibao', facts, placeWith(), { on: DAY });
  if (!result.ok) throw new Error(result.refusal.message);
  // The sum the opinion below proposes.
  return { ...result.assessment, monthlyAmount: fen(30_000) };
}

type Step = readonly [event: CaseEvent, by: string, on: LocalDate];

const notice = (level: 'township' | 'village'): CaseEvent => ({
  type: 'NoticePosted',
  notice: {
    id: level,
    kind: 'before',
    level,
    postedOn: POSTED,
    endsOn: ENDED,
    proposalHash: HASH,
    photo,
  },
});

const request = {
  id: 'request-1',
  members,
  lookups: members.map((memberId) => ({
    memberId,
    authorisationId: `a-${memberId}`,
    identity: '',
  })),
  sources: ['tax'],
  requestedOn: localDate('2026-03-03'),
  revision: 1,
  recheckOf: null,
};

const visit = {
  id: 'visit-1',
  on: localDate('2026-03-04'),
  visitors: ['visitor-1', 'visitor-2'].map((person) => ({ person, name: person })),
  memberPresent: self,
  seen: {},
  photos: [photo],
  signatures: [
    { as: 'visitor', signer: 'visitor-1', image: photo },
    { as: 'visitor', signer: 'visitor-2', image: photo },
    { as: 'member', signer: self, image: photo },
  ],
  remoteBecause: null,
} as unknown as Extract<CaseEvent, { type: 'HomeVisitRecorded' }>['visit'];

/** Every step by name, in the order of the procedure. */
export const steps: Readonly<Record<string, readonly Step[]>> = {
  opened: [[opened, 'clerk', localDate('2026-03-02')]],
  declared: [
    [
      {
        type: 'HouseholdDeclared',
        facts,
        people: members.map((memberId) => ({
          memberId,
          name: `演${memberId}`,
          idNumber: null,
          phone: null,
        })),
        account: null,
        address: null,
        reason: '收入不足',
      },
      'clerk',
      localDate('2026-03-02'),
    ],
  ],
  accepted: [[accepted, 'clerk', localDate('2026-03-02')]],
  authorised: members.map((memberId) => [
    {
      type: 'AuthorisationSigned',
      authorisation: {
        id: `a-${memberId}`,
        memberId,
        signedBy: 'member',
        guardianName: null,
        guardianRelation: null,
        signedOn: localDate('2026-03-02'),
        signature: photo,
      },
    },
    'clerk',
    localDate('2026-03-02'),
  ]),
  relatives: [
    [
      { type: 'NearRelativesDeclared', none: true, relatives: [] },
      'clerk',
      localDate('2026-03-02'),
    ],
    [{ type: 'RegisterMatched', hits: [] }, 'clerk', localDate('2026-03-02')],
  ],
  report: [
    [
      { type: 'VerificationRequested', request } as unknown as CaseEvent,
      'officer',
      localDate('2026-03-03'),
    ],
    [
      {
        type: 'ReportIssued',
        reportId: 'report-1',
        requestId: 'request-1',
        validUntil: localDate('2026-09-04'),
      },
      'verifier',
      localDate('2026-03-04'),
    ],
  ],
  visit: [
    [{ type: 'HomeVisitRecorded', visit }, 'visitor-1', localDate('2026-03-04')],
    [
      { type: 'InvestigationConcluded', summary: '情况属实' } as CaseEvent,
      'visitor-1',
      localDate('2026-03-05'),
    ],
  ],
  assessed: [
    [
      { type: 'Assessed', result: assessment(), revision: 1, reportId: 'report-1' },
      'officer',
      localDate('2026-03-06'),
    ],
  ],
  opinion: [],
  posted: [
    [notice('township'), 'poster', POSTED],
    [notice('village'), 'poster', POSTED],
  ],
  takenDown: (['township', 'village'] as const).map((noticeId) => [
    { type: 'NoticeTakenDown', noticeId, photo },
    'poster',
    localDate('2026-03-17'),
  ]),
  meeting: [
    [
      {
        type: 'Deliberated',
        deliberation: {
          meetingId: 'meeting-1',
          resolution: 'approve',
          tally: { for: 4, against: 0, abstain: 0 },
          dissent: [],
          reason: '同意',
          proposalHash: HASH,
          voters: ['voter-1', 'voter-2', 'voter-3', 'chair'],
          recused: [],
        },
      },
      'chair',
      TODAY,
    ],
  ],
};

/** The state after every step but those left out, with further events at the end. */
export function caseWithout(left: readonly string[], ...more: readonly Step[]): CaseState {
  const told = Object.entries(steps).filter(([name]) => !left.includes(name));
  let state = initialCase;
  let seq = 0;
  for (const [name, list] of told) {
    const todo = name === 'opinion' ? [opinionOn(seq)] : list;
    for (const [event, by, on] of todo) {
      seq += 1;
      state = evolved(state, event, by, on, seq);
    }
  }
  for (const [event, by, on] of more) {
    seq += 1;
    state = evolved(state, event, by, on, seq);
  }
  return state;
}

/** The opinion rests on the assessment just before it. */
function opinionOn(assessmentSeq: number): Step {
  return [
    {
      type: 'OpinionFormed',
      opinion: {
        outcome: 'grant',
        monthlyAmount: fen(30_000),
        members: members.length,
        tier: null,
        hash: HASH,
        plan: null,
        reasons: '符合低保条件',
        assessmentSeq,
        smallOffice: null,
        places: ['township', 'village'],
      },
    },
    'officer',
    localDate('2026-03-06'),
  ];
}

function evolved(state: CaseState, event: CaseEvent, by: string, on: LocalDate, seq: number) {
  const meta = { seq, actor: by, post: '', occurredOn: on, recordedAt: instant(0) };
  return evolveCase(state, event, meta);
}

const standards = createStandards();

export function given(
  changed: { today?: LocalDate; person?: string; role?: string } = {},
): CaseGiven {
  const { today = TODAY, person = 'chair', role = 'chair' } = changed;
  const now = instant(Date.parse(`${today}T10:00:00+08:00`));
  return {
    now,
    today: dayOf(now),
    by: { person, name: '', post: '', role, area: placeCode('511702102') },
    calendar: standards.calendarOf('511702'),
    procedure: standards.procedureOf('511702', localDate('2026-03-02')),
  };
}

export const offices = officesOf('罗江镇', '通川区');

/** The township on a valid instrument in its own name, unless told otherwise. */
export function standing(
  authority: Standing['authority'] = { ok: true, instrumentId: 'i-1', mode: 'own-name' },
): Standing {
  const mode = authority.ok ? authority.mode : 'county';
  const remedies = remediesOf({ mode, act: 'decision', ...offices });
  return { authority, organ: remedies.decidedBy, number: '罗江镇低保决字〔2026〕1号', remedies };
}
