import { frameText } from '../frame.ts';
import { asFile, shapeFaults } from '../issue-text.ts';
import { columnLimits, type Parameter } from '../language/declaration.ts';
import { isCases } from '../language/cases.ts';
import { parseType } from '../language/type.ts';
import { valueFaults } from '../language/value-check.ts';
import type { WrittenEntry } from '../region-file.ts';
import { decimalsText, inPrintedUnit, inRuleUnit } from '../region-unit.ts';
import { called, type Declared } from './declared.ts';
import { placeInFormulas } from './formula-place.ts';
import { isRow } from './written-policy.ts';

export type ValueFault = {
  readonly code: 'value' | 'formula';
  readonly message: string;
  /** From the entry on. */
  readonly path: readonly PropertyKey[];
  readonly character?: number;
};

/**
 * What is wrong with the value of an entry by itself. `value` is the written one in the units of the rules;
 * figures out of range are told in the unit they are written in.
 */
export function valueFaultsOf(
  declared: Declared,
  written: WrittenEntry,
  value: unknown,
): ValueFault[] {
  const { ofFrame, ofProcedure } = declared;
  const ofSchema = ofProcedure ? procedureFaults(declared, value) : [];
  if (!ofFrame) return ofSchema;
  const ofKind = kindFaults(declared, written);
  if (ofKind.length > 0) return ofKind;
  const figures = figureFaults(ofFrame, written);
  if (figures.length > 0) return figures;
  const messages = valueFaults(frameText, declared.name, value);
  const ofFormulas = messages.map((message): ValueFault => {
    const at = isCases(ofFrame) ? placeInFormulas(ofFrame, written.value, message) : null;
    const told = `${called(declared.name)}${message}`;
    if (!at) return { code: 'value', message: told, path: rowPath(message) };
    const { path, character } = at;
    const where = character === undefined ? {} : { character };
    return { code: 'formula', message: told, path: ['value', ...path], ...where };
  });
  return ofFormulas.length > 0 ? ofFormulas : ofSchema;
}

function procedureFaults({ name, ofProcedure }: Declared, value: unknown): ValueFault[] {
  const read = ofProcedure?.schema.safeParse(value, asFile);
  if (!read || read.success) return [];
  return shapeFaults(read.error.issues, value, () => []).map(({ path, message }) => ({
    code: 'value',
    message: `${called(name)}${message}`,
    path: ['value', ...path],
  }));
}

/** A value of another kind than the parameter's, told with what to write instead. */
export function kindFaults({ ofFrame }: Declared, { value }: WrittenEntry): ValueFault[] {
  if (!ofFrame) return [];
  const { name, type, mayBeUnused } = ofFrame;
  const kind = parseType(type)?.kind;
  if (value === 'not-used' && mayBeUnused) return [];
  const isList = Array.isArray(value);
  const wanted = {
    number: typeof value === 'number' ? null : '是一个数，例如 740',
    bands: isList ? null : '是分档表，写成 [{"title": "A档", "upTo": 200, "amount": 507}, …]',
    table: isList ? null : '是一张表，写成 [{"code": "rice", "title": "水稻", …}, …]',
    cases:
      isList || isRow(value)
        ? null
        : '要按情形写，例如 {"rows": [{"title": "每人450元", "give": "450 yuan / 1 month"}]}',
    codes: isList ? null : '是代码的列表，写成 ["…", "…"]',
    code: typeof value === 'string' ? null : '是一个代码，写成 "…"',
    'yes/no': typeof value === 'boolean' ? null : '是是非题，写 true 或者 false',
    date: null,
  }[kind ?? 'date'];
  if (wanted === null) return [];
  const unused = value === 'not-used' ? '不能写作不使用（not-used），' : '';
  return [{ code: 'value', message: `${called(name)}${unused}${wanted}`, path: ['value'] }];
}

/** Every figure of a plain value, a tier table or a table: decimals and range, in the written unit. */
function figureFaults(parameter: Parameter, { value, unit }: WrittenEntry): ValueFault[] {
  const faults: ValueFault[] = [];
  const check = (
    figure: unknown,
    of: string | undefined,
    limits: readonly [number, number] | undefined,
    path: readonly PropertyKey[],
  ) => {
    const message = figureFault(figure, of, limits);
    if (message === null) return;
    const told = `${called(parameter.name)}${message}`;
    faults.push({ code: 'value', message: told, path: ['value', ...path] });
  };
  const type = parseType(parameter.type);
  if (type?.kind === 'number' && typeof unit === 'string') check(value, unit, parameter.range, []);
  if (!Array.isArray(value)) return faults;
  for (const [index, row] of value.entries()) {
    if (!isRow(row)) continue;
    for (const [column, cell] of Object.entries(row)) {
      if (typeof cell !== 'number') continue;
      if (type?.kind === 'bands' && typeof unit === 'string') {
        check(cell, unit, parameter.range, [index, column]);
      }
      if (type?.kind === 'table' && typeof unit === 'object') {
        check(cell, unit[column], columnLimits(parameter, column), [index, column]);
      }
    }
  }
  return faults;
}

function figureFault(
  figure: unknown,
  unit: string | undefined,
  limits: readonly [number, number] | undefined,
): string | null {
  if (typeof figure !== 'number' || unit === undefined) return null;
  const scaled = inRuleUnit(figure, unit);
  if (scaled === null) return `的 ${figure} ${unit}写法有误，${decimalsText(unit)}`;
  if (!limits || (scaled >= limits[0] && scaled <= limits[1])) return null;
  const [low, high] = limits.map((limit) => inPrintedUnit(limit, unit));
  return `应当在 ${low} 到 ${high} ${unit}之间，现在是 ${figure} ${unit}`;
}

/** `第2行“B档”：…` names a row of a table. */
function rowPath(message: string): PropertyKey[] {
  const [, row] = /^第(\d+)行/.exec(message) ?? [];
  return row === undefined ? ['value'] : ['value', Number(row) - 1];
}
