import { checkIdNumber, type Sex } from '../../kernel/chinese-id.ts';
import { type Fen, parseYuan } from '../../kernel/fen.ts';
import { type LocalDate, type Month, parseLocalDate } from '../../kernel/local-date.ts';
import type { PlaceCode } from '../../kernel/place.ts';
import type { CodeReader, CodeValue } from './code-table.ts';
import { type ColumnKey, ledgerColumns, type Mapping } from './ledger-column.ts';

/** What is wrong with one cell: where, what, and what to do. Never more of the cell than is needed to find it. */
export type RowFault = {
  readonly row: number;
  /** The heading as the file has it; '' where it is the row or the household as a whole. */
  readonly column: string;
  readonly message: string;
};

/** A word no code table knows: somebody says once what it stands for. */
export type UnknownCode = { readonly field: Parameters<CodeReader>[0]; readonly code: string };

export type LedgerPerson = {
  readonly row: number;
  readonly name: string;
  readonly idNumber: string;
  readonly birth: LocalDate;
  readonly sex: Sex;
  readonly relation: CodeValue<'relation'>;
  readonly covered: boolean;
  readonly phone: string | null;
  readonly labourCapacity: CodeValue<'labourCapacity'> | null;
  readonly employment: CodeValue<'employment'> | null;
  readonly studentLevel: CodeValue<'studentLevel'> | null;
  readonly disabilityKind: CodeValue<'disabilityKind'> | null;
  readonly disabilityGrade: number | null;
  readonly seriouslyIll: boolean | null;
  readonly specialStatus: CodeValue<'specialStatus'> | null;
  readonly income: Fen | null;
};

/** What a row says of the household; null where it is silent. */
export type LedgerHead = {
  readonly scheme: CodeValue<'scheme'> | null;
  readonly village: PlaceCode | null;
  readonly document: string | null;
  readonly decidedOn: LocalDate | null;
  readonly from: Month | null;
  readonly amount: Fen | null;
  readonly lastCheckedOn: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly residence: CodeValue<'residence'> | null;
  readonly bank: string | null;
  readonly holder: string | null;
  readonly account: string | null;
  readonly assets: Fen | null;
  readonly support: Fen | null;
};

export type ReadRow = {
  readonly row: number;
  readonly household: string;
  /** As written, also where the person cannot be read. */
  readonly name: string;
  readonly isHead: boolean;
  /** null when something about the person cannot be read. */
  readonly person: LedgerPerson | null;
  readonly head: LedgerHead;
  readonly faults: readonly RowFault[];
  readonly unknown: readonly UnknownCode[];
};

export type Reading = {
  readonly mapping: Mapping;
  readonly heading: readonly string[];
  readonly codes: CodeReader;
  readonly today: LocalDate;
  /** The village a text means: by code, or by name within a township; a message when it cannot be told. */
  readonly villageOf: (village: string, township: string) => PlaceCode | { message: string };
};

const MOST_FEN = 10_000_000;

/** One row of the file as the system understands it, with everything that is wrong with it at once. */
export function readRow(
  { row, cells, reason }: { row: number; cells: readonly string[]; reason?: string },
  reading: Reading,
): ReadRow {
  const faults: RowFault[] = [];
  const unknown: UnknownCode[] = [];
  const cell = (key: ColumnKey) => {
    const title = reading.mapping[key];
    return title === undefined ? '' : (cells[reading.heading.indexOf(title)] ?? '').trim();
  };
  const no = (key: ColumnKey, message: string) => {
    faults.push({ row, column: reading.mapping[key] ?? ledgerColumns[key].title, message });
    return null;
  };
  if (reason !== undefined) faults.push({ row, column: '', message: reason });
  const tools: Tools = { cell, no, unknown, reading };
  const household = cell('household').normalize('NFKC').replaceAll(/\s/g, '');
  if (household === '') no('household', '没有户编号，不知道是哪一户。请填写，同一户的各行填同一个');
  const head = readHead(tools);
  const person = readPerson(tools, row);
  const relation = reading.codes('relation', cell('relation'));
  return {
    ...{ row, household, head, faults, unknown },
    name: cell('name').slice(0, 40),
    isHead: relation.is === 'known' && relation.value === 'self',
    person: faults.length === 0 ? person : null,
  };
}

type Tools = {
  readonly cell: (key: ColumnKey) => string;
  readonly no: (key: ColumnKey, message: string) => null;
  readonly unknown: UnknownCode[];
  readonly reading: Reading;
};

function readHead(tools: Tools): LedgerHead {
  const { cell, no } = tools;
  const text = (key: ColumnKey, most: number) => {
    const typed = cell(key);
    if (typed === '') return null;
    return typed.length > most ? no(key, `超过 ${most} 个字，请核对`) : typed;
  };
  const document = text('document', 80);
  if (document !== null && document.length < 4) no('document', '文号过短，请按原文书填写完整');
  return {
    scheme: code(tools, 'scheme'),
    village: villageIn(tools),
    document,
    decidedOn: pastDay(tools, 'decidedOn'),
    from: monthIn(tools),
    amount: money(tools, 'amount'),
    lastCheckedOn: pastDay(tools, 'lastCheckedOn'),
    validUntil: day(tools, 'validUntil'),
    residence: code(tools, 'residence'),
    bank: text('bank', 60),
    holder: text('holder', 40),
    account: accountIn(tools),
    assets: money(tools, 'assets'),
    support: money(tools, 'support'),
  };
}

