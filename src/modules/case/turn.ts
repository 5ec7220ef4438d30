import type { Role } from '../identity/index.ts';
import { latestLook, nextInstalment } from '../instalment/index.ts';
import { openObjections } from '../publicity/index.ts';
import { openRequest } from '../verification/index.ts';
import type { CaseState } from './case.ts';
import { isHanging } from './leave.ts';

/** Whose turn it is inside a stage, read off the state: what the task lists call mine and what others'. */
export type Turn = (state: CaseState) => readonly Role[];

/** The township asks and explains; in between the county answers. */
export const verification: Turn = ({ verification: state }) =>
  openRequest(state) ? ['verifier'] : ['case-officer'];

/** An objection is the officer's to answer; posting and taking down is the poster's. */
export const publicity: Turn = (state) => {
  if (openObjections(state.publicity).length > 0) return ['case-officer'];
  return isHanging(state) ? ['poster'] : ['poster', 'case-officer'];
};

/** The secretary puts the case on an agenda; then it is the meeting's. */
export const deliberation: Turn = ({ deliberation: { agenda } }) =>
  agenda ? ['secretary', 'chair', 'voter'] : ['secretary'];

/** The township asks; the county's mechanism answers. */
export const coordination: Turn = ({ coordination: { asked } }) =>
  asked ? ['aid-officer'] : ['case-officer'];

/** The township looks at the family again and may propose to stop; who decided the case releases or stops. */
export const instalment: Turn = (state) => {
  const { stop } = state.instalment;
  const decides = state.course.route === 'township' ? 'chair' : 'county-leader';
  if (stop) return stop.answer ? [decides] : ['case-officer'];
  const next = nextInstalment(state);
  const look = next && latestLook(state.instalment, next.no);
  return look?.fit ? [decides] : ['case-officer', 'investigator'];
};
