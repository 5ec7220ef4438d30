import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../kernel/local-date.ts';
import { decimalsText, inRuleUnit, ruleUnitOf, unitNames } from './region-unit.ts';

/**
 * One file of `regions/` as people write it: the documents of a place, and the values those documents lay
 * down, each with unit and dates. Reading it yields entries whose figures are in the units of the rules.
 */

const date = z.string().refine(isLocalDate, '不是有效的日期') as unknown as z.ZodType<
  LocalDate,
  string
>;

export const documentSchema = z
  .strictObject({
    /** As printed, e.g. 川民发〔2023〕100号; null where the text carries none. */
    number: z.string().min(2).nullable(),
    /** Why there is no number: what kind of text it is and where it was seen. */
    numberless: z.string().min(4).optional(),
    title: z.string().min(2),
    issuer: z.string().min(2),
    /** The day it was published: nothing decided before that day may rest on it. */
    known: date,
    url: z.string().min(4).optional(),
  })
  .refine((each) => each.number !== null || each.numberless !== undefined, {
    message: '没有文号的，要在 numberless 里写明是什么文件、为什么没有文号',
    path: ['number'],
  });

const unit = z.enum(unitNames as [string, ...string[]], {
  error: `单位不认识，可以用：${unitNames.join('、')}`,
});

export const entrySchema = z.strictObject({
  parameter: z.string().regex(/^[a-z][A-Za-z0-9]*$/, '参数名应当是英文字母开头的名称'),
  /** Left out: the same for town and country. */
  residence: z.enum(['urban', 'rural']).optional(),
  value: z.json(),
  /** Of a figure or of a tier table; for a table one per column. Formulas carry their units themselves. */
  unit: z.union([unit, z.record(z.string(), unit)]).optional(),
  effective: date,
  /** The last day it applies; left out: until superseded. */
  until: date.optional(),
  /** Key of one of the file's documents. */
  document: z.string().min(1),
  /** Rule id of the specification and the instrument with article. */
  rule: z.string().min(1),
  source: z.string().min(1),
  /** The place's own rule was not found; the value is a named default and screens say so. */
  unknownLocally: z.literal(true).optional(),
  doubt: z.string().min(1).optional(),
});

export const regionFileSchema = z.strictObject({
  $schema: z.string().optional(),
  place: z.union([
    z.enum(['national', 'reference']),
    z
      .string()
      .regex(
        /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/,
        '应当是区划代码：省2位、市4位、县6位、乡镇9位、村12位数字',
      ),
  ]),
  name: z.string().min(1),
  note: z.string().optional(),
  documents: z.record(z.string().regex(/^[a-z0-9][a-z0-9-]*$/), documentSchema),
  /** Where the place's own rules were not found: it says in so many words which named set stands in. */
  adopts: z
    .array(
      z.strictObject({
        set: z.enum(['reference']),
        effective: date,
        document: z.string().min(1),
        why: z.string().min(4),
      }),
    )
    .optional(),
  entries: z.array(entrySchema),
});

export type WrittenRegionFile = z.infer<typeof regionFileSchema>;
export type WrittenEntry = WrittenRegionFile['entries'][number];
type Documents = WrittenRegionFile['documents'];

/** A value with everything known about where it comes from; figures in the units of the rules. */
export type RegionEntry = {
  readonly parameter: string;
  readonly residence?: 'urban' | 'rural';
  readonly value: unknown;
  /** The unit of the rules the figures are in; null where the value is no figure. */
  readonly unit: string | Readonly<Record<string, string>> | null;
  readonly effective: LocalDate;
  readonly until?: LocalDate;
  readonly known: LocalDate;
  readonly document: string | null;
  readonly documentTitle: string;
  readonly issuer: string;
  readonly rule: string;
  readonly source: string;
  readonly unknownLocally?: true;
  readonly doubt?: string;
};

/** A named set of stand-in values a place has adopted from a day on, and why. */
export type Adoption = {
  readonly set: string;
  readonly effective: LocalDate;
  readonly why: string;
};

export type RegionFile = {
  readonly place: string;
  readonly name: string;
  readonly entries: readonly RegionEntry[];
  readonly adopts: readonly Adoption[];
};

/** What is wrong with a file: where in it, and a sentence that says what to do. */
export type RegionFault = { readonly path: readonly PropertyKey[]; readonly message: string };

