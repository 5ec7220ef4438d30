import { typeOfFormula } from './check.ts';
import { compile, type Program } from './compile.ts';
import type { Level } from './declaration.ts';
import type { Code, Place } from './place.ts';
import type { Expression } from './syntax.ts';
import { atom, operandOf, type Told } from './told.ts';
import type { Type } from './type.ts';

/** Writes out one part of a formula for a record. */
export type Tell = (at: Place) => Told;

/** Where a formula is written out: its names live at a level, its bare codes belong to `wanted`. */
export type Teller = {
  readonly program: Program;
  readonly level: Level;
  readonly wanted: Type | null;
  /** Writes out any part; what writes out one kind of part calls it for the parts inside. */
  readonly tellOf: (teller: Teller, tree: Expression) => Tell;
};

export function codeOf({ program, level }: Teller, tree: Expression): Code {
  return compile(program, tree, level);
}

export function typeOf({ program, level }: Teller, tree: Expression): Type | null {
  return typeOfFormula(program.set, tree, level);
}

/** A part of a larger calculation: a figure in place of the reason it was chosen for. */
export function operandTell(teller: Teller, tree: Expression): Tell {
  const tell = teller.tellOf(teller, tree);
  if (tree.is !== 'if') return tell;
  const [code, type] = [codeOf(teller, tree), typeOf(teller, tree)];
  return (at) => {
    const told = tell(at);
    return told.isReason ? atom(operandOf(type, code(at))) : told;
  };
}

export function isLiteral(tree: Expression): boolean {
  return tree.is === 'number' || tree.is === 'code' || tree.is === 'yes/no';
}
