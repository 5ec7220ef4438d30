import { z } from 'zod';
import { frameText } from '../frame.ts';
import { columnLimits, type Parameter } from '../language/declaration.ts';
import { parseType, type Type } from '../language/type.ts';
import { jsonSchemaOfRegionFile } from '../region-file.ts';
import { inPrintedUnit, unitsFor } from '../region-unit.ts';
import { type Declared, declaredNames, findDeclared } from './declared.ts';
import { columnUnits, wantedUnits } from './unit-fault.ts';

type Schema = Readonly<Record<string, unknown>>;
type Limits = readonly [number, number] | undefined;

/**
 * The JSON Schema of locality files with the shape and the units of every parameter, so that an editor offers
 * them while a file is typed. Formulas, periods and amounts are the business of `yimen policy check`.
 */
export function jsonSchemaOfPolicy(): Schema {
  const base = jsonSchemaOfRegionFile() as {
    properties: { entries: { items: Schema } };
    $defs?: Schema;
  };
  const { items } = base.properties.entries;
  const declared = declaredNames.flatMap((name) => findDeclared(name) ?? []);
  const parameter = {
    oneOf: declared.map(({ name, title }) => ({ const: name, title })),
  };
  const lists = Object.keys(frameText.codes).map((list) => [list, codesSchema(list)] as const);
  return {
    ...base,
    $defs: { ...base.$defs, ...Object.fromEntries(lists), cases: CASES },
    properties: {
      ...base.properties,
      entries: {
        type: 'array',
        items: {
          ...items,
          properties: { ...(items['properties'] as Schema), parameter },
          allOf: declared.map(ruleFor),
        },
      },
    },
  };
}

function ruleFor(declared: Declared): Schema {
  const { name, ofFrame, ofProcedure } = declared;
  const ways = ofFrame ? frameWays(ofFrame) : [];
  const ofSchema = ofProcedure && !ofFrame ? procedureWay(declared) : null;
  return {
    if: { properties: { parameter: { const: name } }, required: ['parameter'] },
    then: ofSchema ?? (ways.length === 1 ? ways[0] : { anyOf: ways }),
  };
}

const WITHOUT_UNIT = { not: { required: ['unit'] } };

function procedureWay({ ofProcedure }: Declared): Schema {
  const { $schema: _dialect, ...value } = z.toJSONSchema(ofProcedure?.schema ?? z.json());
  const units = ofProcedure?.unit ? unitsFor(ofProcedure.unit) : [];
  if (units.length === 0) return { properties: { value }, ...WITHOUT_UNIT };
  return { properties: { value, unit: { enum: units } }, required: ['unit'] };
}

/** Each way a value of a parameter may be written. */
function frameWays(parameter: Parameter): Schema[] {
  const type = parseType(parameter.type);
  const unused = parameter.mayBeUnused
    ? [{ properties: { value: { const: 'not-used' } }, ...WITHOUT_UNIT }]
    : [];
  if (!type) return unused;
  const { range } = parameter;
  if (type.kind === 'number' || type.kind === 'bands') {
    const valueIn = (unit: string) =>
      type.kind === 'number' ? figureSchema(range, unit) : bandsSchema(range, unit);
    const units = wantedUnits(parameter.type);
    const ways = units.map((unit) => ({
      properties: { value: valueIn(unit), unit: { const: unit } },
      required: ['unit'],
    }));
    return [...ways, ...unused];
  }
  if (type.kind === 'table') return [tableWay(parameter, type), ...unused];
  return [{ properties: { value: plainSchema(type) }, ...WITHOUT_UNIT }, ...unused];
}

function figureSchema(limits: Limits, unit: string): Schema {
  const isWhole = inPrintedUnit(1, unit) === 1;
  const [minimum, maximum] = (limits ?? []).map((limit) => inPrintedUnit(limit, unit));
  return {
    type: isWhole ? 'integer' : 'number',
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

function strict(properties: Schema, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

const TITLE = { type: 'string', minLength: 1 };

function bandsSchema(limits: Limits, unit: string): Schema {
  const figure = figureSchema(limits, unit);
  const row = strict({ title: TITLE, upTo: figure, amount: figure });
  return { type: 'array', minItems: 1, items: row };
}

function tableWay(parameter: Parameter, type: Extract<Type, { kind: 'table' }>): Schema {
  const units = columnUnits(type, parameter.type);
  const cells = [...type.columns].map(([name, of]) => {
    const [unit = ''] = units.get(name) ?? [];
    const cell =
      of.kind === 'number' ? figureSchema(columnLimits(parameter, name), unit) : plainSchema(of);
    return [name, { ...cell, title: parameter.columns?.[name]?.title ?? name }] as const;
  });
  const row = strict({ code: codeSchema(type.list), title: TITLE, ...Object.fromEntries(cells) });
  const unitOf = [...units].map(([name, all]) => [name, { enum: all }] as const);
  return {
    properties: {
      value: { type: 'array', minItems: 1, items: row },
      unit: strict(Object.fromEntries(unitOf)),
    },
    required: ['unit'],
  };
}

/** Each list stands in the schema once. */
function codeSchema(list: string): Schema {
  return { $ref: `#/$defs/${list}` };
}

function codesSchema(list: string): Schema {
  const codes = frameText.codes[list];
  if (codes === 'open' || !codes) return { type: 'string', pattern: '^[a-z][a-z0-9-]{0,39}$' };
  return { oneOf: Object.entries(codes).map(([code, title]) => ({ const: code, title })) };
}

function plainSchema(type: Type): Schema {
  switch (type.kind) {
    case 'yes/no':
      return { type: 'boolean' };
    case 'code':
      return codeSchema(type.list);
    case 'codes':
      return { type: 'array', uniqueItems: true, items: codeSchema(type.list) };
    case 'cases':
      return { $ref: '#/$defs/cases' };
    default:
      return {};
  }
}

const FORMULA = { type: 'string', minLength: 1, maxLength: 4000 };
const ROWS = {
  type: 'array',
  minItems: 1,
  maxItems: 200,
  items: strict({ title: TITLE, when: FORMULA, give: FORMULA }, ['when']),
};
const CASES = {
  oneOf: [
    ROWS,
    strict({ combine: { enum: ['first', 'all', 'highest'] }, rows: ROWS }, ['combine']),
  ],
};
