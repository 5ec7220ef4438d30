import { isDeepStrictEqual } from 'node:util';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import type { Overview } from '../../src/rules/overview.ts';
import { bulkDifferences } from './bulk-compare.ts';
import { openByHand, placeOn, type Verdict, verdictByHand } from './by-hand.ts';
import { verdictsDecided } from './decided.ts';
import type { Way } from './gap.ts';
import { isSettled } from './place.ts';
import type { Program } from './program.ts';
import type { Setting } from './setting.ts';
import { differsByResidence } from './shelf.ts';
import { answerOf, count, type Tally } from './tally.ts';

/** A household, and ways its gaps may turn out (one way where it has none). */
export type Case = { readonly facts: HouseholdFacts; readonly ways: readonly Way[] };

/** One scheme of one household on which two of the three do not agree. */
export type Difference = {
  readonly between: 'single and by hand' | 'bulk and single';
  readonly scheme: string;
  readonly setting: Setting;
  readonly facts: HouseholdFacts;
  /** How the gaps turn out where the program is wrong. */
  readonly way: Way | null;
  readonly decided: unknown;
  readonly expected: unknown;
};

const SCHEMES = ['dibao', 'alone', 'exit', 'margin', 'rigid', 'tekun', 'temporary'] as const;

/** Every scheme of every household decided all three ways. */
export function differencesIn(
  tried: Program,
  setting: Setting,
  cases: readonly Case[],
  tally: Tally,
): Difference[] {
  const { region, asOf } = setting;
  const decided = cases.map((each) => ({ ...each, overview: tried.one(each.facts, region, asOf) }));
  return [
    ...decided.flatMap((each) => singleDifferences(setting, each, each.overview, tally)),
    ...bulkDifferences(tried, setting, decided, tally),
  ];
}

/** The difference between the same two, if there still is one, on another household. */
export function differenceAgain(
  tried: Program,
  { between, scheme, setting }: Difference,
  open: Case,
): Difference | undefined {
  const overview = tried.one(open.facts, setting.region, setting.asOf);
  const tally: Tally = new Map();
  const found =
    between === 'single and by hand'
      ? singleDifferences(setting, open, overview, tally)
      : bulkDifferences(tried, setting, [{ facts: open.facts, overview }], tally);
  return found.find((each) => each.scheme === scheme);
}

function singleDifferences(
  setting: Setting,
  each: Case,
  overview: Overview,
  tally: Tally,
): Difference[] {
  const { facts } = each;
  const decidedAll = verdictsDecided(overview, facts, setting.region, setting.asOf);
  return SCHEMES.flatMap((scheme) => {
    const decided = decidedAll[scheme];
    if (!decided) return [];
    count(tally, scheme, answerOf(decided));
    const wrong = whereWrong(setting, each, scheme, decided, tally);
    if (!wrong) return [];
    return [{ between: 'single and by hand', scheme, setting, facts, decided, ...wrong }];
  });
}

type Wrong = Pick<Difference, 'way' | 'expected'>;

/** Null where what the program decided is what comes out by hand. */
function whereWrong(
  setting: Setting,
  { facts, ways }: Case,
  scheme: string,
  decided: Verdict,
  tally: Tally,
): Wrong | null {
  if (decided['refused'] === 'parameter-missing') {
    const isMissing = !isSettledFor(setting, facts, String(decided['named']));
    return isMissing ? null : { way: null, expected: 'the place has settled it' };
  }
  if (decided['refused'] === 'residence-needed') {
    const isNeeded = facts.residence === null && differsByResidence(setting.shelf, setting.asOf);
    return isNeeded ? null : { way: null, expected: 'town and country are the same' };
  }
  const byHand = handVerdict(setting, facts, scheme, null);
  if (!isOpen(byHand)) {
    count(tally, 'compared', 'nothing missing was needed');
    return isDeepStrictEqual(decided, byHand) ? null : { way: null, expected: byHand };
  }
  const turned = ways.flatMap((way) => {
    const verdict = handVerdict(setting, way.facts, scheme, way);
    return isOpen(verdict) ? [] : [{ way, verdict }];
  });
  if ('undecided' in decided) return undecidedWrong(decided, turned.length, turned, tally);
  const wrong = turned.find(
    ({ verdict }) => !fits(decided, verdict) && !isNobodyEither(decided, verdict),
  );
  count(
    tally,
    'compared',
    turned.length > 0 ? 'decided in spite of gaps' : 'no way could be tried',
  );
  return wrong ? { way: wrong.way, expected: wrong.verdict } : null;
}

type Turned = { readonly way: Way; readonly verdict: Verdict };

/** Who leaves a case open says what is missing. How often it did turn out in different ways is counted. */
function undecidedWrong(
  decided: Verdict,
  tried: number,
  turned: readonly Turned[],
  tally: Tally,
): Wrong | null {
  const answers = new Set(
    turned.map(({ verdict }) => JSON.stringify([verdict['eligible'], verdict['amount']])),
  );
  const seen = answers.size > 1 ? 'turned out in several ways' : 'turned out in one way when tried';
  count(tally, 'compared', `left open, ${tried > 0 ? seen : 'no way could be tried'}`);
  const missing = decided['undecided'] as readonly string[];
  return missing.length > 0 ? null : { way: null, expected: 'what is missing is named' };
}

function handVerdict(
  { shelf, asOf }: Setting,
  facts: HouseholdFacts,
  scheme: string,
  way: Way | null,
): Verdict {
  if (facts.residence === null) return { notKnown: 'residence' };
  const place = placeOn(way?.shelf ?? shelf, asOf, facts.residence);
  return verdictByHand(scheme, openByHand(facts, place, way?.guess));
}

/** By hand it stops at a fact that is missing, or at something the place has not laid down. */
function isOpen(verdict: Verdict): boolean {
  return 'notKnown' in verdict || 'notSettled' in verdict;
}

/** A refusal for a missing value is right where the place truly gives none for the day. */
function isSettledFor(
  { shelf, asOf }: Setting,
  { residence }: HouseholdFacts,
  name: string,
): boolean {
  const residences = residence ? [residence] : (['urban', 'rural'] as const);
  return residences.every((each) => isSettled(placeOn(shelf, asOf, each), name));
}

/** A family that may turn out to have no member is not eligible whether it has one or not. */
function isNobodyEither(decided: Verdict, byHand: Verdict): boolean {
  const isUnsettled = decided['householdSize'] === null && decided['eligible'] === false;
  return isUnsettled && byHand['refused'] === 'no-member-counted';
}

/** What the program leaves open (null) may be anything; all else is what came out. */
function fits(decided: unknown, byHand: unknown): boolean {
  if (decided === null) return true;
  if (typeof decided !== 'object' || typeof byHand !== 'object' || byHand === null) {
    return decided === byHand;
  }
  const names = new Set([...Object.keys(decided), ...Object.keys(byHand)]);
  const at = (whole: object, name: string) => (whole as Readonly<Record<string, unknown>>)[name];
  return [...names].every((name) => fits(at(decided, name), at(byHand, name)));
}
