import type { ValueOf } from '../../kernel/contract.ts';
import type { Given } from '../../kernel/given.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import type { reviewLook as contract } from './contract.ts';
import type { LookRuleCode } from './curious-look.ts';
import { refusals, type ScrutinyRefusal } from './refusal.ts';
import type { ScrutinyEvent, ScrutinyState } from './scrutiny.ts';

/** A person says what a look was, with a note; nothing follows from a rule by itself. */
export function reviewLook(
  { verdict, note }: ValueOf<(typeof contract)['body']>,
  state: ScrutinyState,
  given: Pick<Given, 'by'> & {
    readonly readingId: string;
    readonly reader: string;
    readonly rules: readonly LookRuleCode[];
  },
): Decision<ScrutinyEvent, ScrutinyRefusal> {
  const { readingId, reader, rules, by } = given;
  if (state) return refused(refusals['look-reviewed']);
  if (reader === by.person) return refused(refusals['look-own']);
  if (rules.length === 0) return refused(refusals['look-not-odd']);
  return happened({ type: 'LookReviewed', readingId, rules, verdict, note });
}
