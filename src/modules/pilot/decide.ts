import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { Matter } from '../delegation/index.ts';
import {
  type Conclusion,
  endedOn,
  type PilotEvent,
  type PilotPlan,
  type PilotState,
} from './pilot.ts';
import { type PilotRefusal, refusals } from './refusal.ts';

export type PilotGiven = {
  /** The townships of the county. */
  readonly known: readonly string[];
  /** What other batches that still run cover. */
  readonly elsewhere: readonly {
    readonly townships: readonly string[];
    readonly matters: readonly Matter[];
  }[];
  /** Townships of this batch with an instrument in force for one of its matters. */
  readonly inForce: readonly string[];
};

type Answer = Decision<PilotEvent, PilotRefusal>;

/** The county names the townships that begin, and since when they are compared. */
export function beginPilot(plan: PilotPlan, state: PilotState, given: PilotGiven): Answer {
  if (state.plan) return refused(refusals['pilot-exists']);
  const fault = faultOf(plan.townships, plan.matters, given);
  if (fault) return refused(refusals[fault]);
  return happened({ type: 'PilotBegun', plan });
}

export function widenPilot(
  { townships, reason }: { readonly townships: readonly string[]; readonly reason: string },
  state: PilotState,
  given: PilotGiven,
): Answer {
  const { plan } = state;
  if (!plan || endedOn(state)) return refused(refusals['pilot-over']);
  if (townships.some((each) => plan.townships.includes(each))) {
    return refused(refusals['pilot-township-included']);
  }
  const fault = faultOf(townships, plan.matters, given);
  if (fault) return refused(refusals[fault]);
  return happened({ type: 'PilotWidened', townships, reason });
}

function faultOf(
  townships: readonly string[],
  matters: readonly Matter[],
  { known, elsewhere }: PilotGiven,
): PilotRefusal | null {
  if (!townships.every((each) => known.includes(each))) return 'pilot-township-unknown';
  const isElsewhere = elsewhere.some(
    (other) =>
      other.matters.some((matter) => matters.includes(matter)) &&
      other.townships.some((each) => townships.includes(each)),
  );
  return isElsewhere ? 'pilot-township-elsewhere' : null;
}

/** Ending it is not enough while the paper still gives the power: that is suspended or withdrawn first (DL-02). */
export function concludePilot(
  { conclusion, reason }: { readonly conclusion: Conclusion; readonly reason: string },
  state: PilotState,
  { inForce }: PilotGiven,
): Answer {
  if (!state.plan || endedOn(state)) return refused(refusals['pilot-over']);
  if (conclusion === 'stop' && inForce.length > 0) {
    return refused(refusals['pilot-authority-still-in-force']);
  }
  return happened({ type: 'PilotConcluded', conclusion, reason });
}
