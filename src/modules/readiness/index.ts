export { access as readinessAccess } from './access.ts';
export type { CheckedReadiness } from './readiness.ts';
export { pointsWords, type Score } from './score.ts';
