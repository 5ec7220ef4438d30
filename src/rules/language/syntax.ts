import { grammar, type Node } from 'ohm-js';
import { rational, type Rational } from './rational.ts';

/** A formula as read. Names are not resolved yet; the checker does that. */
export type Expression =
  | { readonly is: 'number'; readonly value: Rational; readonly unit: string }
  | { readonly is: 'code'; readonly code: string }
  | { readonly is: 'yes/no'; readonly value: boolean }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'unknown'; readonly text: string }
  | { readonly is: 'not'; readonly of: Expression }
  | { readonly is: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly is: Arithmetic; readonly left: Expression; readonly right: Expression }
  | { readonly is: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly is: 'in'; readonly of: Expression; readonly codes: readonly string[] }
  | { readonly is: 'in-list'; readonly of: Expression; readonly list: string }
  | {
      readonly is: 'if';
      /** The title of the row of a place's cases that the condition and `then` come from. */
      readonly title?: string;
      readonly condition: Expression;
      readonly then: Expression;
      readonly else: Expression;
    }
  | Aggregate
  /** The figure of one column in the row of a code. */
  | {
      readonly is: 'cell';
      readonly table: string;
      readonly of: Expression;
      readonly column: string;
    }
  | { readonly is: 'call'; readonly name: string; readonly given: readonly Expression[] };

export type Aggregate = {
  readonly is: 'sum' | 'count' | 'any' | 'all';
  readonly level: string;
  readonly where: Expression | null;
  readonly of: Expression | null;
};
export type Arithmetic = '+' | '-' | '*' | '/';
export type Comparison = '<' | '<=' | '>' | '>=' | '=' | '<>';

const language = grammar(String.raw`
  Formula {
    Expr = If | Or
    If = if Expr then Expr else Expr
    Or = Or or And -- or
       | And
    And = And and Not -- and
        | Not
    Not = not Not -- not
        | Comparison
    Comparison = Sum ("<=" | ">=" | "<>" | "<" | ">" | "=") Sum -- compare
               | Sum in "(" ListOf<code, ","> ")" -- in
               | Sum in name -- inList
               | Sum
    Sum = Sum ("+" | "-") Product -- sum
        | Product
    Product = Product ("*" | "/") Atom -- product
            | Atom
    Atom = Aggregate
         | unknown "(" text ")" -- unknown
         | cell "(" name "," Expr "," word ")" -- cell
         | name "(" ListOf<Expr, ","> ")" -- call
         | Quantity
         | code
         | name -- name
         | "(" Expr ")" -- parens
    Aggregate = aggregate "(" name Where? Of? ")"
    Where = where Expr
    Of = ":" Expr
    Quantity = digits "%" -- percent
             | digits unit -- unit
             | digits -- plain

    keyword = if | then | else | or | and | not | in | where | yes | no | unknown | cell | aggregate
    if = "if" ~nameChar
    then = "then" ~nameChar
    else = "else" ~nameChar
    or = "or" ~nameChar
    and = "and" ~nameChar
    not = "not" ~nameChar
    in = "in" ~nameChar
    where = "where" ~nameChar
    yes = "yes" ~nameChar
    no = "no" ~nameChar
    unknown = "unknown" ~nameChar
    cell = "cell" ~nameChar
    aggregate = ("sum" | "count" | "any" | "all") ~nameChar
    name = yes | no | word
    word = ~keyword letter nameChar*
    nameChar = alnum
    unit = ~keyword lower (lower | "-")* per*
    per = "/" ("fen" | "month" | "person" | "year" | "square-metre") ~nameChar
    digits = digit+ ("." digit+)?
    code = "'" (~"'" any)+ "'"
    text = "\"" (~"\"" any)+ "\""
  }
`);

type Binary = Extract<Expression, { left: Expression }>['is'];
const binary = (left: Node, operator: Node, right: Node): Expression => ({
  is: operator.sourceString as Binary,
  left: left['tree'](),
  right: right['tree'](),
});
const inner = (node: Node): string => node.sourceString.slice(1, -1);
const optional = (node: Node): Expression | null => node.children[0]?.['tree']() ?? null;

/** Where each part of a formula stands in its text, for those who must point at a fault. */
const stands = new WeakMap<Expression, readonly [from: number, to: number]>();

/** The first character of a part in the formula it was read from, and the one after its last. */
export function standsAt(tree: Expression): readonly [from: number, to: number] | null {
  return stands.get(tree) ?? null;
}

type Action = (this: Node, ...parts: Node[]) => Expression;

