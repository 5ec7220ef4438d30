import { valueText, wordsOf } from './figure-text.ts';
import { titleOf } from './formula-text.ts';
import { comparison, memberOf, truthOf } from './operation.ts';
import type { Place } from './place.ts';
import type { Comparison, Expression } from './syntax.ts';
import { codeOf, isLiteral, operandTell, type Tell, type Teller, typeOf } from './teller.ts';
import { sentence, spaced } from './told.ts';
import type { Type } from './type.ts';
import type { Value } from './value.ts';

type Logic = Extract<Expression, { is: 'and' | 'or' }>;
type Membership = Extract<Expression, { is: 'in' | 'in-list' }>;
type Compared = Extract<Expression, { is: Comparison }>;

/** Conditions are told as they are in fact; whether that makes the rule hold is told by its result. */
export function logicTell(teller: Teller, tree: Logic): Tell {
  const settles = tree.is === 'or';
  const [left, right] = [codeOf(teller, tree.left), codeOf(teller, tree.right)];
  const [tellLeft, tellRight] = [
    teller.tellOf(teller, tree.left),
    teller.tellOf(teller, tree.right),
  ];
  return (at) => {
    const one = truthOf(left(at)).value;
    if (one === settles) return tellLeft(at);
    const other = truthOf(right(at)).value;
    if (other === settles || (other === null && one !== null)) return tellRight(at);
    if (one === null && other !== null) return tellLeft(at);
    const texts = [tellLeft(at).text, tellRight(at).text].filter((text) => text !== '');
    return sentence(texts.join('，'));
  };
}

const LONGEST_LIST = 4;

/** `就业情况“就业”属于（就业、灵活就业）`; long lists are not written out. */
export function membershipTell(teller: Teller, tree: Membership): Tell {
  const { set } = teller.program;
  const [of, type] = [codeOf(teller, tree.of), typeOf(teller, tree.of)];
  if (!type) throw new Error('no type of a code');
  const name = nameOf(teller, tree.of);
  const list = tree.is === 'in-list' ? codeOf(teller, { is: 'name', name: tree.list }) : null;
  const words =
    tree.is === 'in-list'
      ? `“${titleOf({ set, level: teller.level }, tree.list)}”`
      : tree.codes.length > LONGEST_LIST
        ? '所列的情形'
        : `（${wordsOf(set, type, tree.codes)}）`;
  return (at) => {
    const [value, listed] = [of(at), list?.(at)];
    const codes = listed?.kind === 'codes' ? listed.codes : tree.is === 'in' ? tree.codes : [];
    const inside = truthOf(memberOf(value, codes)).value;
    const relation = inside === null ? '是否属于' : inside ? '属于' : '不属于';
    return sentence(`${name}“${valueText(set, type, value)}”${relation}${words}`);
  };
}

const HELD = { '<': '<', '<=': '≤', '>': '>', '>=': '≥', '=': '=', '<>': '≠' } as const;
const OPPOSITE = { '<': '≥', '<=': '>', '>': '≤', '>=': '<', '=': '≠', '<>': '=' } as const;

export function comparisonTell(teller: Teller, tree: Compared): Tell {
  const type = typeOf(teller, tree.left);
  if (type?.kind === 'code') return codeTell(teller, tree, type);
  const hint = nameOf(teller, tree.left) || nameOf(teller, tree.right);
  const [left, right] = [sideOf(teller, tree.left, hint), sideOf(teller, tree.right, hint)];
  const [leftCode, rightCode] = [codeOf(teller, tree.left), codeOf(teller, tree.right)];
  return (at) => {
    const [one, other] = [leftCode(at), rightCode(at)];
    const { value } = truthOf(comparison(tree.is, one, other));
    const sign = value === false ? OPPOSITE[tree.is] : HELD[tree.is];
    return sentence(`${left(at, one)} ${sign} ${right(at, other)}`);
  };
}

type Side = (at: Place, value: Value) => string;

/** One side with its name and full unit; a calculation with its result. */
function sideOf(teller: Teller, tree: Expression, hint: string): Side {
  const type: Type = typeOf(teller, tree) ?? { kind: 'number', unit: null };
  const { set } = teller.program;
  const isFigure = type.kind === 'number';
  const full = (value: Value) => valueText(set, type, value, isFigure ? hint : '');
  const name = nameOf(teller, tree);
  if (name !== '') return (_, value) => spaced(name, full(value));
  if (isLiteral(tree)) return (_, value) => full(value);
  const tell = operandTell(teller, tree);
  return (at, value) => {
    const { label, text } = tell(at);
    if (label === undefined) return `${spaced(text, '=')} ${full(value)}`;
    return label === '' ? full(value) : spaced(label, full(value));
  };
}

/** `就业情况是“未就业”，不是“就业”`. */
function codeTell(teller: Teller, tree: Compared, type: Type): Tell {
  const { set } = teller.program;
  const name = nameOf(teller, tree.left);
  const left = codeOf(teller, tree.left);
  const right = codeOf(teller, tree.right);
  return (at) => {
    const [one, other] = [left(at), right(at)];
    const same = truthOf(comparison('=', one, other)).value;
    const [word, otherWord] = [valueText(set, type, one), valueText(set, type, other)];
    if (same === true) return sentence(`${name}是“${word}”`);
    if (same === false) return sentence(`${name}是“${word}”，不是“${otherWord}”`);
    return sentence(`${name}是否“${otherWord}”不明`);
  };
}

function nameOf({ program, level }: Teller, tree: Expression): string {
  return tree.is === 'name' ? titleOf({ set: program.set, level }, tree.name) : '';
}
