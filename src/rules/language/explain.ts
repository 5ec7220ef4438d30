import type { Citation } from '../../kernel/citation.ts';
import { accountOf } from './account.ts';
import type { Level } from './declaration.ts';
import { valueText } from './figure-text.ts';
import type { RuleSet } from './named.ts';
import type { Finding, Reading } from './place.ts';

export { nearestFen, valueText, yuanText } from './figure-text.ts';

/** One line of the calculation sheet. `text` is the figure as printed, unit included; "未知" when undecided. */
export type Step = {
  readonly rule: string;
  readonly title: string;
  readonly level: Level;
  readonly subject: string;
  readonly text: string;
  /** The titles of the rows of a place's own rule that held; null where the rule is not made of rows. */
  readonly row: string | null;
  /** The branch really taken, with figures and units: `（740.00 − 418.33）× 3 人 = 965.00 元/月`. */
  readonly arithmetic: string;
  readonly formula: string;
  readonly citation: Citation;
  readonly missing: readonly string[];
  readonly inputs: readonly StepInput[];
  /** The results this one was computed from. A figure shown before appears again without its steps. */
  readonly steps: readonly Step[];
};

export type StepInput =
  | {
      readonly is: 'fact';
      readonly name: string;
      readonly title: string;
      readonly subject: string;
      readonly text: string;
    }
  | {
      readonly is: 'parameter';
      readonly name: string;
      readonly title: string;
      readonly text: string;
    };

/**
 * The tree of what a finding really rested on, from the asked result down to recorded facts. A figure met
 * again is named again without its steps; a condition met again is left out.
 */
export function explain(set: RuleSet, finding: Finding, shown = new Set<Finding>()): Step {
  const repeated = shown.has(finding);
  shown.add(finding);
  const { rule, subject, value, row } = finding;
  const type = set.scope.get(rule.level)?.get(rule.name)?.type ?? { kind: 'yes/no' };
  const read = repeated ? [] : distinct(finding.read);
  return {
    rule: rule.name,
    title: rule.title,
    level: rule.level,
    subject: subject.title,
    text: valueText(set, type, value, rule.title),
    row,
    arithmetic: repeated ? '' : accountOf(finding),
    formula: rule.formula,
    citation: rule.citation,
    missing: value.missing.map((each) => each.text),
    inputs: read.flatMap((each) => inputOf(set, each)),
    steps: read.flatMap((each) => {
      if (each.is !== 'rule' || each.finding.rule.cases === null) return [];
      const isKnownCondition = each.finding.value.kind === 'yes/no' && shown.has(each.finding);
      return isKnownCondition ? [] : [explain(set, each.finding, shown)];
    }),
  };
}

function inputOf(set: RuleSet, reading: Reading): StepInput[] {
  if (reading.is === 'rule') {
    const { name, title, cases } = reading.finding.rule;
    return cases === null ? [{ is: 'parameter', name, title, text: '本地不使用' }] : [];
  }
  const { named, subject, value } = reading;
  if (named.is === 'parameter') {
    const { name, title } = named.parameter;
    return [{ is: 'parameter', name, title, text: valueText(set, named.type, value, title) }];
  }
  if (named.is !== 'field') return [];
  const { name, title } = named.field;
  const text = valueText(set, named.type, value, title);
  return [{ is: 'fact', name, title, subject: subject.title, text }];
}

/** Each reading is one object, so a repetition is the same one. */
function distinct(readings: readonly Reading[]): Reading[] {
  return [...new Set(readings)];
}
