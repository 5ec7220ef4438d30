import type { Condition } from './condition.ts';
import type { Reason } from './assessment.ts';
import type { Find, Subject } from './language/evaluate.ts';
import { valueText, yuanText } from './language/explain.ts';
import { figureText } from './language/figure-text.ts';
import type { RuleSet } from './language/named.ts';
import { isPoint } from './language/range.ts';
import { compare, dividedBy, negated, plus, type Rational, rational } from './language/rational.ts';
import type { Type } from './language/type.ts';
import type { Value } from './language/value.ts';
import type { ParameterSource } from './parameter-source.ts';

/** The conditions this place uses, met or not, each with how far the family is from the line. */
export function reasonsOf(
  find: Find,
  source: ParameterSource,
  conditions: readonly Condition[],
): Reason[] {
  return conditions
    .filter((each) => !each.needs || source.valueOf(each.needs).kind !== 'not-used')
    .map((each) => reasonOf(find, source, each));
}

function reasonOf(find: Find, source: ParameterSource, condition: Condition): Reason {
  const finding = find(condition.rule);
  const figure = condition.figure ? find(condition.figure) : null;
  const line = condition.limit
    ? find(condition.limit).value
    : condition.parameter
      ? source.valueOf(condition.parameter)
      : null;
  const named = (name: string, value: Value) =>
    counted(namedText(source.set, name, value), condition);
  const figures = figure
    ? `${figure.rule.title}${named(figure.rule.name, figure.value)}${
        line ? `，规定的线为${named(condition.limit ?? condition.parameter ?? '', line)}` : ''
      }。`
    : '';
  return {
    ...verdictOf(finding.rule.title, finding.value, figures),
    rule: condition.rule,
    citation: finding.rule.citation,
    distance:
      line && figure
        ? distanceText(figure.value, line, (gap) =>
            counted(gapText(source.set, figure.rule.name, gap), condition),
          )
        : '',
  };
}

/** The conditions of one person, each in a sentence. */
export function personReasons(find: Find, person: Subject, rules: readonly string[]): Reason[] {
  return rules.map((rule) => {
    const { rule: named, value } = find(rule, person);
    return {
      ...verdictOf(`${person.title}${named.title}`, value, ''),
      rule,
      citation: named.citation,
      distance: '',
    };
  });
}

function verdictOf(title: string, value: Value, figures: string): Pick<Reason, 'is' | 'text'> {
  const is =
    value.kind !== 'yes/no' || value.value === null ? 'undecided' : value.value ? 'met' : 'not-met';
  const verdict = { met: '符合', 'not-met': '不符合', undecided: '尚不能确定' }[is];
  const missing = value.missing.map((each) => each.text).join('、');
  return { is, text: `${title}：${verdict}。${figures}${missing ? `待查清：${missing}。` : ''}` };
}

/**
 * What would change the result: the conditions not met, or else the line the family is nearest to, by how
 * large a part of the line the distance is.
 */
export function wouldChange(
  find: Find,
  source: ParameterSource,
  conditions: readonly Condition[],
  reasons: readonly Reason[],
): string {
  const failed = reasons.filter((each) => each.is === 'not-met');
  if (failed.length > 0) {
    return failed
      .map((each) => {
        const title = each.text.slice(0, each.text.indexOf('：'));
        return each.distance === '' ? `不符合“${title}”` : `“${title}”${each.distance}`;
      })
      .join('；');
  }
  let nearest: { gap: Rational; text: string } | null = null;
  for (const condition of conditions) {
    const reason = reasons.find((each) => each.rule === condition.rule);
    const gap = reason ? relativeGap(find, source, condition) : null;
    if (!reason || gap === null) continue;
    if (nearest === null || compare(gap, nearest.gap) < 0) {
      const title = reason.text.slice(0, reason.text.indexOf('：'));
      nearest = { gap, text: `最近的线是“${title}”：${reason.distance}` };
    }
  }
  return nearest?.text ?? '';
}

function relativeGap(find: Find, source: ParameterSource, condition: Condition): Rational | null {
  if (!condition.figure) return null;
  const figure = find(condition.figure).value;
  const line = condition.limit
    ? find(condition.limit).value
    : condition.parameter
      ? source.valueOf(condition.parameter)
      : null;
  if (figure.kind !== 'number' || line?.kind !== 'number') return null;
  if (!isPoint(figure.range) || !isPoint(line.range)) return null;
  const zero = rational(0);
  if (compare(line.range.low, zero) <= 0) return null;
  const gap = plus(line.range.low, negated(figure.range.low));
  return compare(gap, zero) < 0 ? null : dividedBy(gap, line.range.low);
}

function namedText(set: RuleSet, name: string, value: Value): string {
  const text = valueText(set, typeOf(set, name), value);
  return /^[约\d-]/.test(text) ? ` ${text}` : text;
}

function typeOf(set: RuleSet, name: string): Type {
  return set.scope.get('household')?.get(name)?.type ?? { kind: 'yes/no' };
}

/** A count of things says of what; one not known says nothing. */
function counted(text: string, { countedIn }: Condition): string {
  return countedIn && /\d$/.test(text) ? `${text} ${countedIn}` : text;
}

/** How far apart, in the unit of the figure; money by the person and month is money here. */
function gapText(set: RuleSet, name: string, gap: Rational): string {
  const type = typeOf(set, name);
  const isMoney = type.kind === 'number' && type.unit?.fen === 1;
  return isMoney ? `${yuanText(gap)} 元` : figureText(type, gap);
}

/** "还差 12.00" is for officials and families alike: what would change the result. */
function distanceText(figure: Value, line: Value, shown: (gap: Rational) => string): string {
  if (figure.kind !== 'number' || line.kind !== 'number') return '';
  if (!isPoint(figure.range) || !isPoint(line.range)) return '';
  const gap: Rational = plus(line.range.low, negated(figure.range.low));
  const sign = compare(gap, rational(0));
  if (sign === 0) return '正好等于规定的线';
  return sign > 0 ? `比规定的线低 ${shown(gap)}` : `超过规定的线 ${shown(negated(gap))}`;
}
