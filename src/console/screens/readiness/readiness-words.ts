import { pointsWords } from '../../../modules/readiness/index.ts';
import type { readinessView } from '../../../modules/readiness/contract.ts';

export type ReadinessShown = ReturnType<(typeof readinessView)['answer']['parse']>;

export const readinessPath = (township: string) => `/readiness/${township}`;

type Head = { readonly score: number; readonly threshold: number; readonly passes: boolean };

/** "92.5 分，达到 75 分的合格线". */
export function scoreWords({ score, threshold, passes }: Head): string {
  return `${pointsWords(score)} 分，${passes ? '达到' : '没有达到'} ${threshold} 分的合格线`;
}
