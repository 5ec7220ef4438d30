export type { Reason } from './check.ts';
