import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import { type CaseState, caseRefusals, type CaseRefusal, whyNotLive } from '../case/index.ts';
import type { DisclosureEvent } from './disclosure.ts';
import type {
  OfficialsRelative,
  RegisterEntryEvent,
  RegisterEntryState,
  RegisterPerson,
} from './register-entry.ts';
import { type DisclosureRefusal, refusals } from './refusal.ts';

type EntryAnswer = Decision<RegisterEntryEvent, DisclosureRefusal>;

/** Puts an official into the register; one entry per ID number. */
export function addRegisterEntry(
  official: RegisterPerson,
  state: RegisterEntryState,
  given: { readonly alreadyRegistered: boolean },
): EntryAnswer {
  if (state.official) return refused(refusals['entry-exists']);
  if (given.alreadyRegistered) return refused(refusals['official-already-registered']);
  return happened({ type: 'RegisterEntryAdded', official });
}

/** The relatives as they stand now: a declaration replaces the one before. None at all is a declaration too. */
export function declareRelatives(
  relatives: readonly OfficialsRelative[],
  state: RegisterEntryState,
): EntryAnswer {
  if (!state.official) return refused(refusals['no-own-entry']);
  if (state.ended) return refused(refusals['entry-ended']);
  return happened({ type: 'RelativesOfOfficialDeclared', relatives });
}

export function endRegisterEntry(
  { reason }: { readonly reason: string },
  state: RegisterEntryState,
): EntryAnswer {
  if (!state.official) return refused(refusals['no-own-entry']);
  if (state.ended) return refused(refusals['entry-ended']);
  return happened({ type: 'RegisterEntryEnded', reason });
}

/** Lifts 单独登记备案 from a case: the county's inspector alone, with a reason that stays for ever (TH-01). */
export function clearSeparateRegistration(
  { reason }: { readonly reason: string },
  state: CaseState,
): Decision<DisclosureEvent, DisclosureRefusal | CaseRefusal> {
  const dead = whyNotLive(state);
  if (dead) return refused(caseRefusals[dead]);
  if (!state.disclosure.registered) return refused(refusals['not-separately-registered']);
  return happened({ type: 'SeparateRegistrationCleared', reason });
}
