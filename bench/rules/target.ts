import { quantile } from '../quantile.ts';
import { bytesOf } from './caseload.ts';
import type { Measured } from './rules.ts';
import { median, ratio } from './measure.ts';

/** A target of performance.md A, and what this run has found. */
export type Target = {
  readonly title: string;
  readonly wanted: string;
  readonly found: string;
  readonly reached: boolean;
};

const times = (factor: number) => `${factor.toFixed(2)} ×`;

/** Ratios are taken round by round, so that they hold on a busy machine; two of the targets are not ratios. */
export function targetsOf({ run, bulk, inC, single, sample, workers }: Measured): Target[] {
  const { caseload, results } = run;
  const { length } = caseload.chunks;
  const floor = ratio(bulk, 'kernel', 'hand');
  const spread = ratio(bulk, 'worker', 'workers');
  const work = workers / ratio(bulk, 'workedByAll', 'workedByOne');
  const steps = ratio(bulk, 'steps', 'kernel');
  const growth = (ratio(bulk, 'kernel', 'tenth') * 10 * tenthOf(length)) / length;
  const explained = (median(single, 'explained') * 1000) / sample;
  const kept = bytesOf(results) / caseload.size;
  const least = 0.9 * workers;
  return [
    {
      title: 'bulk against the hand-written loop',
      wanted: '≤ 1.25 ×',
      found: times(floor),
      reached: floor <= 1.25,
    },
    ...(inC ? [againstC(median(bulk, 'kernel') / quantile(inC.seconds, 0.5))] : []),
    {
      title: `${workers} workers against one`,
      wanted: `≥ ${times(least)}`,
      found: `${times(spread)} by the clock, ${times(work)} by work done`,
      reached: spread >= least,
    },
    {
      title: 'keeping 24 steps against results only',
      wanted: '≤ 1.50 ×',
      found: times(steps),
      reached: steps <= 1.5,
    },
    {
      title: 'one case with its explanation',
      wanted: '≤ 0.30 ms',
      found: `${explained.toFixed(2)} ms`,
      reached: explained <= 0.3,
    },
    {
      title: 'memory per household beyond its facts',
      wanted: '≤ 400 bytes',
      found: `${Math.round(kept)} bytes`,
      reached: kept <= 400,
    },
    {
      title: 'ten times the households',
      wanted: '≤ 11.00 ×',
      found: times(growth),
      reached: growth <= 11,
    },
  ];
}

function againstC(factor: number): Target {
  const title = 'bulk against the same loop in C';
  return { title, wanted: '≤ 3.00 ×', found: times(factor), reached: factor <= 3 };
}

/** How many chunks a tenth of the caseload is. */
export function tenthOf(chunks: number): number {
  return Math.max(1, Math.round(chunks / 10));
}
