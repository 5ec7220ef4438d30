import type { HouseholdFacts } from '../facts.ts';
import type { Area, Caseload, Seen } from './caseload.ts';
import { type Chunk, layOut, viewsOf } from './chunk.ts';
import { type Schema, UNKNOWN, UNKNOWN_BYTE } from './column.ts';
import { recordReader } from './read-record.ts';
import { writeHousehold } from './write-household.ts';
import { bytesOf, type ColumnWriting, growing, push, type Writing, writingOf } from './writing.ts';

/** Households of one chunk: its arrays together stay near the core that reads them. */
export const CHUNK_SIZE = 8192;

/** Takes households one by one; `caseload` gives all taken so far, and more may follow. */
export type Packer = {
  readonly add: (facts: HouseholdFacts) => void;
  /** Takes a household from its packed record; false, and nothing taken, where it is of another schema. */
  readonly addRecord: (record: Uint8Array) => boolean;
  readonly caseload: () => Caseload;
};

export function packer(schema: Schema): Packer {
  const areas: Area[] = [];
  const areaNumbers = new Map<string, number>();
  const chunks: Chunk[] = [];
  const writing = writingOf(schema);
  let last: { readonly area: Area; readonly number: number } | null = null;
  const areaOf = (area: Area): number => {
    if (last?.area !== area) last = { area, number: areaNumber(area) };
    return last.number;
  };
  const areaNumber = ({ place, residence }: Area): number => {
    const key = `${place} ${residence}`;
    const known = areaNumbers.get(key);
    if (known !== undefined) return known;
    areaNumbers.set(key, areas.length);
    return areas.push({ place, residence }) - 1;
  };
  const close = () => {
    if (writing.household.records > 0) chunks.push(closed(writing));
  };
  const begin = (area: Area) => {
    if (writing.household.records === CHUNK_SIZE) close();
    push(writing.area, areaOf(area));
  };
  const readRecord = recordReader(writing, begin);
  return {
    add: (facts) => {
      begin(facts);
      writeHousehold(writing, facts);
    },
    addRecord: readRecord,
    caseload: () => {
      close();
      const size = chunks.reduce((sum, each) => sum + each.households, 0);
      return { schema, areas: [...areas], chunks: [...chunks], size, seen: seenIn(writing) };
    },
  };
}

/** The chunk written so far, on one shared buffer; what follows begins anew. */
function closed(writing: Writing): Chunk {
  const { schema, household, columns } = writing;
  const lists = schema.levels.map((level) => writing.lists.get(level));
  for (const list of lists) if (list) push(list.starts, list.records);
  const arrays = [
    writing.area,
    ...lists.map((list) => list?.starts ?? growing(4)),
    ...lists.map((list) => list?.asked ?? growing(1)),
    ...columns.map((each) => ({ values: each.values, length: recordsAt(writing, each) })),
  ];
  const { parts, size } = layOut(
    arrays.map(({ values, length }) => ({ bytes: bytesOf(values), length })),
  );
  const buffer = new SharedArrayBuffer(size);
  for (const [index, view] of viewsOf(buffer, parts).entries()) {
    const { values, length } = arrays[index] ?? growing(1);
    view.set(values.subarray(0, length));
  }
  const beside = columns.flatMap(({ column, beside: kept }) =>
    kept.size > 0 ? [[column.number, kept] as const] : [],
  );
  const chunk = { households: household.records, buffer, parts, beside: new Map(beside) };
  for (const column of columns) see(column, recordsAt(writing, column));
  for (const array of arrays) array.length = 0;
  for (const column of columns) column.beside = new Map();
  for (const list of lists) if (list) list.records = 0;
  household.records = 0;
  return chunk;
}

function recordsAt({ household, lists }: Writing, { column }: ColumnWriting): number {
  return (lists.get(column.level) ?? household).records;
}

/** What a column holds is looked at once it is whole: that costs less than with each value. */
function see(writing: ColumnWriting, records: number): void {
  const { column, values } = writing;
  const unknown = column.bytes === 1 ? UNKNOWN_BYTE : UNKNOWN;
  for (let index = 0; index < records; index += 1) {
    const value = values[index] ?? 0;
    if (value === unknown) writing.misses += 1;
    else if (value > writing.largest) writing.largest = value;
  }
}

function seenIn({ schema, columns, lists }: Writing): Seen {
  const asLevels = schema.levels.flatMap((level) => lists.get(level) ?? []);
  return {
    largest: columns.map((each) => each.largest),
    misses: columns.map((each) => each.misses),
    longest: new Map(asLevels.map((each) => [each.level, each.longest])),
    unasked: new Set(asLevels.flatMap((each) => (each.isUnasked ? [each.level] : []))),
  };
}
