import type { TypeText } from './declaration.ts';
import { parseUnit, sameUnit, type Unit, unitText } from './unit.ts';

/** The type of an expression. A number without unit object is the literal 0, which fits every unit. */
export type Type =
  | { readonly kind: 'number'; readonly unit: Unit | null }
  | { readonly kind: 'yes/no' }
  | { readonly kind: 'date' }
  | { readonly kind: 'code'; readonly list: string }
  | { readonly kind: 'codes'; readonly list: string }
  | { readonly kind: 'bands'; readonly from: Unit; readonly to: Unit };

export function parseType(text: TypeText): Type | null {
  if (text === 'yes/no' || text === 'date') return { kind: text };
  const code = /^(codes?) (\w+)$/.exec(text);
  if (code?.[2]) return { kind: code[1] === 'code' ? 'code' : 'codes', list: code[2] };
  const bands = /^bands (\S+) -> (\S+)$/.exec(text);
  if (bands) {
    const [from, to] = [parseUnit(bands[1] ?? ''), parseUnit(bands[2] ?? '')];
    return from && to ? { kind: 'bands', from, to } : null;
  }
  const unit = parseUnit(text);
  return unit && { kind: 'number', unit };
}

export function fits(a: Type, b: Type): boolean {
  if (a.kind === 'number' && b.kind === 'number') {
    return a.unit === null || b.unit === null || sameUnit(a.unit, b.unit);
  }
  if (a.kind === 'code' && b.kind === 'code') return a.list === b.list;
  if (a.kind === 'codes' && b.kind === 'codes') return a.list === b.list;
  return a.kind === b.kind && a.kind !== 'bands';
}

export function typeText(type: Type): string {
  if (type.kind === 'number') return type.unit ? unitText(type.unit) : '零';
  if (type.kind === 'code') return `代码${type.list}`;
  if (type.kind === 'codes') return `代码集${type.list}`;
  return { 'yes/no': '是否', date: '日期', bands: '分档表' }[type.kind];
}
