export type {
  AuthorityAct,
  AuthorityMode,
  InstrumentContent,
  InstrumentState,
  Matter,
} from './delegation.ts';
export {
  actTitles,
  instrumentSlot,
  issuerLevels,
  matterTitles,
  modeTitles,
  standingTitles,
} from './delegation.ts';
export type { AuthorityFault, AuthorityQuestion } from './authority.ts';
export { isValid } from './authority.ts';
