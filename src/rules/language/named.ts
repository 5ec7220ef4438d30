import type { Cases } from './cases.ts';
import type { CodeList, Field, Level, Parameter, Rule, RuleSetText } from './declaration.ts';
import type { Expression } from './syntax.ts';
import type { Type } from './type.ts';
import type { Value } from './value.ts';

/** What a name in a formula stands for. */
export type Named =
  | { readonly is: 'field'; readonly level: Level; readonly type: Type; readonly field: Field }
  | {
      readonly is: 'parameter';
      /** The area's, but for `cases` before they are bound. */
      readonly level: Level;
      readonly type: Type;
      readonly parameter: Parameter;
    }
  | { readonly is: 'rule'; readonly level: Level; readonly type: Type; readonly rule: ReadRule };

/** `cases` is there on a rule that a place's rows became; null where the place does not use it. */
export type ReadRule = Rule & { readonly tree: Expression; readonly cases?: Cases | null };

/** A checked set of rules. `order` lists the rules so that each comes after those it needs. */
export type RuleSet = {
  readonly text: RuleSetText;
  /** Every code list, the open ones with the codes of the place's tables. */
  readonly codes: Readonly<Record<string, CodeList>>;
  readonly scope: ReadonlyMap<Level, ReadonlyMap<string, Named>>;
  readonly order: readonly ReadRule[];
};

/**
 * The rules as they stand in one place on one day: what the place wrote as `cases` is part of the set, and
 * no parameter of type `cases` is left in its scope. Everything that computes takes one of these.
 */
export type Policy = {
  readonly set: RuleSet;
  /** The value of a needed parameter; throws for a name that is none. */
  readonly valueOf: (name: string) => Value;
};

export type RuleFault = { readonly rule: string; readonly message: string };
