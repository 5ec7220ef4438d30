import { derivedExamples } from './derived-example.ts';
import { householdExamples } from './household-example.ts';
import { rateExamples } from './rate-example.ts';
import { thresholdExamples } from './threshold-example.ts';
import { trapExamples } from './trap-example.ts';
import type { WorkedExample } from './worked-example.ts';

/** Every published example of classes H, E, R, D and X, in that order. */
export const workedExamples: readonly WorkedExample[] = [
  ...householdExamples,
  ...thresholdExamples,
  ...rateExamples,
  ...derivedExamples,
  ...trapExamples,
];
