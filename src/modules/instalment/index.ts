export type { InstalmentEvent, InstalmentState, PlannedInstalment } from './instalment.ts';
export { instalmentSlot, latestLook } from './instalment.ts';
export { type Instalment, instalmentsOf, nextInstalment } from './instalments-of.ts';
