import type { PlaceCode } from '../../kernel/place.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { Scheme } from '../../rules/scheme.ts';
import type { CaseEvent, CaseRefusal, CaseState, Route } from '../case/index.ts';
import type { Declaration } from '../household/index.ts';
import { type IntakeRefusal, refusals } from './refusal.ts';

export type ContinueGiven = {
  readonly township: PlaceCode;
  readonly village: PlaceCode;
  readonly route: Route;
  readonly routeBecause: string;
  /** The case it goes on from, and what that family told, sealed anew for this case. */
  readonly source: CaseState;
  readonly declaration: Declaration | null;
};

/**
 * Begins a case under another scheme with what the family told in one that is over: nobody types it again
 * (OT-08). What was signed there does not speak for this application: it is signed anew (HD-03).
 */
export function continueCase(
  { scheme }: { scheme: Scheme },
  state: CaseState,
  given: ContinueGiven,
): Decision<CaseEvent, IntakeRefusal | CaseRefusal> {
  if (state.course.openedOn) return refused(refusals['already-opened']);
  const { course, confirmation } = given.source;
  const isRefused = confirmation.decision?.outcome === 'refuse';
  if (!isRefused && !course.closed) return refused(refusals['source-not-over']);
  if (!given.declaration) return refused(refusals['not-declared']);
  const { township, village, route, routeBecause } = given;
  const { facts, ...declaration } = given.declaration;
  return happened<CaseEvent>(
    {
      type: 'CaseOpened',
      ...{ scheme, channel: 'ordinary', township, village, route, routeBecause, flowVersion: 1 },
    },
    { type: 'HouseholdDeclared', ...declaration, facts: { ...facts, acceptedOn: null } },
  );
}
