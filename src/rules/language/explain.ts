import type { Citation } from '../../kernel/citation.ts';
import { accountOf } from './account.ts';
import type { Level } from './declaration.ts';
import { NOT_USED, valueText } from './figure-text.ts';
import type { Named, RuleSet } from './named.ts';
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
      /** The record it stands in, so that a screen can show its evidence. */
      readonly level: Level;
      readonly id: string;
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
  const { rule, subject, value, row, slot } = finding;
  const text = valueText(set, slot.type, value, rule.title);
  const inputs: StepInput[] = [];
  const steps: Step[] = [];
  const arithmetic = repeated ? '' : accountOf(finding, text);
  for (const each of repeated ? [] : distinct(finding.read)) {
    if (each.is !== 'rule' || each.finding.rule.cases === null) inputs.push(inputOf(set, each));
    else if (each.finding.value.kind !== 'yes/no' || !shown.has(each.finding)) {
      steps.push(explain(set, each.finding, shown));
    }
  }
  return {
    rule: rule.name,
    title: rule.title,
    level: rule.level,
    subject: subject.title,
    text,
    row,
    arithmetic,
    formula: rule.formula,
    citation: rule.citation,
    missing: value.missing.length === 0 ? [] : value.missing.map((each) => each.text),
    inputs,
    steps,
  };
}

/** What a step rests on directly: a fact, a parameter, or that the place does not use one. */
function inputOf(set: RuleSet, reading: Reading): StepInput {
  if (reading.is === 'rule') {
    const { name, title } = reading.finding.rule;
    return { is: 'parameter', name, title, text: NOT_USED };
  }
  const { named, subject, value } = reading;
  const { name, title } = declaredOf(named);
  const text = reading.text ?? valueText(set, named.type, value, title);
  reading.text = text;
  if (named.is === 'parameter') return { is: 'parameter', name, title, text };
  const { level, id } = subject;
  return { is: 'fact', name, title, subject: subject.title, level, id, text };
}

function declaredOf(named: Named): { readonly name: string; readonly title: string } {
  if (named.is === 'field') return named.field;
  return named.is === 'parameter' ? named.parameter : named.rule;
}

/** Each reading is one object, so a repetition is the same one. */
function distinct(readings: readonly Reading[]): Iterable<Reading> {
  if (readings.length < 2) return readings;
  if (readings.length > MANY) return new Set(readings);
  return readings.filter((each, index) => readings.indexOf(each) === index);
}

const MANY = 32;
