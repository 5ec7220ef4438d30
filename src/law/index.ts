import type { Citation } from '../kernel/citation.ts';
import { instruments, type RuleId, rules } from './generated.ts';
import type { Article, Instrument } from './instrument.ts';

export { instruments, type RuleId };
export type { Article, Instrument };

export const ruleIds = Object.keys(rules) as readonly RuleId[];

/** What a screen shows behind 依据: the first article of a rule, in our own words. */
export type ArticleOfRule = {
  readonly instrument: string;
  readonly number: string;
  readonly article: string;
  readonly gist: string;
  /** Absent for our own recommendations, which stand in no published text. */
  readonly link?: string;
  readonly doubt?: string;
};

/**
 * The citation of a rule, with its doubt when the text leaves one. Further rules that the same act rests on
 * add their sources; the first stays the rule's ID.
 */
export function cite(rule: RuleId, ...also: readonly RuleId[]): Citation {
  const entries = [rule, ...also].map((id) => rules[id]);
  const source = distinct(entries.map((entry) => entry.source)).join('；');
  const doubts = distinct(entries.flatMap((entry) => entry.doubt ?? []));
  return doubts.length > 0 ? { rule, source, doubt: doubts.join('') } : { rule, source };
}

/** Whether a text from outside (a record, an address) is one of our rule IDs. */
export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(rules, text);
}

export function findArticle(rule: RuleId): ArticleOfRule {
  const { at, doubt } = rules[rule];
  const instrument = getInstrument(at[0]);
  const article = instrument.articles.find(({ label }) => label === at[1]);
  if (!article) throw new Error(`${rule} points to no article: run generate law`);
  const link = article.link ?? instrument.link;
  return {
    instrument: instrument.title,
    number: instrument.number,
    article: article.label,
    gist: article.gist,
    ...(link === undefined ? {} : { link }),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** An instrument by the key of its file (S57, SLAW). Throws on a key that no file has. */
export function getInstrument(key: string): Instrument {
  const found = instruments.find((instrument) => instrument.key === key);
  if (!found) throw new Error(`no instrument ${key} in law/`);
  return found;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
