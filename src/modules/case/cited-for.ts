import { cite, isRuleId, type RuleId } from '../../law/index.ts';
import type { Refusal } from '../../kernel/outcome.ts';
import type { Scheme } from '../../rules/scheme.ts';

/**
 * The article of another scheme's own text that says what an article of 低保 says. What is not listed holds for
 * the scheme by analogy (BY-01) or for every scheme.
 */
const OWN_ARTICLE: { readonly [S in Scheme]?: { readonly [Rule in RuleId]?: RuleId } } = {
  tekun: {
    'DB-09': 'TK-10',
    'DB-10': 'TK-12',
    'DB-15': 'TK-13',
    'DB-16a': 'TK-13',
    'DB-16b': 'TK-13',
    'DB-16c': 'TK-13',
    'DB-16d': 'TK-13',
    'DB-17a': 'TK-13',
    'DB-19a': 'TK-15a',
    'DB-19b': 'TK-15b',
    'DB-19c': 'TK-14',
    'DB-20a': 'TK-16',
    'DB-21a': 'TK-17',
    'DB-21b': 'TK-18',
    'DB-22': 'TK-13',
    'DB-23': 'TK-30',
    'DB-23b': 'TK-04',
    'DB-24': 'TK-17',
    'DB-28': 'TK-17',
  },
  margin: { 'DB-23': 'BY-01', 'DB-23b': 'BY-01' },
  rigid: {
    'DB-21a': 'GX-03',
    'DB-21b': 'GX-03',
    'DB-22': 'GX-03',
    'DB-23': 'GX-01',
    'DB-23b': 'GX-01',
  },
  temporary: {
    'DB-09': 'LS-03',
    'DB-10': 'LS-04',
    'DB-15': 'LS-06',
    'DB-16a': 'LS-06',
    'DB-16b': 'LS-06',
    'DB-16c': 'LS-06',
    'DB-17a': 'LS-07',
    'DB-19a': 'LS-06',
    'DB-19b': 'LS-06',
    'DB-19c': 'LS-06',
    'DB-20a': 'LS-06',
    'DB-21a': 'LS-06',
    'DB-21b': 'LS-06',
    'DB-22': 'LS-06',
    'DB-23': 'LS-14',
    'DB-23b': 'LS-02',
    'DB-24': 'LS-19',
  },
};

/** The rule as it stands in the text of the scheme. */
export function ruleOf(scheme: Scheme, rule: RuleId): RuleId {
  return OWN_ARTICLE[scheme]?.[rule] ?? rule;
}

/** A refusal with the article of the scheme the case is about. */
export function citedFor<Code extends string>(
  scheme: Scheme,
  refusal: Refusal<Code>,
): Refusal<Code> {
  const { rule } = refusal.citation;
  if (!isRuleId(rule)) return refusal;
  const own = ruleOf(scheme, rule);
  return own === rule ? refusal : { ...refusal, citation: cite(own) };
}
