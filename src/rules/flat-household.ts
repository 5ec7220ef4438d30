import { factNames, factTitle, jsonSchemaOfFacts } from './facts.ts';
import { FACT_CODES, householdFields } from './household-field.ts';
import { LEVEL_TITLE } from './language/declaration.ts';

/**
 * A household as rows of one table, for files that come from a spreadsheet: one row for the household, then one
 * for each member, receipt, asset and so on, told apart by the column `record`. An empty cell is not known yet.
 */

/** One row as read, with the line of the file it ends on. */
export type FlatRow = { readonly line: number; readonly cells: readonly string[] };

type Kind = 'boolean' | 'integer' | 'text';
type FlatField = {
  readonly path: readonly [string, string?];
  readonly title: string;
  readonly kind: Kind;
  /** Chinese word → code. */
  readonly words: ReadonlyMap<string, string>;
};

const LISTS = {
  member: 'members',
  income: 'incomes',
  transfer: 'transfersPaid',
  asset: 'assets',
  supporter: 'supporters',
  spending: 'spendings',
  pastRelief: 'pastReliefs',
} as const;
type Listed = keyof typeof LISTS;
type RecordKind = Listed | 'household';
const RECORDS: readonly RecordKind[] = ['household', ...(Object.keys(LISTS) as Listed[])];

type Property = {
  readonly type?: unknown;
  readonly anyOf?: readonly Property[];
  readonly items?: Property;
  readonly properties?: Readonly<Record<string, Property>>;
};

const root = jsonSchemaOfFacts() as Property;

/** The fields each kind of row may fill. */
const FIELDS: ReadonlyMap<RecordKind, readonly FlatField[]> = new Map(
  RECORDS.map((record) => [record, fieldsOf(record)]),
);

function fieldsOf(record: RecordKind): FlatField[] {
  if (record !== 'household') {
    const list = LISTS[record];
    const items = settled(root.properties?.[list])?.items;
    return factNames(record).map((name) => field(record, [name], items?.properties?.[name]));
  }
  return factNames('household').flatMap((name): FlatField[] => {
    const property = settled(root.properties?.[name]);
    if (property?.type === 'array') return [];
    if (name !== 'relief' && name !== 'exit') return [field('household', [name], property)];
    return factNames(name).map((part) => field(name, [name, part], property?.properties?.[part]));
  });
}

function field(
  level: string,
  path: readonly [string, string?],
  property: Property | undefined,
): FlatField {
  const title = factTitle(level, path[1] ?? path[0]);
  const type = settled(property)?.type;
  const kinds: readonly unknown[] = Array.isArray(type) ? type : [type];
  const kind = kinds.includes('boolean')
    ? 'boolean'
    : kinds.includes('integer')
      ? 'integer'
      : 'text';
  return { path, title, kind, words: wordsOf(level, title) };
}

/** The schema of what a value is when it is known. */
function settled(property: Property | undefined): Property | undefined {
  return property?.anyOf?.find(({ type }) => type !== 'null') ?? property;
}

function wordsOf(level: string, title: string): ReadonlyMap<string, string> {
  const ofLevel = level === 'relief' || level === 'exit' ? 'household' : level;
  const found = householdFields.find((each) => each.level === ofLevel && each.title === title);
  const [, list = ''] = /^code (\w+)$/.exec(found?.type ?? '') ?? [];
  const codes: Readonly<Record<string, string>> | 'open' | undefined =
    FACT_CODES[list as keyof typeof FACT_CODES];
  if (!codes || codes === 'open') return new Map();
  return new Map(Object.entries(codes).map(([code, word]) => [word, code]));
}

/** The columns of a table: which one names the household, which one the kind of row, which the lists asked about. */
export type FlatLayout = {
  readonly household: number;
  readonly record: number;
  readonly asked: number;
  readonly names: readonly string[];
};

const HEADS: Readonly<Record<'household' | 'record' | 'asked', readonly string[]>> = {
  household: ['household', '户'],
  record: ['record', '记录'],
  asked: ['asked', '已询问'],
};

