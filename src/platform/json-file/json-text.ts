import {
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';

/** Line and column, both from 1; a column counts characters as editors do. */
export type TextPlace = { readonly line: number; readonly column: number };

/** What part of the file is meant: a value by its path, the name of that value, or one character in a text. */
export type Target = {
  readonly path: readonly PropertyKey[];
  readonly isName?: boolean;
  /** Counted from 0 in the text the JSON string stands for. */
  readonly character?: number;
};

export type JsonFault = TextPlace & { readonly message: string };

/** A JSON file with the place of everything in it; null where it cannot be read. */
export type JsonText = {
  readonly faults: readonly JsonFault[];
  readonly json: {
    readonly value: unknown;
    /** Where it stands; for what is missing, where the nearest thing around it stands. */
    readonly placeOf: (target: Target) => TextPlace;
  } | null;
};

/**
 * Reads strict JSON. Of a file that cannot be read the first fault is told, because what follows it is guesswork;
 * a name given twice is told too, as nobody could say which of the two counts.
 */
export function readJsonText(given: string): JsonText {
  const text = given.startsWith('\ufeff') ? given.slice(1) : given;
  const lines = lineStarts(text);
  const at = (offset: number) => placeAt(lines, offset);
  const errors: ParseError[] = [];
  const root = treeOf(text, errors);
  const [first] = errors;
  if (!root || first) {
    const offset = text.trim() === '' ? 0 : (first?.offset ?? 0);
    return { faults: [{ ...at(offset), message: syntaxMessage(text, first) }], json: null };
  }
  const faults = repeatedNames(root).map((name) => ({
    ...at(name.offset),
    message: `“${String(name.value)}”在同一处写了两次，请只留一个`,
  }));
  const placeOf = (target: Target) => at(offsetOf(text, root, target));
  return { faults, json: { value: JSON.parse(text), placeOf } };
}

/** So deep a nesting is an attack, not a file of a county; the parser calls itself once for each level. */
function treeOf(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const SYNTAX: Readonly<Record<string, string>> = {
  InvalidSymbol: '这里读不懂。文字要放在英文双引号里；是否写 true 或者 false，没有写 null',
  InvalidNumberFormat: '数字的写法有误',
  PropertyNameExpected: '这里应当是带英文双引号的名称；前一项是最后一项的，请删去它后面的逗号',
  ValueExpected: '这里缺少值；前一项是最后一项的，请删去它后面的逗号',
  ColonExpected: '名称后面缺少英文冒号',
  CommaExpected: '与前一项之间缺少英文逗号',
  CloseBraceExpected: '缺少与“{”成对的“}”',
  CloseBracketExpected: '缺少与“[”成对的“]”',
  EndOfFileExpected: '内容已经完整，这里以后是多出来的',
  InvalidCommentToken: '不能写注释，说明请写在 note 里',
  UnexpectedEndOfString: '引号没有成对，文字要写在同一行里',
  UnexpectedEndOfNumber: '数字没有写完',
  InvalidUnicode: '反斜杠 u 后面应当是四位十六进制数',
  InvalidEscapeCharacter: '反斜杠后面的字符不对，反斜杠本身要写成两个',
  InvalidCharacter: '文字里不能有换行、制表等控制字符',
};

function syntaxMessage(text: string, error: ParseError | undefined): string {
  if (text.trim() === '') return '文件是空的';
  if (!error) return '括号套得太深，读不了';
  const sign = /^[，：；“”‘’｛｝［］（）]/.exec(text.slice(error.offset))?.[0];
  if (sign !== undefined) return `这里用了中文标点“${sign}”，请改成英文标点`;
  const code = printParseErrorCode(error.error);
  const closing = /^[}\]]/.exec(text.slice(error.offset))?.[0];
  if (code === 'CommaExpected' && closing) return `括号没有成对，这里不应当是“${closing}”`;
  return SYNTAX[code] ?? '写法有误';
}

function repeatedNames(node: Node): Node[] {
  const inside = (node.children ?? []).flatMap(repeatedNames);
  if (node.type !== 'object') return inside;
  const names = (node.children ?? []).flatMap((property) => property.children?.slice(0, 1) ?? []);
  const seen = new Set<unknown>();
  const again = names.filter(({ value }) => {
    const isKnown = seen.has(value);
    seen.add(value);
    return isKnown;
  });
  return [...again, ...inside];
}

function offsetOf(text: string, root: Node, { path, isName, character }: Target): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length) as (string | number)[]);
    if (!node) continue;
    if (length < path.length) return node.offset;
    const name = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
    if (isName && name) return name.offset;
    if (character === undefined || node.type !== 'string') return node.offset;
    return node.offset + 1 + rawLength(text.slice(node.offset + 1), character);
  }
  return root.offset;
}

/** How many signs of the file write the first characters of a text: `\n` is two signs, `\u4e00` six. */
function rawLength(raw: string, characters: number): number {
  let at = 0;
  for (let read = 0; read < characters; read += 1) {
    at += raw[at] === '\\' ? (raw[at + 1] === 'u' ? 6 : 2) : 1;
  }
  return at;
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((each) => each.index + each[0].length)];
}

function placeAt(lines: readonly number[], offset: number): TextPlace {
  let [low, high] = [0, lines.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}
