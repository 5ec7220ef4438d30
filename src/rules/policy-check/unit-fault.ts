import { parseType, type Type } from '../language/type.ts';
import type { WrittenEntry } from '../region-file.ts';
import { unitsFor } from '../region-unit.ts';
import { called, type Declared } from './declared.ts';
import type { PolicyFaultCode } from './policy-fault.ts';

export type UnitFault = {
  readonly code: Extract<PolicyFaultCode, 'unit-missing' | 'unit-wrong' | 'unit-needless'>;
  readonly message: string;
  readonly path: readonly PropertyKey[];
};

/** Whether the unit of an entry is there and fits what the parameter is declared to be. */
export function unitFaults(declared: Declared, { unit, value }: WrittenEntry): UnitFault[] {
  const wanted = wantedUnit(declared);
  const name = called(declared.name);
  if (value === 'not-used' || wanted.kind === 'none') {
    if (unit === undefined) return [];
    const why = value === 'not-used' ? '写明不使用' : '不是单个数值，单位写在各行的算式里';
    return [fault('unit-needless', `${name}${why}，请删去 unit`)];
  }
  if (wanted.kind === 'columns') return columnFaults(name, wanted.columns, unit);
  if (unit === undefined) {
    return [fault('unit-missing', `${name}没有写明单位，请写 "unit": ${listText(wanted.units)}`)];
  }
  if (typeof unit === 'string' && wanted.units.includes(unit)) return [];
  const now = typeof unit === 'string' ? `“${unit}”` : '各列的单位';
  return [fault('unit-wrong', `${name}的单位应当是${listText(wanted.units)}，现在是${now}`)];
}

type Wanted =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly units: readonly string[] }
  | { readonly kind: 'columns'; readonly columns: ReadonlyMap<string, readonly string[]> };

function wantedUnit({ ofFrame, ofProcedure }: Declared): Wanted {
  if (!ofFrame) {
    const unit = ofProcedure?.unit ?? null;
    return unit === null ? { kind: 'none' } : { kind: 'one', units: unitsFor(unit) };
  }
  const type = parseType(ofFrame.type);
  switch (type?.kind) {
    case 'number':
    case 'bands':
      return { kind: 'one', units: wantedUnits(ofFrame.type) };
    case 'table':
      return { kind: 'columns', columns: columnUnits(type, ofFrame.type) };
    default:
      return { kind: 'none' };
  }
}

/** The printed units of a figure, or of a tier table: `bands X -> X` has one unit for both columns. */
export function wantedUnits(type: string): readonly string[] {
  return unitsFor(type.replace(/^bands /, '').split(' -> ')[0] ?? '');
}

/** The printed units of every column of figures. */
export function columnUnits(type: Extract<Type, { kind: 'table' }>, text: string) {
  const written = text.slice(text.indexOf('->') + 2).split(',');
  const typeOf = new Map(
    written.map((column) => column.trim().split(' ') as [name: string, type: string]),
  );
  const numbers = [...type.columns].filter(([, of]) => of.kind === 'number');
  return new Map(numbers.map(([name]) => [name, unitsFor(typeOf.get(name) ?? '')]));
}

function columnFaults(
  name: string,
  columns: ReadonlyMap<string, readonly string[]>,
  unit: WrittenEntry['unit'],
): UnitFault[] {
  const example = [...columns]
    .map(([column, [first = '']]) => `"${column}": "${first}"`)
    .join(', ');
  if (typeof unit !== 'object') {
    return [fault('unit-missing', `${name}是表，请写明各列的单位："unit": {${example}}`)];
  }
  const missing = [...columns].flatMap(([column, units]) => {
    const given = unit[column];
    if (given === undefined) {
      return [
        fault('unit-missing', `${name}的“${column}”一列没有写明单位，请写${listText(units)}`),
      ];
    }
    if (units.includes(given)) return [];
    const message = `${name}的“${column}”一列的单位应当是${listText(units)}，现在是“${given}”`;
    return [fault('unit-wrong', message, column)];
  });
  const extra = Object.keys(unit).filter((column) => !columns.has(column));
  return [
    ...missing,
    ...extra.map((column) =>
      fault('unit-needless', `${name}没有要写单位的“${column}”一列，请删去`, column),
    ),
  ];
}

function listText(units: readonly string[]): string {
  return units.map((unit) => `“${unit}”`).join('或者');
}

function fault(code: UnitFault['code'], message: string, ...column: string[]): UnitFault {
  return { code, message, path: ['unit', ...column] };
}
