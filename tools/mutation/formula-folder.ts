import { aloneRules, gradualExitRules } from '../../src/rules/dibao/alone-rule.ts';
import { amountRules, supplementRules } from '../../src/rules/dibao/amount-rule.ts';
import { frameText } from '../../src/rules/frame.ts';
import { compositionRules } from '../../src/rules/household/composition-rule.ts';
import { memberRules } from '../../src/rules/household/member-rule.ts';
import type { Rule } from '../../src/rules/language/declaration.ts';
import { marginRules } from '../../src/rules/margin/margin-rule.ts';
import { rigidRules } from '../../src/rules/rigid/rigid-rule.ts';
import { tekunRules } from '../../src/rules/tekun/tekun-rule.ts';
import { temporaryRules } from '../../src/rules/temporary/temporary-rule.ts';

const OWN: Readonly<Record<string, readonly Rule[]>> = {
  household: [...memberRules, ...compositionRules],
  dibao: [...amountRules, ...supplementRules, ...aloneRules, ...gradualExitRules],
  margin: marginRules,
  rigid: rigidRules,
  tekun: tekunRules,
  temporary: temporaryRules,
};
/** The folder every other rule of the frame is in. */
const REST = 'economy';

const folders = new Map(
  Object.entries(OWN).flatMap(([folder, rules]) =>
    rules.map((rule) => [rule.name, folder] as const),
  ),
);

/** The folder of `src/rules` a rule of the frame is written in. */
export function folderOf(rule: string): string {
  return folders.get(rule) ?? REST;
}

export const folderNames: readonly string[] = [
  ...new Set(frameText.rules.map(({ name }) => folderOf(name))),
];