/** Reads one file; every fault of shape, document or unit is listed. */
export function readRegionFile(
  json: unknown,
): { ok: true; file: RegionFile } | { ok: false; faults: readonly RegionFault[] } {
  const parsed = regionFileSchema.safeParse(json, { error: z.locales.zhCN().localeError });
  if (!parsed.success) {
    return {
      ok: false,
      faults: parsed.error.issues.map(({ path, message }) => ({ path, message })),
    };
  }
  const written = parsed.data;
  const faults: RegionFault[] = [];
  const entries = written.entries.flatMap((each, index) => {
    const fault = (message: string, ...more: PropertyKey[]) => {
      faults.push({ path: ['entries', index, ...more], message });
    };
    const read = readEntry(written.documents, each, fault);
    return read ? [read] : [];
  });
  for (const [index, each] of (written.adopts ?? []).entries()) {
    if (!written.documents[each.document]) {
      faults.push({
        path: ['adopts', index, 'document'],
        message: `documents 里没有“${each.document}”`,
      });
    }
  }
  if (faults.length > 0) return { ok: false, faults };
  const { place, name, adopts = [] } = written;
  return {
    ok: true,
    file: {
      place,
      name,
      entries,
      adopts: adopts.map(({ set, effective, why }) => ({ set, effective, why })),
    },
  };
}

type Fault = (message: string, ...path: PropertyKey[]) => void;

/** One entry in the units of the rules, with its document; null where it names a document that is not there. */
export function readEntry(
  documents: Documents,
  each: WrittenEntry,
  fault: Fault,
): RegionEntry | null {
  const from = documents[each.document];
  if (!from) {
    fault(
      `“${each.parameter}”没有写明文件：documents 里没有“${each.document}”，请补上文号、标题、制定机关和公布日期`,
      'document',
    );
    return null;
  }
  const value = valueInRuleUnit(each, fault);
  const { document: _key, unit: written, value: _value, ...rest } = each;
  return {
    ...(rest as Omit<
      RegionEntry,
      'value' | 'unit' | 'known' | 'document' | 'documentTitle' | 'issuer'
    >),
    value,
    unit: ruleUnit(written),
    known: from.known,
    document: from.number,
    documentTitle: from.title,
    issuer: from.issuer,
  };
}

function ruleUnit(written: WrittenEntry['unit']): RegionEntry['unit'] {
  if (written === undefined) return null;
  if (typeof written === 'string') return ruleUnitOf(written);
  return Object.fromEntries(
    Object.entries(written).map(([column, each]) => [column, ruleUnitOf(each) ?? each]),
  );
}

/** A figure, a tier table's figures, or a table's columns; anything else carries no unit. */
function valueInRuleUnit(each: WrittenEntry, fault: Fault): unknown {
  const { value, unit: written, parameter } = each;
  const figure = (number: number, of: string, ...path: PropertyKey[]): number => {
    const read = inRuleUnit(number, of);
    if (read === null) {
      fault(`“${parameter}”的 ${number} ${of} 写法有误，${decimalsText(of)}`, 'value', ...path);
    }
    return read ?? 0;
  };
  if (typeof value === 'number') {
    if (typeof written === 'string') return figure(value, written);
    fault(`“${parameter}”是数值，请写明单位（unit），例如“元/人/月”`, 'unit');
    return value;
  }
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  if (rows.length === 0 || !rows.every(isRow)) return value;
  if (rows.every((row) => 'upTo' in row)) {
    if (typeof written === 'string') return rows.map((row, index) => bandIn(row, written, index));
    fault(`“${parameter}”的分档表没有写明单位（unit），例如“元/人/月”`, 'unit');
    return value;
  }
  if (!rows.every((row) => 'code' in row)) return value;
  if (typeof written !== 'object') {
    fault(`“${parameter}”的表没有写明各列的单位（unit），例如 {"low":"元"}`, 'unit');
    return value;
  }
  return rows.map((row, index) =>
    Object.fromEntries(
      Object.entries(row).map(([column, cell]) => {
        if (typeof cell !== 'number') return [column, cell];
        const of = written[column];
        if (of !== undefined) return [column, figure(cell, of, index, column)];
        fault(`“${parameter}”的“${column}”一列没有写明单位`, 'unit');
        return [column, cell];
      }),
    ),
  );

  function bandIn(row: Row, of: string, index: number): unknown {
    const money = (name: string) => {
      const cell = row[name];
      return typeof cell === 'number' ? figure(cell, of, index, name) : cell;
    };
    return { ...row, upTo: money('upTo'), amount: money('amount') };
  }
}

type Row = Readonly<Record<string, unknown>>;
function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON Schema of the files in `regions/`. */
export function jsonSchemaOfRegionFile(): Record<string, unknown> {
  return { ...z.toJSONSchema(regionFileSchema, { io: 'input' }), title: '地方参数' };
}
