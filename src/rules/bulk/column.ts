import { type Field, type Level, LEVEL_OF, type RuleSetText } from '../language/declaration.ts';
import { parseType } from '../language/type.ts';
import { FIRST_DAY, LAST_DAY } from './calendar.ts';

/** One fact of all records of a level, side by side. */
export type Column = {
  readonly number: number;
  readonly level: Level;
  readonly field: Field;
  /** Where the fact lies in a record of its level. */
  readonly path: readonly string[];
  readonly kind: 'number' | 'yes/no' | 'code' | 'date';
  /** The code list; empty for other kinds. */
  readonly list: string;
  /** One byte holds a truth, a short list or a small figure; everything else takes four. */
  readonly bytes: 1 | 4;
  readonly low: number;
  readonly high: number;
};

/** The shape of a caseload: which facts lie where. The codes of open lists are numbered as they are met. */
export type Schema = {
  /** Every level with records of its own, the outer ones first. */
  readonly levels: readonly Level[];
  readonly columns: readonly Column[];
  readonly codes: ReadonlyMap<string, Codes>;
  readonly openLists: ReadonlySet<string>;
};

/** Code → its number, in order. */
export type Codes = Map<string, number>;

/** What stands where a fact is unknown; in four bytes anything below zero does. */
export const UNKNOWN_BYTE = 255;
export const UNKNOWN = -1;
/** The largest figure a column holds. What lies beyond stands as unknown and is kept beside. */
export const LARGEST = 2 ** 31 - 1;

/** The columns of every fact the rules may name, but for those of the run itself (the governing day). */
export function schemaOf(text: Pick<RuleSetText, 'fields' | 'codes'>): Schema {
  const codes = new Map(
    Object.entries(text.codes).map(([list, known]): [string, Codes] => [
      list,
      new Map(known === 'open' ? [] : Object.keys(known).map((code, number) => [code, number])),
    ]),
  );
  const fields = text.fields.filter((field) => field.level !== 'area');
  const columns = fields.map((field, number) => columnOf(field, number, text.codes));
  const levels = (Object.keys(LEVEL_OF) as Level[]).filter((level) => level !== 'area');
  const open = Object.keys(text.codes).filter((list) => text.codes[list] === 'open');
  return { levels, columns, codes, openLists: new Set(open) };
}

function columnOf(field: Field, number: number, codes: RuleSetText['codes']): Column {
  const type = parseType(field.type);
  const place = { number, level: field.level, field, path: pathOf(field), list: '' };
  switch (type?.kind) {
    case 'yes/no':
      return { ...place, kind: 'yes/no', bytes: 1, low: 0, high: 1 };
    case 'date':
      return { ...place, kind: 'date', bytes: 4, low: FIRST_DAY, high: LAST_DAY };
    case 'code': {
      const known = codes[type.list];
      const size = known === undefined || known === 'open' ? LARGEST : Object.keys(known).length;
      return {
        ...place,
        kind: 'code',
        list: type.list,
        bytes: bytesFor(size),
        low: 0,
        high: size - 1,
      };
    }
    case 'number': {
      const [low, high] = field.range ?? [0, LARGEST];
      if (low < 0) throw new Error(`a column holds no negative figures: ${field.name}`);
      return {
        ...place,
        kind: 'number',
        bytes: bytesFor(high),
        low,
        high: Math.min(high, LARGEST),
      };
    }
    default:
      throw new Error(`a fact cannot be ${field.type}`);
  }
}

function bytesFor(high: number): 1 | 4 {
  return high < UNKNOWN_BYTE ? 1 : 4;
}

/** A field says how it is read, not where it lies: that is seen by watching it read. */
function pathOf(field: Field): string[] {
  const path: string[] = [];
  const watched = (): Readonly<Record<string, unknown>> =>
    new Proxy({}, { get: (_, key) => (path.push(String(key)), watched()) });
  field.read(watched());
  return path;
}

/** Whether what stands in a column is no value. */
export function isUnknown(column: Column, stored: number): boolean {
  return column.bytes === 1 ? stored === UNKNOWN_BYTE : stored < 0;
}
