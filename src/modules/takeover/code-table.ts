import type { LocalDate } from '../../kernel/local-date.ts';
import {
  DISABILITY_KIND,
  EMPLOYMENT,
  LABOUR_CAPACITY,
  RELATION,
  RESIDENCE,
  SPECIAL_STATUS,
  STUDENT_LEVEL,
} from '../../rules/code-list.ts';
import { SCHEME_SHORT } from '../../rules/scheme.ts';

const { temporary: _, ...LASTING_SCHEME } = SCHEME_SHORT;

/** The columns whose words stand for one of few things, and those things with the words officials use. */
export const CODE_FIELDS = {
  scheme: LASTING_SCHEME,
  residence: RESIDENCE,
  relation: RELATION,
  covered: { yes: '是', no: '否' },
  labourCapacity: LABOUR_CAPACITY,
  employment: EMPLOYMENT,
  studentLevel: STUDENT_LEVEL,
  disabilityKind: DISABILITY_KIND,
  disabilityGrade: { 1: '一级', 2: '二级', 3: '三级', 4: '四级' },
  seriouslyIll: { yes: '是', no: '否' },
  specialStatus: SPECIAL_STATUS,
} as const;

export type CodeField = keyof typeof CODE_FIELDS;
export type CodeValue<Field extends CodeField> = keyof (typeof CODE_FIELDS)[Field] & string;
export const codeFields = Object.keys(CODE_FIELDS) as readonly CodeField[];

/** The words ledgers of townships use; they are understood whatever system a ledger comes from. */
export const COMMON_WORDS = '乡镇台账用语';

/** One row of a code table: what a word or number of a source system stands for from a day on. */
export type CodeRow = {
  /** '' for the national tables; a county's code for its own rows, which go before. */
  readonly area: string;
  readonly system: string;
  readonly field: CodeField;
  readonly code: string;
  /** null: the word stands for nothing that is taken over; the cell counts as empty. */
  readonly value: string | null;
  readonly from: LocalDate;
};

/** What a cell stands for; 'unknown' when no table has it. */
export type ReadCode = { readonly is: 'known'; readonly value: string | null } | { is: 'unknown' };

export type CodeReader = (field: CodeField, cell: string) => ReadCode;

/**
 * Reads the words of one source system as they were on the day the ledger describes: a county's own rows first, then
 * the shipped ones of that system, then the words of this system. Of several rows the latest that had begun counts.
 */
export function codeReader(
  rows: readonly CodeRow[],
  { system, asOf }: { readonly system: string; readonly asOf: LocalDate },
): CodeReader {
  const found = new Map<string, string | null>();
  const begun = rows.filter(
    (row) => (row.system === system || row.system === COMMON_WORDS) && row.from <= asOf,
  );
  const weight = (row: CodeRow) => Number(row.system === system) + 2 * Number(row.area !== '');
  const ordered = begun.toSorted((a, b) => weight(a) - weight(b) || (a.from < b.from ? -1 : 1));
  for (const { field, code, value } of ordered) found.set(`${field} ${plainCode(code)}`, value);
  return (field, cell) => {
    const key = `${field} ${plainCode(cell)}`;
    if (found.has(key)) return { is: 'known', value: found.get(key) ?? null };
    const own = Object.entries(CODE_FIELDS[field]).find(
      ([code, words]) =>
        plainCode(words) === plainCode(cell) || (code === cell && !/^\d+$/.test(code)),
    );
    return own ? { is: 'known', value: own[0] } : { is: 'unknown' };
  };
}

/** "1" and "01", "Ａ" and "a", with and without blanks, are the same code. */
export function plainCode(text: string): string {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
  return /^\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : plain;
}

/** The words of a value, as the report shows them. */
export function codeWords(field: CodeField, value: string): string {
  return (CODE_FIELDS[field] as Readonly<Record<string, string>>)[value] ?? value;
}
