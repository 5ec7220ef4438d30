import type { Citation } from '../../kernel/citation.ts';
import { type Fen, fen, formatYuan } from '../../kernel/fen.ts';
import { formatDate } from '../../kernel/local-date.ts';
import type { Level } from './declaration.ts';
import type { Finding, Reading } from './evaluate.ts';
import { isPoint } from './range.ts';
import { fractionOf, isWhole, type Rational, toNumber } from './rational.ts';
import type { Named, RuleSet } from './named.ts';
import type { Type } from './type.ts';
import type { Value } from './value.ts';

/** One line of the calculation sheet. `text` is the figure as printed, unit included; "未知" when undecided. */
export type Step = {
  readonly rule: string;
  readonly title: string;
  readonly level: Level;
  readonly subject: string;
  readonly text: string;
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
  const { rule, subject, value } = finding;
  const type = set.scope.get(rule.level)?.get(rule.name)?.type ?? { kind: 'yes/no' };
  const read = repeated ? [] : distinct(finding.read);
  return {
    rule: rule.name,
    title: rule.title,
    level: rule.level,
    subject: subject.title,
    text: valueText(set, type, value),
    formula: rule.formula,
    citation: rule.citation,
    missing: value.missing.map((each) => each.text),
    inputs: read.flatMap((each) => inputOf(set, each)),
    steps: read.flatMap((each) => {
      if (each.is !== 'rule') return [];
      const isKnownCondition = each.finding.value.kind === 'yes/no' && shown.has(each.finding);
      return isKnownCondition ? [] : [explain(set, each.finding, shown)];
    }),
  };
}

function inputOf(set: RuleSet, reading: Reading): StepInput[] {
  if (reading.is === 'rule') return [];
  const { named, subject, value } = reading;
  const text = valueText(set, named.type, value);
  if (named.is === 'parameter') {
    const { name, title } = named.parameter;
    return [{ is: 'parameter', name, title, text }];
  }
  const declared = declaredOf(named);
  return [{ is: 'fact', ...declared, subject: subject.title, text }];
}

function declaredOf(named: Named): { name: string; title: string } {
  const declared =
    named.is === 'field' ? named.field : named.is === 'rule' ? named.rule : named.parameter;
  return { name: declared.name, title: declared.title };
}

function distinct(readings: readonly Reading[]): Reading[] {
  const seen = new Map<unknown, Map<unknown, Reading>>();
  for (const each of readings) {
    const [what, where] = each.is === 'rule' ? [each.finding, null] : [each.named, each.subject];
    const at = seen.get(what) ?? new Map<unknown, Reading>();
    seen.set(what, at);
    if (!at.has(where)) at.set(where, each);
  }
  return [...seen.values()].flatMap((each) => [...each.values()]);
}

/** A value as people read it: yuan for fen, the code list's word for a code, 是/否, 未知. */
export function valueText(set: RuleSet, type: Type, value: Value): string {
  switch (value.kind) {
    case 'not-used':
      return '本地不使用';
    case 'yes/no':
      return value.value === null ? '未知' : value.value ? '是' : '否';
    case 'date':
      return value.value === null ? '未知' : formatDate(value.value);
    case 'code':
      return value.possible.length === 1 ? wordsOf(set, type, value.possible) : '未知';
    case 'codes':
      return value.codes.length === 0 ? '无' : wordsOf(set, type, value.codes);
    case 'table':
      return [...value.rows.values()].map((each) => each.title).join('、');
    case 'cases':
      return value.text;
    case 'bands':
      return `${value.bands.length} 档`;
    case 'number':
      if (!isPoint(value.range) || value.missing.length > 0) return '未知';
      return figureText(type, value.range.low);
  }
}

function wordsOf(set: RuleSet, type: Type, codes: readonly string[]): string {
  const list = type.kind === 'code' || type.kind === 'codes' ? set.codes[type.list] : undefined;
  return codes.map((code) => list?.[code] ?? code).join('、');
}

function figureText(type: Type, figure: Rational): string {
  const unit = type.kind === 'number' ? type.unit : null;
  if (!unit) return String(toNumber(figure));
  if (unit.fen === 1) {
    const per = `${unit.person < 0 ? '/人' : ''}${unit.month < 0 ? '/月' : ''}`;
    return `${yuanText(figure)} 元${per}`;
  }
  const word = unit.month
    ? ' 个月'
    : unit.person
      ? ' 人'
      : unit.year
        ? ' 岁'
        : unit['square-metre']
          ? ' 平方米'
          : '';
  const { top, bottom } = fractionOf(figure);
  const number = isWhole(figure) ? String(top) : `${top}/${bottom}`;
  return `${number}${word}`;
}

/** Whole fen exactly; a fraction of a fen is shown rounded and marked 约 (comparisons use the fraction). */
export function yuanText(figure: Rational): string {
  const shown = nearestFen(figure);
  return isWhole(figure) ? formatYuan(shown) : `约 ${formatYuan(shown)}`;
}

export function nearestFen(figure: Rational): Fen {
  return fen(Math.round(toNumber(figure)) + 0);
}
