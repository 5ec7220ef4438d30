import { aggregateTell, callTell, cellTell } from './account-call.ts';
import { comparisonTell, logicTell, membershipTell } from './account-relation.ts';
import { type Program, programOf } from './compile.ts';
import { operandText, UNKNOWN, valueText, wordsOf } from './figure-text.ts';
import { literalType, SIGN, titleOf } from './formula-text.ts';
import type { ReadRule } from './named.ts';
import { truthOf } from './operation.ts';
import type { Finding, Place } from './place.ts';
import type { Expression } from './syntax.ts';
import { atom, combined, NOT_KNOWN, operandOf, sentence, spaced, type Told } from './told.ts';
import { codeOf, isLiteral, operandTell, type Tell, type Teller, typeOf } from './teller.ts';
import { parseType, type Type } from './type.ts';

/**
 * How a result (`result` as printed) was computed: the branch really taken, with figures and units, rounding in words:
 * `（740.00 − 约 418.33）× 3 人，四舍五入到分 = 965.00 元/月`.
 */
export function accountOf({ slot, place }: Finding, result: string): string {
  const { run } = place;
  const { rule } = slot;
  if (rule.cases === null) return '';
  const account = slot.account ?? tellOf(tellerOf(programOf(run.set), rule), rule.tree);
  slot.account = account;
  const [reading, row] = [run.reading, run.row];
  run.reading = [];
  const told = account(place);
  run.reading = reading;
  run.row = row;
  return resultText(told, slot.type, result);
}

function tellerOf(program: Program, rule: ReadRule): Teller {
  return { program, level: rule.level, wanted: parseType(rule.type), tellOf };
}

function resultText({ text, label, isReason }: Told, type: Type, result: string): string {
  const isFigure = type.kind === 'number';
  if (label !== undefined && !isReason) return label === '' ? '' : spaced(label, result);
  if (isFigure && !isReason) return `${spaced(text, '=')} ${result}`;
  if (text === '') return '';
  if (result === UNKNOWN) return `${text}，尚不能确定`;
  return `${text}，故为${isFigure ? ` ${result}` : `“${result}”`}`;
}

function tellOf(teller: Teller, tree: Expression): Tell {
  switch (tree.is) {
    case 'number':
      return always(atom(operandText(literalType(tree.unit), tree.value)));
    case 'code': {
      const { program, wanted } = teller;
      return always(atom(wanted ? wordsOf(program.set, wanted, [tree.code]) : tree.code));
    }
    case 'yes/no':
      return always(sentence(''));
    case 'name':
      return nameTell(teller, tree);
    case 'unknown':
      return always(NOT_KNOWN);
    case 'not':
      return tellOf({ ...teller, wanted: null }, tree.of);
    case 'and':
    case 'or':
      return logicTell({ ...teller, wanted: null }, tree);
    case 'in':
    case 'in-list':
      return membershipTell(teller, tree);
    case 'if':
      return choiceTell(teller, tree);
    case 'sum':
    case 'count':
    case 'any':
    case 'all':
      return aggregateTell(teller, tree);
    case 'cell':
      return cellTell(teller, tree);
    case 'call':
      return callTell(teller, tree);
    case '+':
    case '-':
    case '*':
    case '/': {
      const [left, sign, right] = [operandTell(teller, tree.left), SIGN[tree.is], tree.right];
      const other = operandTell(teller, right);
      return (at) => combined(left(at), sign, other(at));
    }
    default:
      return comparisonTell({ ...teller, wanted: null }, tree);
  }
}

function always(told: Told): Tell {
  return () => told;
}

function nameTell(teller: Teller, tree: Extract<Expression, { is: 'name' }>): Tell {
  const [code, type, title] = [
    codeOf(teller, tree),
    typeOf(teller, tree),
    titleOf({ set: teller.program.set, level: teller.level }, tree.name),
  ];
  const { set } = teller.program;
  if (!type) throw new Error(`no type of ${tree.name}`);
  if (type.kind === 'number') return (at) => atom(operandOf(type, code(at), title), title);
  if (type.kind === 'yes/no') {
    return (at) => sentence(`${title}：${valueText(set, type, code(at))}`);
  }
  return (at) => atom(valueText(set, type, code(at)), title);
}

/**
 * The branch taken; where that is a bare figure or word, the condition it was taken for. Where none of a
 * place's rows holds, that is the reason.
 */
function choiceTell(teller: Teller, tree: Extract<Expression, { is: 'if' }>): Tell {
  const condition = codeOf(teller, tree.condition);
  const reason = tellOf({ ...teller, wanted: null }, tree.condition);
  const why = (at: Place): Told => ({ ...sentence(reason(at).text), isReason: true });
  const none = always({ ...sentence('没有符合的情形'), isReason: true });
  const then = isLiteral(tree.then) ? why : tellOf(teller, tree.then);
  const last = tree.title === undefined ? why : none;
  const other = isLiteral(tree.else) ? last : tellOf(teller, tree.else);
  return (at) => {
    const { value } = truthOf(condition(at));
    if (value === null) return why(at);
    return (value ? then : other)(at);
  };
}
