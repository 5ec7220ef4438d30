export { access as readinessAccess } from './access.ts';
export type { CheckedReadiness } from './readiness.ts';
export { earnedPoints, pointsWords, type Score } from './score.ts';