function readPerson(tools: Tools, row: number): LedgerPerson | null {
  const { cell, no } = tools;
  const name = cell('name');
  if (name === '') no('name', '没有姓名，请填写');
  else if ([...name].length < 2 || [...name].length > 40)
    no('name', '姓名应为 2 至 40 个字，请核对');
  const id = checkIdNumber(cell('idNumber'));
  if (!id.ok) no('idNumber', id.message);
  else if (id.birth > tools.reading.today) no('idNumber', '出生日期在今天以后，请核对身份证号');
  const relation = code(tools, 'relation');
  if (cell('relation') === '') no('relation', '没有与户主的关系，请填写；户主填“本人”');
  const grade = code(tools, 'disabilityGrade');
  const more = {
    covered: code(tools, 'covered') !== 'no',
    phone: phoneIn(tools),
    labourCapacity: code(tools, 'labourCapacity'),
    employment: code(tools, 'employment'),
    studentLevel: code(tools, 'studentLevel'),
    disabilityKind: code(tools, 'disabilityKind'),
    disabilityGrade: grade === null ? null : Number(grade),
    seriouslyIll: truth(code(tools, 'seriouslyIll')),
    specialStatus: code(tools, 'specialStatus'),
    income: money(tools, 'income'),
  };
  if (!id.ok || relation === null) return null;
  const { normalised: idNumber, birth, sex } = id;
  return { row, name, idNumber, birth, sex, relation, ...more };
}

function truth(word: 'yes' | 'no' | null): boolean | null {
  return word === null ? null : word === 'yes';
}

function code<Field extends Parameters<CodeReader>[0]>(
  { cell, no, unknown, reading }: Tools,
  field: Field,
): CodeValue<Field> | null {
  const typed = cell(field);
  if (typed === '') return null;
  const read = reading.codes(field, typed);
  if (read.is === 'known') return read.value as CodeValue<Field> | null;
  unknown.push({ field, code: shown(typed) });
  return no(
    field,
    `“${shown(typed)}”在代码表里没有，请改成代码表里的说法，或者在检查结果里对照一次`,
  );
}

/** A cell is quoted only as far as it can be recognised, and never a long run of digits. */
function shown(text: string): string {
  return text.slice(0, 12).replaceAll(/\d{6,}/g, '…');
}

function money({ cell, no }: Tools, key: ColumnKey): Fen | null {
  const typed = cell(key);
  if (typed === '') return null;
  const amount = parseYuan(typed);
  if (amount === null) {
    const isFine = /^-?[\d,]+\.\d{3,}$/.test(typed.normalize('NFKC'));
    return no(
      key,
      isFine ? '金额超过两位小数，请按原文书核对到分' : '金额不是数字，请填写元，最多两位小数',
    );
  }
  if (amount < 0) return no(key, '金额不能小于 0，请核对');
  return amount > MOST_FEN && key === 'amount' ? no(key, '月金额超过 10 万元，请核对') : amount;
}

function day({ cell, no }: Tools, key: ColumnKey): LocalDate | null {
  const typed = cell(key);
  if (typed === '') return null;
  const read = parseLocalDate(typed.slice(0, 11).replace(/[ T].*$/, ''));
  if (read !== null && read >= '1900-01-01' && read <= '2100-12-31') return read;
  return no(key, '没有这一天，请写成 2024-05-10 的样子');
}

function pastDay(tools: Tools, key: ColumnKey): LocalDate | null {
  const read = day(tools, key);
  if (read === null || read <= tools.reading.today) return read;
  return tools.no(key, '日期在今天以后，请核对');
}

function monthIn({ cell, no }: Tools): Month | null {
  const typed = cell('from').normalize('NFKC').replaceAll(/\s/g, '');
  if (typed === '') return null;
  const match = /^(\d{4})[-/.年]?(\d{1,2})(?:月|[-/.]\d{1,2})?$/.exec(typed);
  const month = match ? `${match[1]}-${match[2]?.padStart(2, '0')}` : '';
  if (/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(month)) return month as Month;
  return no('from', '没有这个年月，请写成 2024-06 的样子');
}

function villageIn({ cell, no, reading }: Tools): PlaceCode | null {
  const typed = cell('village');
  if (typed === '') return null;
  const found = reading.villageOf(typed, cell('township'));
  return typeof found === 'string' ? found : no('village', found.message);
}

function phoneIn({ cell, no }: Tools): string | null {
  const typed = cell('phone').normalize('NFKC').replaceAll(/[\s-]/g, '');
  if (typed === '') return null;
  return /^\d{7,12}$/.test(typed) ? typed : no('phone', '电话应为 7 至 12 位数字，请核对');
}

function accountIn({ cell, no }: Tools): string | null {
  const typed = cell('account').normalize('NFKC').replaceAll(/\s/g, '');
  if (typed === '') return null;
  if (/e\+/i.test(typed)) return no('account', '账号被存成了数值，后几位已经丢失，请设为文本重填');
  return /^\d{8,30}$/.test(typed) ? typed : no('account', '账号应为 8 至 30 位数字，请核对');
}
