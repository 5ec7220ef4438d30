export type { TakeoverState } from './takeover.ts';
