import { createRandom } from '../../src/cli/demo/random.ts';
import type { HouseholdFacts } from '../../src/rules/facts.ts';
import { placeOn } from './by-hand.ts';
import { mixedDifferences } from './bulk-compare.ts';
import { type Case, type Difference, differencesIn } from './compare.ts';
import { poolOf, waysToFill, withGaps } from './gap.ts';
import { generateHousehold } from './generate.ts';
import { madeUpPlace } from './made-up-place.ts';
import { type Program, program } from './program.ts';
import { drawSettings, type Setting } from './setting.ts';
import type { Shelf } from './shelf.ts';
import { shrunk } from './shrink.ts';
import { count, type Tally, totalOf } from './tally.ts';

export type Campaign = {
  readonly seed: number;
  readonly households: number;
  /** Households decided together in one place on one day. */
  readonly batch: number;
  /** How many differences are shown, each on the smallest household that has it. */
  readonly shown: number;
};

export type Result = {
  readonly tally: Tally;
  readonly shown: readonly Difference[];
};

/** The share of households of which something is not known. */
const GAPS = 0.2;
const WAYS = 6;
const MIXED = 10;

/** A share of the rounds: of so many parts, the one of this number. */
export type Part = { readonly number: number; readonly of: number };
const WHOLE: Part = { number: 0, of: 1 };

/** Made-up households in every place, decided three ways. The same seed makes the same campaign. */
export function run(
  campaign: Campaign,
  tried: Program = program,
  progress: (households: number, differences: number) => void = () => {},
  part: Part = WHOLE,
): Result {
  const tally: Tally = new Map();
  const found: Difference[] = [];
  const note = (differences: readonly Difference[]): void => {
    found.push(...differences.slice(0, Math.max(0, campaign.shown - found.length)));
    for (const each of differences) {
      count(tally, 'differences', each.between);
      count(tally, 'apart', `${each.between}, ${each.scheme}`);
    }
  };
  const betweens = ['single and by hand', 'bulk and single'] as const;
  for (const each of betweens) count(tally, 'differences', each, 0);
  for (const batches of roundsOf(campaign, part)) {
    for (const { setting, cases } of batches) {
      note(differencesIn(tried, setting, cases, tally));
      tell(tally, setting, cases);
      progress(totalOf(tally, 'households'), totalOf(tally, 'differences'));
    }
    note(mixedDifferences(tried, batches.map(mixed), tally));
    progress(totalOf(tally, 'households'), totalOf(tally, 'differences'));
  }
  return { tally, shown: found.map((each) => shrunk(tried, each)) };
}

function tell(tally: Tally, { place }: Setting, cases: readonly Case[]): void {
  count(tally, 'place', place);
  count(tally, 'households', place, cases.length);
  count(tally, 'all', 'members', sum(cases.map(({ facts }) => facts.members.length)));
  count(tally, 'all', 'gaps', cases.filter(({ facts, ways }) => facts !== ways[0]?.facts).length);
}

/** The households of a batch that are also decided together with those of other places. */
function mixed({ setting, cases }: Batch) {
  return { setting, households: cases.slice(0, MIXED).map((each) => each.facts) };
}

/** The results of the parts of one campaign as one. */
export function together(parts: readonly Result[]): Result {
  const tally: Tally = new Map();
  for (const [of, answers] of parts.flatMap((part) => [...part.tally])) {
    for (const [answer, times] of answers) count(tally, of, answer, times);
  }
  return { tally, shown: parts.flatMap((part) => part.shown) };
}

type Batch = { readonly setting: Setting; readonly cases: readonly Case[] };

function* roundsOf({ seed, households, batch }: Campaign, { number, of }: Part) {
  const perRound = drawSettings(seed, 0).length * batch;
  for (let round = number; round * perRound < households; round += of) {
    yield drawSettings(seed, round).flatMap((setting, index): Batch[] => {
      const size = Math.min(batch, households - round * perRound - index * batch);
      return size > 0 ? [{ setting, cases: drawCases([seed, round, index], setting, size) }] : [];
    });
  }
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, each) => total + each, 0);
}

/** Households of one place, some with gaps and the ways these may turn out. */
function drawCases(seed: readonly number[], setting: Setting, size: number): Case[] {
  const { shelf, asOf, region } = setting;
  const code = `${region.place.padEnd(6, '0')}001`;
  const whole = Array.from({ length: size }, (_, index) =>
    generateHousehold([...seed, index], code, (residence) => placeOn(shelf, asOf, residence)),
  );
  const filling = { pool: poolOf(whole), shelves: shelvesOf(seed, shelf) };
  return whole.map((facts, index): Case => {
    const random = createRandom(...seed, index, 2);
    const open: HouseholdFacts = random.chance(GAPS) ? withGaps(random, facts) : facts;
    return { facts: open, ways: waysToFill(random, open, facts, filling, WAYS) };
  });
}

/** The place as it may come to be: what it has not laid down is made up behind what it has. */
function shelvesOf(seed: readonly number[], shelf: Shelf): readonly Shelf[] {
  return Array.from({ length: WAYS }, (_, number) => {
    const { files } = madeUpPlace(createRandom(...seed, number, 3));
    return [...shelf, ...files.map((file) => file.entries)];
  });
}
