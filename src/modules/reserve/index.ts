export type { ReserveEvent, ReserveState } from './reserve.ts';
export { reserveSlot } from './reserve.ts';
