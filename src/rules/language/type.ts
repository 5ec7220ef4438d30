import type { TypeText } from './declaration.ts';
import { parseUnit, sameUnit, type Unit, unitText } from './unit.ts';

/** The type of an expression. A number without unit object is the literal 0, which fits every unit. */
export type Type =
  | { readonly kind: 'number'; readonly unit: Unit | null; readonly percent?: true }
  | { readonly kind: 'yes/no' }
  | { readonly kind: 'date' }
  | { readonly kind: 'code'; readonly list: string }
  | { readonly kind: 'codes'; readonly list: string }
  | { readonly kind: 'bands'; readonly from: Unit; readonly to: Unit }
  /** What a place writes as formulas; `of` is what each gives. */
  | { readonly kind: 'cases'; readonly of: Type }
  | {
      readonly kind: 'table';
      readonly list: string;
      readonly columns: ReadonlyMap<string, Type>;
    };

/** The frames declare a few dozen types, each met thousands of times. */
const known = new Map<TypeText, Type | null>();
const MOST_KNOWN = 1000;

export function parseType(text: TypeText): Type | null {
  const found = known.get(text);
  if (found !== undefined) return found;
  const type = readType(text);
  if (known.size < MOST_KNOWN) known.set(text, type);
  return type;
}

function readType(text: TypeText): Type | null {
  if (text === 'yes/no' || text === 'date') return { kind: text };
  const code = /^(codes?) (\w+)$/.exec(text);
  if (code?.[2]) return { kind: code[1] === 'code' ? 'code' : 'codes', list: code[2] };
  const bands = /^bands (\S+) -> (\S+)$/.exec(text);
  if (bands) {
    const [from, to] = [parseUnit(bands[1] ?? ''), parseUnit(bands[2] ?? '')];
    return from && to ? { kind: 'bands', from, to } : null;
  }
  if (text.startsWith('cases ')) {
    const of = parseType(text.slice('cases '.length));
    return of && isGiven(of) ? { kind: 'cases', of } : null;
  }
  const table = /^table (\w+) -> (.+)$/.exec(text);
  if (table?.[1] && table[2]) return tableType(table[1], table[2].split(','));
  const unit = parseUnit(text);
  return unit && { kind: 'number', unit, ...(text === 'percent' ? { percent: true } : {}) };
}

/** What a row of cases or a cell of a table may give. */
function isGiven(type: Type): boolean {
  return type.kind === 'number' || type.kind === 'yes/no' || type.kind === 'code';
}

function tableType(list: string, columns: readonly string[]): Type | null {
  const types = new Map<string, Type>();
  for (const column of columns) {
    const [, name, text] = /^\s*([a-z][A-Za-z0-9]*) (\S.*?)\s*$/.exec(column) ?? [];
    const type = text === undefined ? null : parseType(text);
    if (!name || !type || !isGiven(type) || types.has(name)) return null;
    types.set(name, type);
  }
  return { kind: 'table', list, columns: types };
}

export function fits(a: Type, b: Type): boolean {
  if (a.kind === 'number' && b.kind === 'number') {
    return a.unit === null || b.unit === null || sameUnit(a.unit, b.unit);
  }
  if (a.kind === 'code' && b.kind === 'code') return a.list === b.list;
  if (a.kind === 'codes' && b.kind === 'codes') return a.list === b.list;
  return a.kind === b.kind && (a.kind === 'yes/no' || a.kind === 'date');
}

export function typeText(type: Type): string {
  if (type.kind === 'number') return type.unit ? unitText(type.unit) : '零';
  if (type.kind === 'code') return `代码${type.list}`;
  if (type.kind === 'codes') return `代码集${type.list}`;
  if (type.kind === 'cases') return typeText(type.of);
  return { 'yes/no': '是否', date: '日期', bands: '分档表', table: '标准表' }[type.kind];
}
