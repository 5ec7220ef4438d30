import type { Given } from '../../kernel/given.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { CheckedReadiness, Score } from '../readiness/index.ts';
import type { InstrumentContent, InstrumentEvent, InstrumentState } from './delegation.ts';
import { type DelegationRefusal, refusals } from './refusal.ts';

/** Besides time and person: whether another instrument of this township bears the same number. */
export type InstrumentGiven = Given & { readonly numberTaken: boolean };

type Answer = Decision<InstrumentEvent, DelegationRefusal>;

/** Enters what the paper says. It authorises nobody until a second county person has checked it (mission 1.1). */
export function draftInstrument(
  content: InstrumentContent,
  state: InstrumentState,
  given: InstrumentGiven,
): Answer {
  if (state.content) return refused(refusals['instrument-exists']);
  const fault = faultOfContent(content, given);
  if (fault) return refused(refusals[fault]);
  return happened({ type: 'InstrumentDrafted', content });
}

/** Corrects the entry while nobody has checked it. */
export function correctInstrument(
  content: InstrumentContent,
  state: InstrumentState,
  given: InstrumentGiven,
): Answer {
  if (state.status !== 'draft') return refused(refusals['instrument-not-draft']);
  if (state.content?.township !== content.township) return refused(refusals['township-fixed']);
  const fault = faultOfContent(content, given);
  if (fault) return refused(refusals[fault]);
  return happened({ type: 'InstrumentCorrected', content });
}

function faultOfContent(
  content: InstrumentContent,
  { today, numberTaken }: InstrumentGiven,
): DelegationRefusal | null {
  if (!isCountyGovernment(content.issuer)) return 'issuer-not-county-government';
  if (content.issuedOn > today) return 'issued-in-future';
  if (content.to !== null && content.to < content.from) return 'ends-before-it-begins';
  if (content.matters.includes('temporary') && content.temporaryCeiling === null) {
    return 'temporary-without-ceiling';
  }
  return numberTaken ? 'instrument-number-taken' : null;
}

/** 某县(区、市、省)人民政府, or its office writing in its name; never a bureau, never a township (DL-02). */
function isCountyGovernment(issuer: string): boolean {
  return /[县区市旗州盟省]人民政府(办公室|办公厅)?$/.test(issuer.trim());
}

/** Besides time and person: how ready the township is now; null where the county has laid nothing down. */
export type InForceGiven = Given & { readonly readiness: Score | null };

/** Brings the instrument in force from this moment on; whoever wrote any of it may not check it. */
export function checkInstrument(
  { override }: { readonly override: string | null },
  state: InstrumentState,
  given: InForceGiven,
): Answer {
  if (state.status !== 'draft') return refused(refusals['instrument-not-draft']);
  if (state.writtenBy.includes(given.by.person)) return refused(refusals['own-instrument']);
  const fault = unready(override, given);
  if (fault) return refused(refusals[fault]);
  return happened({ type: 'InstrumentChecked', readiness: readinessWith(override, given) });
}

/** Below the threshold only the county's leader brings it into force, and writes why (mission 2.1). */
function unready(
  override: string | null,
  { readiness, by }: InForceGiven,
): DelegationRefusal | null {
  if (readiness?.passes) return null;
  if (override === null) return 'readiness-below-threshold';
  return by.role === 'county-leader' ? null : 'readiness-override-not-leader';
}

/** A reason that was not needed is not kept as an override. */
function readinessWith(override: string | null, { readiness }: InForceGiven): CheckedReadiness {
  const { score = 0, threshold = 0, passes = false } = readiness ?? {};
  return { score, threshold, override: passes ? null : override };
}

export function suspendInstrument({ reason }: { reason: string }, state: InstrumentState): Answer {
  if (state.status !== 'in-force') return refused(refusals['instrument-not-in-force']);
  return happened({ type: 'InstrumentSuspended', reason });
}

/** Coming back into force is coming into force: the township must be ready again. */
export function resumeInstrument(
  { reason, override }: { readonly reason: string; readonly override: string | null },
  state: InstrumentState,
  given: InForceGiven,
): Answer {
  if (state.status !== 'suspended') return refused(refusals['instrument-not-suspended']);
  const fault = unready(override, given);
  if (fault) return refused(refusals[fault]);
  return happened({
    type: 'InstrumentResumed',
    reason,
    readiness: readinessWith(override, given),
  });
}

/** Takes the authority back for good. Open cases stay where they are until their decision sends them on. */
export function withdrawInstrument({ reason }: { reason: string }, state: InstrumentState): Answer {
  if (state.status === 'withdrawn') return refused(refusals['instrument-withdrawn']);
  return happened({ type: 'InstrumentWithdrawn', reason });
}
