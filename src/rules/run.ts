import type { LocalDate } from '../kernel/local-date.ts';
import type { HouseholdFacts, MemberFacts } from './facts.ts';
import { subjectOf } from './household-field.ts';
import { evaluation, type Find, type Subject } from './language/evaluate.ts';
import type { ParameterRefusal } from './parameter-side.ts';
import { type ParameterSource, parameterSource } from './parameter-source.ts';
import { currentRelease, type Release } from './release.ts';
import type { Region } from './region.ts';
import type { Target } from './scheme.ts';

/** Time is given, never taken. `knownOn` later than `on` computes an old month by what was published since. */
export type Given = {
  readonly on: LocalDate;
  readonly knownOn?: LocalDate;
  /** Names for messages; left out, members are called by their relation to the applicant. */
  readonly nameOf?: (member: MemberFacts) => string;
  /** The version of the rules; left out, the one of today. */
  readonly release?: Release;
};

/** One household on one day, read for the rules asked for. */
export type Run = {
  readonly release: Release;
  readonly source: ParameterSource;
  readonly household: Subject;
  readonly find: Find;
};

export type Opened =
  | { readonly ok: true; readonly run: Run }
  | { readonly ok: false; readonly refusal: ParameterRefusal };

/** Opens the rules a target rests on over a household; refuses where the place has not settled them. */
export function openRun(
  facts: HouseholdFacts,
  region: Region,
  given: Given,
  target: Target,
): Opened {
  const release = given.release ?? currentRelease;
  const asOf = { on: given.on, knownOn: given.knownOn ?? given.on };
  const read = parameterSource(
    release.frame,
    region,
    asOf,
    facts.residence,
    release.targets[target],
  );
  if (!read.ok) return read;
  const household = subjectOf(facts, given.on, given.nameOf);
  const found = evaluation(read.source.set, read.source.valueOf);
  const find: Find = (rule, subject = household) => found.find(rule, subject);
  return { ok: true, run: { release, source: read.source, household, find } };
}
