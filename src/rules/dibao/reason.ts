import type { Find } from '../language/evaluate.ts';
import { valueText, yuanText } from '../language/explain.ts';
import { isPoint } from '../language/range.ts';
import { fractionOf, negated, plus, type Rational, sign } from '../language/rational.ts';
import type { Value } from '../language/value.ts';
import type { ParameterSource } from '../parameter-source.ts';
import type { Reason } from './assessment.ts';
import { dibaoRuleSet } from './dibao-rule-set.ts';

/** Each condition of eligibility: the rule that says whether it holds, its figure and its line. */
const CONDITIONS = [
  {
    rule: 'incomeBelowStandard',
    figure: 'perCapitaIncome',
    parameter: 'standard',
    needs: 'standard',
  },
  {
    rule: 'financialWithinLimit',
    figure: 'financialPerHead',
    limit: 'financialLimit',
    needs: 'financialMonths',
  },
  { rule: 'vehiclesWithinLimit', figure: 'countedVehicles', needs: 'vehicleExemptUses' },
  {
    rule: 'homesWithinLimit',
    figure: 'countedHomes',
    parameter: 'homesLimit',
    needs: 'homesLimit',
  },
  {
    rule: 'nonResidentialWithinLimit',
    figure: 'countedNonResidential',
    parameter: 'nonResidentialLimit',
    needs: 'nonResidentialLimit',
  },
  {
    rule: 'registeredCapitalWithinLimit',
    figure: 'registeredCapitalTotal',
    parameter: 'registeredCapitalLimit',
    needs: 'registeredCapitalLimit',
  },
] as const satisfies readonly Condition[];

type Condition = {
  readonly rule: string;
  readonly figure: string;
  readonly limit?: string;
  readonly parameter?: string;
  readonly needs: string;
};

/** The conditions this place uses, met or not, each with how far the family is from the line. */
export function reasonsOf(find: Find, source: ParameterSource): Reason[] {
  const conditions: readonly Condition[] = CONDITIONS;
  return conditions
    .filter((each) => source.valueOf(each.needs).kind !== 'not-used')
    .map((each) => reasonOf(find, source, each));
}

function reasonOf(find: Find, source: ParameterSource, condition: Condition): Reason {
  const finding = find(condition.rule);
  const figure = find(condition.figure);
  const { value } = finding;
  const is =
    value.kind !== 'yes/no' || value.value === null ? 'undecided' : value.value ? 'met' : 'not-met';
  const line = condition.limit
    ? find(condition.limit).value
    : condition.parameter
      ? source.valueOf(condition.parameter)
      : null;
  const figureText = textOf(condition.figure, figure.value);
  const lineText = line ? textOf(condition.limit ?? condition.parameter ?? '', line) : null;
  const verdict = { met: '符合', 'not-met': '不符合', undecided: '尚不能确定' }[is];
  const missing = value.missing.map((each) => each.text).join('、');
  return {
    rule: condition.rule,
    is,
    text:
      `${finding.rule.title}：${verdict}。${figure.rule.title}${figureText}` +
      `${lineText ? `，规定的线为${lineText}` : ''}。${missing ? `待查清：${missing}。` : ''}`,
    citation: finding.rule.citation,
    distance: line ? distanceText(figure.value, line, isMoney(condition.figure)) : '',
  };
}

function textOf(name: string, value: Value): string {
  const scope = dibaoRuleSet.scope.get('household');
  const text = valueText(dibaoRuleSet, scope?.get(name)?.type ?? { kind: 'yes/no' }, value);
  return /^[约\d]/.test(text) ? ` ${text}` : text;
}

function isMoney(name: string): boolean {
  const type = dibaoRuleSet.scope.get('household')?.get(name)?.type;
  return type?.kind === 'number' && type.unit?.fen === 1;
}

/** "还差 12.00" is for officials and families alike: what would change the result. */
function distanceText(figure: Value, line: Value, money: boolean): string {
  if (figure.kind !== 'number' || line.kind !== 'number') return '';
  if (!isPoint(figure.range) || !isPoint(line.range)) return '';
  const gap: Rational = plus(line.range.low, negated(figure.range.low));
  const shown = (each: Rational) => (money ? `${yuanText(each)} 元` : `${fractionOf(each).top} 处（套）`);
  if (gap === 0) return '正好等于规定的线';
  return sign(gap) > 0 ? `比规定的线低 ${shown(gap)}` : `超过规定的线 ${shown(negated(gap))}`;
}
