import { type Bounds, boundOf, boundText, isSafe } from './bounds.ts';
import { shapeFaults } from './cases.ts';
import { formulaFaults, guardFaults } from './check.ts';
import type { CodeList } from './declaration.ts';
import type { ReadRule, RuleSet } from './named.ts';
import * as range from './range.ts';
import type { Expression } from './syntax.ts';
import { parseType, type Type } from './type.ts';

type Row = { readonly words: string; readonly when: Expression | null; readonly give: Expression };

/** The rows of a rule that a place wrote, each with the words that name it in a fault. */
function rowsOf(rule: ReadRule): Row[] {
  return (rule.cases?.rows ?? []).map((row, index) => ({
    words: `第${index + 1}行“${row.title}”`,
    when: row.when?.tree ?? null,
    give: row.give.tree,
  }));
}

/** Names, levels, units and guards of every row, and whether the rows fit together. */
export function rowFaults(
  codes: Readonly<Record<string, CodeList | 'open'>>,
  scope: RuleSet['scope'],
  rule: ReadRule,
): string[] {
  const type = parseType(rule.type);
  const of = (tree: Expression, wanted: Type | null) =>
    formulaFaults(codes, scope, tree, rule.level, wanted);
  const messages = rule.cases && type ? shapeFaults(rule.cases, type) : [];
  for (const { words, when, give } of rowsOf(rule)) {
    const unguarded = guardFaults(scope, both(when, give), rule.level);
    messages.push(
      ...(when ? of(when, { kind: 'yes/no' }).map((why) => `${words}的条件：${why}`) : []),
      ...of(give, type).map((why) => `${words}的算式：${why}`),
      ...unguarded.map((why) => `${words}：${why}`),
    );
  }
  return messages;
}

function both(when: Expression | null, give: Expression): Expression {
  return when ? { is: 'if', condition: when, then: give, else: give } : give;
}

/** Figures that no double could hold, or that can never lie in the declared range. */
export function figureFaults(
  bounds: Bounds,
  rule: ReadRule,
  limits: readonly [number, number] | undefined,
): string[] {
  const type = parseType(rule.type);
  if (type?.kind !== 'number' || !limits) return [];
  const declared = range.scaled(limits, type);
  return rowsOf(rule).flatMap(({ words, give }) => {
    const found = boundOf(bounds, give, rule.level);
    if (!isSafe(found)) {
      return [
        `${words}的算式：数值可能超出安全整数范围：${boundText(found)}${divisorAdvice(found)}`,
      ];
    }
    const isApart =
      range.isLess(found, declared) === true || range.isLess(declared, found) === true;
    if (!isApart) return [];
    return [`${words}的算式：得数 ${boundText(found)}，应当在 ${boundText(declared)} 之间`];
  });
}

/** Only a division by what may be zero leaves a figure without an end. */
function divisorAdvice({ low, high }: range.Range): string {
  if (low !== null && high !== null) return '';
  return '。除数可能是 0，请写成不小于 1 的，例如 max(1 person, householdSize)';
}
