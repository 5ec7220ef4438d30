import { z } from 'zod';
import type { LocalDate } from '../../kernel/local-date.ts';
import { asFile, shapeFaults } from '../issue-text.ts';
import {
  documentSchema,
  entrySchema,
  regionFileSchema,
  type WrittenEntry,
  type WrittenRegionFile,
} from '../region-file.ts';
import { type PolicyFault, policyFault } from './policy-fault.ts';

/** A file as somebody wrote it. `file` is where it stands below `regions/`, such as `51/5117/standard.json`. */
export type PolicyText = { readonly file: string; readonly json: unknown };

/** What of a file can be read, so that one fault does not hide the others. */
export type WrittenPolicy = {
  readonly file: string;
  readonly place: string;
  readonly name: string;
  readonly documents: WrittenRegionFile['documents'];
  /** Also the keys of documents that are not written as they must be. */
  readonly documentKeys: readonly string[];
  readonly adopts: NonNullable<WrittenRegionFile['adopts']>;
  readonly entries: readonly WrittenItem[];
  /** Entries with a fault of shape whose parameter, value and unit can be judged all the same. */
  readonly partial: readonly WrittenItem[];
};

export type WrittenItem = { readonly index: number; readonly written: WrittenEntry };

type Row = Readonly<Record<string, unknown>>;

/** The names that may stand at a place of the file. */
const NAMES: readonly (readonly [place: RegExp, names: readonly string[]])[] = [
  [/^$/, Object.keys(regionFileSchema.shape)],
  [/^documents [^ ]+$/, Object.keys(documentSchema.shape)],
  [/^entries \d+$/, Object.keys(entrySchema.shape)],
  [/^adopts \d+$/, ['set', 'effective', 'document', 'why']],
];

const NUMBER_ADVICE =
  '没有写文号（number）。有文号的照印发的写；没有文号的写 null，并在 numberless 里写明是什么文件、为什么没有';

/** The shape of a file: every fault of it, and what can be read all the same. */
export function readPolicy({ file, json }: PolicyText): {
  readonly faults: readonly PolicyFault[];
  readonly policy: WrittenPolicy | null;
} {
  const read = regionFileSchema.safeParse(json, asFile);
  const issues = read.success ? [] : read.error.issues;
  const found = shapeFaults(issues, json, (path) => {
    const place = path.join(' ');
    return NAMES.find(([pattern]) => pattern.test(place))?.[1] ?? [];
  });
  const faults = found.map(({ path, message, isName }) => {
    const [list, , field] = path;
    if (list === 'documents' && field === 'number') {
      const missing = message === '没有填写';
      return policyFault(
        'document-number-missing',
        { file, path },
        missing ? NUMBER_ADVICE : message,
      );
    }
    const code = isName && message.startsWith('不认识') ? 'unknown-name' : 'shape';
    const told = isName ? message : `${fieldText(path)}${message}`;
    return policyFault(code, { file, path }, told, isName ? { isName } : {});
  });
  // A name nobody knows is told and passed over.
  const broken = faults.filter(({ code }) => code !== 'unknown-name');
  const isBroken = (...path: PropertyKey[]) =>
    broken.some((each) => path.every((key, index) => each.path[index] === key));
  return { faults, policy: policyOf(file, json, isBroken) };
}

function policyOf(
  file: string,
  json: unknown,
  isBroken: (...path: PropertyKey[]) => boolean,
): WrittenPolicy | null {
  if (!isRow(json) || isBroken('place')) return null;
  const { place, name, documents, adopts, entries } = json;
  const written = isRow(documents) ? Object.keys(documents) : [];
  const sound = written.filter((key) => !isBroken('documents', key));
  const list = (of: unknown) => (Array.isArray(of) ? of.map((each: unknown) => each) : []);
  return {
    file,
    place: String(place),
    name: typeof name === 'string' ? name : String(place),
    documents: Object.fromEntries(
      sound.map((key) => [key, DOCUMENT.parse((documents as Row)[key])]),
    ),
    documentKeys: written,
    adopts: list(adopts).filter(
      (_, index) => !isBroken('adopts', index),
    ) as WrittenPolicy['adopts'],
    entries: list(entries).flatMap((each, index) =>
      isBroken('entries', index) ? [] : [{ index, written: ENTRY.parse(each) }],
    ),
    partial: list(entries).flatMap((each, index) => {
      if (!isBroken('entries', index)) return [];
      const read = JUDGED.safeParse(each);
      return read.success ? [{ index, written: { ...STAND_IN, ...read.data } }] : [];
    }),
  };
}

/** The same without minding names nobody knows. */
const DOCUMENT = z.object(documentSchema.shape);
const ENTRY = z.object(entrySchema.shape);
const JUDGED = z.object({
  parameter: entrySchema.shape.parameter,
  value: entrySchema.shape.value,
  unit: entrySchema.shape.unit,
});

/** What an entry that cannot be dated is judged with; nothing is computed by it. */
const STAND_IN = { effective: '1900-01-01' as LocalDate, document: '', rule: '', source: '' };

const FIELD: Readonly<Record<string, string>> = {
  place: '地方代码（place）',
  name: '地方名称（name）',
  documents: '文件目录（documents）',
  entries: '规定的各项（entries）',
  adopts: '暂用的口径（adopts）',
  note: '说明（note）',
  numberless: '没有文号的原因（numberless）',
  title: '文件标题（title）',
  issuer: '制定机关（issuer）',
  known: '公布日期（known）',
  url: '网址（url）',
  parameter: '参数名（parameter）',
  residence: '城乡（residence）',
  value: '值（value）',
  unit: '单位（unit）',
  effective: '生效日期（effective）',
  until: '截止日期（until）',
  document: '出自的文件（document）',
  rule: '规则编号（rule）',
  source: '依据（source）',
  doubt: '存疑（doubt）',
  unknownLocally: '暂用标记（unknownLocally）',
  set: '暂用的口径（set）',
  why: '暂用的原因（why）',
};

/** What the place in the file is called, to begin a sentence with. */
function fieldText(path: readonly PropertyKey[]): string {
  const named = path.findLast((key) => typeof key === 'string' && FIELD[key] !== undefined);
  if (path.length === 0) return '整个文件';
  const [list, at] = path;
  const last = path.at(-1);
  if (list === 'entries' && path.length === 2) return `第 ${Number(at) + 1} 项`;
  return typeof named === 'string' ? (FIELD[named] ?? '') : `“${String(last)}”`;
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