/** Reads the first line; every name nobody knows is told. */
export function flatLayout(
  heading: readonly string[],
): { ok: true; layout: FlatLayout } | { ok: false; faults: readonly string[] } {
  const names = heading.map((name) => name.trim());
  const at = (head: keyof typeof HEADS) => names.findIndex((name) => HEADS[head].includes(name));
  const known = new Set([
    ...Object.values(HEADS).flat(),
    ...[...FIELDS.values()].flat().flatMap(({ path, title }) => [path.join('.'), title]),
  ]);
  const faults = [
    ...(['household', 'record'] as const)
      .filter((head) => at(head) < 0)
      .map((head) => `缺少“${HEADS[head].join('”或者“')}”一列`),
    ...names
      .filter((name) => name !== '' && !known.has(name))
      .map((name) => `不认识的列“${name}”，列名见 docs/guide/assess.md`),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const layout = { household: at('household'), record: at('record'), asked: at('asked'), names };
  return { ok: true, layout };
}

/** Whether a row begins a household. */
export function beginsHousehold({ record }: FlatLayout, { cells }: FlatRow): boolean {
  return recordOf(cells[record] ?? '') === 'household';
}

function recordOf(text: string): RecordKind | null {
  const word = text.trim();
  return RECORDS.find((each) => each === word || LEVEL_TITLE[each] === word) ?? null;
}

/** What the rows of one household say, as a household file would; faults name their line. */
export type FlatHousehold = {
  readonly json: Readonly<Record<string, unknown>>;
  readonly faults: readonly string[];
  /** The line of what stands at a path of the household. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

export function flatHousehold(layout: FlatLayout, rows: readonly FlatRow[]): FlatHousehold {
  const faults: string[] = [];
  const lines = new Map<string, number>();
  const json: Record<string, unknown> = {};
  const first = rows[0]?.line ?? 0;
  for (const row of rows) {
    const fault = (message: string) => faults.push(`第 ${row.line} 行${message}`);
    const word = row.cells[layout.record] ?? '';
    const record = recordOf(word);
    if (!record) {
      fault(`的记录种类不认识：“${word}”，可以写的有：${RECORDS.join('、')}`);
      continue;
    }
    const read = readRow(layout, record, row, fault);
    if (record === 'household') Object.assign(json, read, askedLists(layout, row, fault));
    else {
      const list = LISTS[record];
      const before = Array.isArray(json[list]) ? (json[list] as unknown[]) : [];
      json[list] = [...before, read];
      lines.set(`${list} ${before.length}`, row.line);
    }
  }
  const lineOf = ([list, index]: readonly PropertyKey[]) =>
    lines.get(`${String(list)} ${String(index)}`) ?? first;
  return { json, faults, lineOf };
}

/** The lists that were asked about stand there even when nothing was found. */
function askedLists(
  layout: FlatLayout,
  { cells }: FlatRow,
  fault: (message: string) => void,
): Record<string, unknown> {
  const words = (cells[layout.asked] ?? '').split(/[;；、]/).map((word) => word.trim());
  const lists = words.flatMap((name) => {
    if (name === '') return [];
    if (name === 'all' || name === '全部') return Object.values(LISTS);
    const found = Object.values(LISTS).find(
      (list) => list === name || factTitle('household', list) === name,
    );
    if (!found) fault(`的“已询问”里不认识：“${name}”`);
    return found ?? [];
  });
  return Object.fromEntries(lists.filter((list) => list !== 'members').map((list) => [list, []]));
}

function readRow(
  layout: FlatLayout,
  record: RecordKind,
  { cells }: FlatRow,
  fault: (message: string) => void,
): Record<string, unknown> {
  const fields = FIELDS.get(record) ?? [];
  const found: Record<string, unknown> = {};
  for (const [index, name] of layout.names.entries()) {
    const text = (cells[index] ?? '').trim();
    if (text === '' || [layout.household, layout.record, layout.asked].includes(index)) continue;
    const of = fields.find(({ path, title }) => path.join('.') === name || title === name);
    if (!of) {
      fault(`是${LEVEL_TITLE[record]}，没有“${name}”一项`);
      continue;
    }
    const value = valueOf(of, text);
    const [outer, inner] = of.path;
    if (inner === undefined) found[outer] = value;
    else found[outer] = { ...(found[outer] as object | undefined), [inner]: value };
  }
  return found;
}

const YES_NO: Readonly<Record<string, boolean>> = {
  是: true,
  否: false,
  true: true,
  false: false,
  TRUE: true,
  FALSE: false,
};

/** What cannot be read stays text, so that it is told together with everything else that is wrong. */
function valueOf({ kind, words }: FlatField, text: string): unknown {
  if (kind === 'boolean') return YES_NO[text] ?? text;
  if (kind === 'integer') return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  return words.get(text) ?? text;
}

/** Every column a table may have, with the kinds of row that fill it, for the guide. */
export function flatColumns(): readonly {
  readonly record: string;
  readonly name: string;
  readonly title: string;
}[] {
  return RECORDS.flatMap((record) =>
    (FIELDS.get(record) ?? []).map(({ path, title }) => ({
      record,
      name: path.join('.'),
      title,
    })),
  );
}
