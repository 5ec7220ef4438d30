export type {
  AuthorityAct,
  AuthorityMode,
  InstrumentContent,
  InstrumentState,
  Matter,
} from './delegation.ts';
export {
  actTitles,
  issuerLevels,
  matterTitles,
  modeTitles,
  standingOf,
  standingTitles,
} from './delegation.ts';
export { type HandoverEvent, handoverSlot, type HandoverState } from './handover.ts';
export type { AuthorityFault, AuthorityQuestion } from './authority.ts';
