export type {
  CoordinationEvent,
  CoordinationState,
} from './coordination.ts';
export { coordinationSlot } from './coordination.ts';
export {
  coordinationInForce,
  mayBeCoordinated,
  mustBeCoordinated,
} from './coordination-in-force.ts';
