import { frameText } from '../frame.ts';
import { frameOf } from '../language/bind.ts';
import { givenType } from '../language/cases.ts';
import { formulaFaults } from '../language/check.ts';
import type { Level, Parameter } from '../language/declaration.ts';
import type { RuleSet } from '../language/named.ts';
import { type Expression, standsAt, tryParse } from '../language/syntax.ts';
import { parseType, type Type } from '../language/type.ts';
import { partsOf } from '../language/walk.ts';
import { isRow } from './written-policy.ts';

/** Where in the rows of a place a fault lies: the path below the value, and the character of the formula. */
export type FormulaPlace = { readonly path: readonly PropertyKey[]; readonly character?: number };

/** `第2行“低保标准的两倍”的算式：没有这个名称：standart` */
const MESSAGE = /^第(\d+)行(?:“[^”]*”)?(?:的(条件|算式))?：?([\s\S]*)$/;

/** Points at what the message of a check of rows is about; null where it is about no row. */
export function placeInFormulas(
  parameter: Parameter,
  value: unknown,
  message: string,
): FormulaPlace | null {
  const [, number, part, why] = MESSAGE.exec(message) ?? [];
  if (number === undefined || why === undefined) return null;
  const index = Number(number) - 1;
  const isBare = Array.isArray(value);
  const rows: unknown = isBare ? value : isRow(value) ? value['rows'] : [];
  const row: unknown = Array.isArray(rows) ? rows[index] : undefined;
  const path = [...(isBare ? [] : ['rows']), index];
  if (part === undefined || !isRow(row)) return { path };
  const key = part === '条件' ? 'when' : 'give';
  const text = row[key];
  if (typeof text !== 'string') return { path: [...path, key] };
  const wanted = key === 'when' ? ({ kind: 'yes/no' } as const) : parseType(givenType(parameter));
  const character = characterOf(text, parameter.level ?? 'area', wanted, why);
  return { path: [...path, key], ...(character === null ? {} : { character }) };
}

function characterOf(text: string, level: Level, wanted: Type | null, why: string): number | null {
  const read = tryParse(text);
  if (!read.ok) return read.position;
  const frame = frameOf(frameText);
  if (!frame.ok) return null;
  const part = smallestWith(frame.rules, read.tree, level, { wanted, why });
  const at = part && standsAt(part);
  if (!at) return null;
  // The smallest part may still be a comparison: the word complained of stands somewhere in it.
  const [, word] = /(?:：|')([A-Za-z][\w-]*)'?(?:，|$)/.exec(why) ?? [];
  const within = word === undefined ? -1 : text.slice(...at).search(new RegExp(`\\b${word}\\b`));
  return at[0] + Math.max(within, 0);
}

/** The smallest part of a formula that is already wrong in the same words. */
function smallestWith(
  rules: RuleSet,
  tree: Expression,
  level: Level,
  { wanted, why }: { readonly wanted: Type | null; readonly why: string },
): Expression | null {
  if (!formulaFaults(frameText.codes, rules.scope, tree, level, wanted).includes(why)) return null;
  for (const part of partsOf(tree, level)) {
    const found = smallestWith(rules, part.of, part.level, { wanted: null, why });
    if (found) return found;
  }
  return tree;
}
