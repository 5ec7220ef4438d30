export type {
  DeclaredRelative,
  RegisterHit,
  DisclosureEvent,
  DisclosureState,
} from './disclosure.ts';
export { disclosureSlot } from './disclosure.ts';
export { rematched } from './rematch.ts';
