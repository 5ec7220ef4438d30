import type { Field, Level, Parameter, Rule, RuleSetText } from './declaration.ts';
import type { Expression } from './syntax.ts';
import type { Type } from './type.ts';

/** What a name in a formula stands for. */
export type Named =
  | { readonly is: 'field'; readonly level: Level; readonly type: Type; readonly field: Field }
  | {
      readonly is: 'parameter';
      readonly level: 'area';
      readonly type: Type;
      readonly parameter: Parameter;
    }
  | { readonly is: 'rule'; readonly level: Level; readonly type: Type; readonly rule: ReadRule };

export type ReadRule = Rule & { readonly tree: Expression };

/** A checked set of rules. `order` lists the rules so that each comes after those it needs. */
export type RuleSet = {
  readonly text: RuleSetText;
  readonly scope: ReadonlyMap<Level, ReadonlyMap<string, Named>>;
  readonly order: readonly ReadRule[];
};

export type RuleFault = { readonly rule: string; readonly message: string };