/** The same actions, each noting where what it made stands; the grammar counts their parameters. */
function noting(actions: Readonly<Record<string, (...parts: Node[]) => Expression>>) {
  const noted = Object.entries(actions).map(([rule, make]): [string, Action] => {
    const action: Action = function (...parts) {
      const tree = make(...parts);
      const { startIdx, endIdx } = this.source;
      if (!stands.has(tree)) stands.set(tree, [startIdx, endIdx]);
      return tree;
    };
    return [rule, Object.defineProperty(action, 'length', { value: make.length })];
  });
  return Object.fromEntries(noted);
}

const actions = {
  If: (_if, condition, _then, yes, _else, no) => ({
    is: 'if',
    condition: condition['tree'](),
    then: yes['tree'](),
    else: no['tree'](),
  }),
  Or_or: binary,
  And_and: binary,
  Not_not: (_not, of) => ({ is: 'not', of: of['tree']() }),
  Comparison_compare: binary,
  Comparison_in: (of, _in, _open, codes, _close) => ({
    is: 'in',
    of: of['tree'](),
    codes: codes.asIteration().children.map(inner),
  }),
  Comparison_inList: (of, _in, list) => ({
    is: 'in-list',
    of: of['tree'](),
    list: list.sourceString,
  }),
  Sum_sum: binary,
  Product_product: binary,
  Atom_unknown: (_unknown, _open, text, _close) => ({ is: 'unknown', text: inner(text) }),
  Atom_cell: (_cell, _open, table, _first, of, _second, column, _close) => ({
    is: 'cell',
    table: table.sourceString,
    of: of['tree'](),
    column: column.sourceString,
  }),
  Atom_call: (name, _open, given, _close) => ({
    is: 'call',
    name: name.sourceString,
    given: given.asIteration().children.map((each) => each['tree']()),
  }),
  Atom_name: (name) => nameOrTruth(name.sourceString),
  Atom_parens: (_open, inside, _close) => inside['tree'](),
  Aggregate: (operator, _open, level, where, of, _close) => ({
    is: operator.sourceString as Aggregate['is'],
    level: level.sourceString,
    where: optional(where),
    of: optional(of),
  }),
  Where: (_where, condition) => condition['tree'](),
  Of: (_colon, of) => of['tree'](),
  Quantity_percent: (digits, _sign) => quantity(digits, 'percent', 100),
  Quantity_unit: (digits, unit) => quantity(digits, unit.sourceString, 1),
  Quantity_plain: (digits) => quantity(digits, 'number', 1),
  code: (_open, text, _close) => ({ is: 'code', code: text.sourceString }),
} satisfies Readonly<Record<string, (...parts: Node[]) => Expression>>;

const semantics = language.createSemantics().addOperation<Expression>('tree', noting(actions));

/** "2.5" is 25 tenths; yuan are written for readers and counted as fen. */
function quantity(digits: Node, written: string, divisor: number): Expression {
  const [whole = '', decimals = ''] = digits.sourceString.split('.');
  const unit = written.replace(/^yuan(?=$|\/)/, 'fen');
  const times = unit === written ? 1n : 100n;
  const top = BigInt(whole + decimals) * times;
  return {
    is: 'number',
    value: rational(top, BigInt(divisor) * 10n ** BigInt(decimals.length)),
    unit,
  };
}

function nameOrTruth(name: string): Expression {
  if (name === 'yes' || name === 'no') return { is: 'yes/no', value: name === 'yes' };
  return { is: 'name', name };
}

/** Formulas read before; a frame's are read again with every place that binds it. */
const read = new Map<string, Expression>();
const MOST_REMEMBERED = 5000;

/** Reads a formula, or says in Chinese where it cannot be read. */
export function tryParse(
  text: string,
): { ok: true; tree: Expression } | { ok: false; message: string; position: number } {
  const known = read.get(text);
  if (known) return { ok: true, tree: known };
  const match = language.match(text);
  if (match.failed()) {
    const position = match.getRightmostFailurePosition();
    const rest = text.slice(position, position + 20).trim();
    const where = rest === '' ? '末尾不完整' : `第${position + 1}个字符“${rest}”处读不懂`;
    return { ok: false, message: `算式写法有误，${where}：${text}`, position };
  }
  const tree = semantics(match)['tree']() as Expression;
  if (read.size >= MOST_REMEMBERED) read.clear();
  read.set(text, tree);
  return { ok: true, tree };
}

/** For formulas already checked. */
export function parseFormula(text: string): Expression {
  const result = tryParse(text);
  if (result.ok) return result.tree;
  throw new SyntaxError(result.message);
}
