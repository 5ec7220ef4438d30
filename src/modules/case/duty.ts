import type { CaseState } from './case.ts';

/** The duties of security.md §3.3 that the first procedure knows. */
export type Duty =
  | 'accept'
  | 'visit'
  | 'county-verify'
  | 'opinion'
  | 'post'
  | 'present'
  | 'vote'
  | 'minutes'
  | 'county-check';

type Pair = 'never' | 'small-office';

// ✗ and ○ of the table; a pair that is not listed is allowed. 'small-office' needs a recorded reason.
const pairs: { readonly [Key in Duty]?: { readonly [Other in Duty]?: Pair } } = {
  visit: { accept: 'small-office' },
  'county-verify': { accept: 'never', visit: 'never' },
  opinion: { accept: 'small-office', visit: 'never', 'county-verify': 'never' },
  post: { 'county-verify': 'never' },
  present: { visit: 'small-office', 'county-verify': 'never' },
  vote: {
    accept: 'never',
    visit: 'never',
    'county-verify': 'never',
    opinion: 'never',
    post: 'small-office',
    present: 'never',
  },
  minutes: {
    'county-verify': 'never',
    opinion: 'small-office',
    present: 'small-office',
    vote: 'never',
  },
  'county-check': {
    accept: 'never',
    visit: 'never',
    'county-verify': 'small-office',
    opinion: 'never',
    post: 'never',
    present: 'never',
    vote: 'never',
    minutes: 'never',
  },
};

/** Every duty done on the case so far, read off its state. */
export function dutiesDone(state: CaseState): readonly { duty: Duty; person: string }[] {
  const { intake, verification, investigation, assessment, publicity, deliberation } = state;
  const done = (duty: Duty, persons: readonly (string | null | undefined)[]) =>
    persons.flatMap((person) => (person ? [{ duty, person }] : []));
  return [
    ...done('accept', [intake.accepted?.by]),
    ...done(
      'visit',
      [...investigation.visits, ...investigation.interviews].flatMap(({ visitors }) =>
        visitors.map((v) => v.person),
      ),
    ),
    ...done(
      'county-verify',
      verification.requests.flatMap((each) => each.answeredBy),
    ),
    ...done(
      'county-verify',
      verification.reports.map((each) => each.issuedBy),
    ),
    ...done('opinion', assessment.opinedBy),
    ...done(
      'post',
      publicity.notices.map((each) => each.postedBy),
    ),
    ...done(
      'vote',
      deliberation.deliberations.flatMap((each) => each.voters),
    ),
    ...done(
      'county-check',
      investigation.countyVisits.flatMap(({ visitors }) => visitors.map((v) => v.person)),
    ),
  ];
}

/**
 * Whether a person may take on a duty given what they already did on this case.
 * 'small-office': only with a recorded reason, shown to the county every month.
 */
export function dutyVerdict(state: CaseState, duty: Duty, person: string): 'free' | Pair {
  const verdicts = dutiesDone(state)
    .filter((done) => done.person === person && done.duty !== duty)
    .map((done) => pairs[duty]?.[done.duty] ?? pairs[done.duty]?.[duty]);
  if (verdicts.includes('never')) return 'never';
  return verdicts.includes('small-office') ? 'small-office' : 'free';
}

/** Relatives of the family among the officials: they may neither read nor handle the case (JT-05, TH-01). */
export function isRecused(state: CaseState, person: string): boolean {
  return state.disclosure.hits.some((hit) => hit.person === person);
}
