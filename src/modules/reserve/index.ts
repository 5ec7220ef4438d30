export type { ReserveEvent, ReserveState } from './reserve.ts';
export { advancedIn, reserveSlot } from './reserve.ts';
export {
  type AskKind,
  askKinds,
  askStatuses,
  type Settlement,
  settlements,
} from './till.ts';
