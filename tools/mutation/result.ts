import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a campaign found in one part of the rules. */
export type Score = {
  readonly part: string;
  /** Mutants found, by what found them. */
  readonly killed: Readonly<Record<string, number>>;
  readonly survived: number;
  /** So many mutants more would count if all had been tried: the sample stands for them. */
  readonly untried?: number;
  /** Left out of the score, by why. */
  readonly leftOut: Readonly<Record<string, number>>;
};

/** A campaign as kept in `result/`, so that the page can be written from it. */
export type Result = {
  readonly day: string;
  readonly minutes: number;
  readonly scores: readonly Score[];
  readonly survivors: readonly string[];
};

export type Campaign = 'formulas' | 'code';

/** Survivors that were looked at, with the reason why no test can or need find them. */
export type Explained = {
  readonly reason: string;
  /** As listed, or without the number of the line. */
  readonly mutants?: readonly string[];
  /** Regular expressions for whole groups of them. */
  readonly like?: readonly string[];
};

export function isExplained({ mutants = [], like = [] }: Explained, survivor: string): boolean {
  const known = new Set(mutants);
  const bare = survivor.replace(/^(\S+?):\d+ /, '$1: ');
  return (
    known.has(survivor) || known.has(bare) || like.some((each) => new RegExp(each, 'u').test(bare))
  );
}

const pathOf = (file: string) => fileURLToPath(new URL(`result/${file}`, import.meta.url));

export function readResult(campaign: Campaign): Result | null {
  const path = pathOf(`${campaign}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Result) : null;
}

export function writeResult(campaign: Campaign, result: Result): void {
  writeFileSync(pathOf(`${campaign}.json`), `${JSON.stringify(result, null, 2)}\n`);
}

export function readExplained(campaign: Campaign): readonly Explained[] {
  const path = pathOf(`${campaign}-explained.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Explained[]) : [];
}

export function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, each) => sum + each, 0);
}

/** The share of mutants found, between 0 and 1. */
export function scoreOf(scores: readonly Score[]): number {
  const killed = scores.reduce((sum, each) => sum + sumOf(each.killed), 0);
  const survived = scores.reduce((sum, each) => sum + each.survived, 0);
  return killed + survived === 0 ? 1 : killed / (killed + survived);
}

/** Between which shares the whole of a sampled part lies in 19 of 20 samples (Wilson); null where all were tried. */
export function intervalOf(score: Score): readonly [low: number, high: number] | null {
  const tried = sumOf(score.killed) + score.survived;
  if ((score.untried ?? 0) === 0 || tried === 0) return null;
  const [share, z] = [scoreOf([score]), 1.96];
  const middle = (share + z ** 2 / (2 * tried)) / (1 + z ** 2 / tried);
  const half =
    (z * Math.sqrt((share * (1 - share)) / tried + z ** 2 / (4 * tried ** 2))) /
    (1 + z ** 2 / tried);
  return [middle - half, middle + half];
}

/** The same where each sample stands for its whole part. */
export function scaledScoreOf(scores: readonly Score[]): number {
  const sizeOf = (each: Score) => sumOf(each.killed) + each.survived + (each.untried ?? 0);
  const whole = scores.reduce((sum, each) => sum + sizeOf(each), 0);
  const killed = scores.reduce((sum, each) => sum + scoreOf([each]) * sizeOf(each), 0);
  return whole === 0 ? 1 : killed / whole;
}

export function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}
