import type { Node } from './node.ts';

const INT32 = 2 ** 31;

/** Whether every value fits 32 bits, so that the machine's own integers compute it. */
export function isInt32({ low, high, isTruth }: Node): boolean {
  return !isTruth && low >= -INT32 && high < INT32;
}

/** The JavaScript of one operation on operands that are written already, each an atom or in brackets. */
export function expressionOf(node: Node, of: readonly string[]): string {
  const [a = '', b = '', c = ''] = of;
  switch (node.op) {
    case '+':
    case '-':
      return isInt32(node) ? `${a} ${node.op} ${b} | 0` : `${a} ${node.op} ${b}`;
    case '*':
      return areInt32(node) ? `Math.imul(${a}, ${b})` : `${a} * ${b}`;
    case 'floor':
      return isPlainQuotient(node) ? `${a} / ${b} | 0` : `Math.floor(${a} / ${b})`;
    case 'min':
    case 'max':
      return `Math.${node.op}(${a}, ${b})`;
    case '<':
    case '<=':
      return `${a} ${node.op} ${b}`;
    case '=':
      return `${a} === ${b}`;
    case 'not':
      return `!${a}`;
    case 'and':
      return `${a} && ${b}`;
    case 'or':
      return `${a} || ${b}`;
    case 'if':
      return `${a} ? ${b} : ${c}`;
    case 'positive':
    case 'try':
    case 'got':
      return a;
    case 'unknown':
      return '0';
    default:
      throw new Error(`${node.op} is no operation`);
  }
}

function areInt32(node: Node): boolean {
  return isInt32(node) && node.of.every(isInt32);
}

/** Cutting off is rounding down where nothing is negative. */
function isPlainQuotient(node: Node): boolean {
  return areInt32(node) && node.of.every((each) => each.low >= 0);
}
