export type {
  AuthorityAct,
  AuthorityMode,
  InstrumentContent,
  InstrumentState,
  Matter,
} from './delegation.ts';
export { actTitles, instrumentSlot, matterTitles, modeTitles } from './delegation.ts';
export type { AuthorityFault, AuthorityQuestion } from './authority.ts';
export { isValid } from './authority.ts';
