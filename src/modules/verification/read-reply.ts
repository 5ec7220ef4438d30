import { type Fen, fen, parseYuan } from '../../kernel/fen.ts';
import { type LocalDate, parseLocalDate } from '../../kernel/local-date.ts';
import type { TypedAnswer } from './answer.ts';
import { answerText } from './contract.ts';
import type { ReplySetting } from './connection.ts';

/** What a source said of one person, or why its reply cannot be used. */
export type ReplyRead =
  | { readonly ok: true; readonly answers: readonly Told[]; readonly isPartial: boolean }
  | { readonly ok: false; readonly fault: string };

/** An answer before it is known whose it is. */
export type Told = Omit<TypedAnswer, 'memberId'>;

const MOST_RECORDS = 200;
const MOST_AMOUNT = 5_000_000_000;

/** The bytes of a reply as text, in the encoding laid down; anything else is refused as a whole. */
export function replyText(
  bytes: Uint8Array,
  { encoding }: Pick<ReplySetting, 'encoding'>,
): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\ufffd') ? null : text;
  } catch {
    return null;
  }
}

/** Reads a reply by its mapping. One record that cannot be read makes the whole reply unusable: half an answer misleads. */
export function readReply(text: string, setting: ReplySetting): ReplyRead {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return no('答复不完整或者不是约定的格式');
  }
  const { answered, partial } = setting;
  if (answered && !says(json, answered)) return no('来源没有给出结果');
  const isPartial = partial !== undefined && says(json, partial);
  const records = at(json, setting.records);
  if (records === null) return empty(isPartial);
  if (!Array.isArray(records)) return no('答复里没有约定的结果列表');
  if (records.length > MOST_RECORDS) return no(`答复超过 ${MOST_RECORDS} 条，请人工核对`);
  const answers: Told[] = [];
  for (const record of records) {
    const read = readRecord(record, setting);
    if (typeof read === 'string') return no(read);
    answers.push(read);
  }
  return answers.length === 0 ? empty(isPartial) : { ok: true, answers, isPartial };
}

function readRecord(record: unknown, setting: ReplySetting): Told | string {
  const item = itemOf(record, setting.item);
  if (item === null) return '答复的种类代码不在代码表里';
  const amount = setting.amount ? amountOf(at(record, setting.amount.path), setting.amount) : null;
  if (amount === undefined) return '答复的金额写法不对';
  const asOf = setting.asOf ? dayOf(at(record, setting.asOf)) : null;
  if (asOf === undefined) return '答复的日期写法不对';
  const words = answerText.safeParse(setting.text ? plain(at(record, setting.text)) : '');
  if (!words.success) return '答复的说明过长，或者带有证件号、账号';
  return { item, amount, text: words.data, asOf };
}

function itemOf(record: unknown, setting: ReplySetting['item']): Told['item'] | null {
  if (typeof setting === 'string') return setting;
  const code = plain(at(record, setting.path));
  return Object.hasOwn(setting.codes, code) ? (setting.codes[code] ?? null) : null;
}

/** null where nothing is said; undefined where it is no amount. */
function amountOf(
  value: unknown,
  { unit }: NonNullable<ReplySetting['amount']>,
): Fen | null | undefined {
  const text = plain(value);
  if (text === '') return null;
  const amount =
    unit === 'fen' ? (/^\d{1,12}$/.test(text) ? fen(Number(text)) : null) : parseYuan(text);
  return amount === null || amount < 0 || amount > MOST_AMOUNT ? undefined : amount;
}

function dayOf(value: unknown): LocalDate | null | undefined {
  const text = plain(value);
  if (text === '') return null;
  // A time of day behind the date says nothing here.
  return parseLocalDate(text.slice(0, /^\d{8}/.test(text) ? 8 : 10)) ?? undefined;
}

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((from, name) => {
    const isObject = typeof from === 'object' && from !== null && Object.hasOwn(from, name);
    return isObject ? (from as Readonly<Record<string, unknown>>)[name] : null;
  }, value);
}

function says(json: unknown, { path, is }: NonNullable<ReplySetting['answered']>): boolean {
  const found = at(json, path);
  return is.some((each) => each === found || String(each) === plain(found));
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : '';
}

function empty(isPartial: boolean): ReplyRead {
  return {
    ok: true,
    isPartial,
    answers: [{ item: 'nothing', amount: null, text: '', asOf: null }],
  };
}

function no(fault: string): ReplyRead {
  return { ok: false, fault };
}
