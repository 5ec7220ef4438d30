import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, happened, refused } from '../../kernel/outcome.ts';
import { type RulebookRefusal, refusals } from './refusal.ts';
import type { ReadingEvent, ReadingState, RuleEvent, RuleState, RuleText } from './working-rule.ts';

type Answer = Decision<RuleEvent, RulebookRefusal>;

const no = (code: RulebookRefusal) => refused(refusals[code]);

/** Adds a text. What was issued before stays as it is: a rule is changed by the next version alone. */
export function publishRule(text: RuleText, { versions }: RuleState): Answer {
  if (text.text.trim() === '' && text.file === null) return no('rule-empty');
  if (text.effectiveFrom < text.issuedOn) return no('rule-effective-before-issue');
  const isSame = versions.some(
    ({ documentNumber, issuedOn }) =>
      documentNumber === text.documentNumber && issuedOn === text.issuedOn,
  );
  if (isSame) return no('rule-number-repeated');
  const last = versions.at(-1);
  if (last && text.effectiveFrom <= last.effectiveFrom) return no('rule-older-than-last');
  const version = { ...text, version: (last?.version ?? 0) + 1 };
  return happened({ type: 'RuleVersionPublished', version });
}

export function repealRule(
  { on, reason }: { readonly on: LocalDate; readonly reason: string },
  { versions, repealed }: RuleState,
): Answer {
  const last = versions.at(-1);
  if (!last) return no('rule-not-published');
  if (repealed) return no('rule-already-repealed');
  if (on < last.effectiveFrom) return no('rule-repealed-before-effect');
  return happened({ type: 'RuleRepealed', on, reason });
}

/** Somebody has read the version that holds today; an older one, or one that does not hold yet, is none to sign. */
export function readRule(
  { ruleId, version }: { readonly ruleId: string; readonly version: number },
  read: ReadingState,
  { current }: { readonly current: number | null },
): Decision<ReadingEvent, RulebookRefusal> {
  if (current === null || current !== version) return no('rule-not-in-force');
  const isRead = read.some((each) => each.ruleId === ruleId && each.version === version);
  if (isRead) return no('rule-already-read');
  return happened({ type: 'RuleRead', ruleId, version });
}
