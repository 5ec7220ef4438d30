import { checkIdNumber, type Sex } from '../../kernel/chinese-id.ts';
import { type Fen, formatYuan, parseYuan } from '../../kernel/fen.ts';
import { formatDate, type LocalDate, parseLocalDate } from '../../kernel/local-date.ts';

/** What a typed text means: a value (null when nothing is typed), or what to do about it. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value | null }
  | { readonly ok: false; readonly message: string };

/**
 * How a field turns what is typed into a value, shows it at rest, and shows it while it is edited.
 */
export type TypedText<Value> = {
  readonly read: (text: string) => Reading<Value>;
  readonly show: (value: Value) => string;
  readonly edit: (value: Value) => string;
};

const nothing = { ok: true, value: null } as const;

/** Full-width digits and signs, as an input method leaves them, count like half-width ones. */
function plain(text: string): string {
  return text.normalize('NFKC').trim();
}

export type DateLimit = { readonly notBefore?: LocalDate; readonly notAfter?: LocalDate };

export function dateText(limit: DateLimit = {}): TypedText<LocalDate> {
  return {
    read(text) {
      const typed = plain(text);
      if (typed === '') return nothing;
      const date = parseLocalDate(typed);
      if (!date) return { ok: false, message: '日期不对，请写成 19520308 或 1952-3-8' };
      if (limit.notBefore && date < limit.notBefore) {
        return { ok: false, message: `不能早于${formatDate(limit.notBefore)}` };
      }
      if (limit.notAfter && date > limit.notAfter) {
        return { ok: false, message: `不能晚于${formatDate(limit.notAfter)}` };
      }
      return { ok: true, value: date };
    },
    show: formatDate,
    edit: (date) => date,
  };
}

export function moneyText(mayBeNegative = false): TypedText<Fen> {
  return {
    read(text) {
      const typed = plain(text);
      if (typed === '') return nothing;
      const amount = parseYuan(typed.replace(/^[¥¥]/, '').replace(/元$/, ''));
      if (amount === null)
        return { ok: false, message: '金额不对，请按元填写，最多两位小数，如 1286.50' };
      if (amount < 0 && !mayBeNegative) return { ok: false, message: '金额不能是负数' };
      return { ok: true, value: amount };
    },
    show: formatYuan,
    edit: (amount) => formatYuan(amount).replaceAll(',', '').replace(/\.00$/, ''),
  };
}

export type NumberLimit = {
  readonly decimals?: number;
  readonly least?: number;
  readonly most?: number;
};

export function numberText({ decimals = 0, least = 0, most }: NumberLimit = {}): TypedText<number> {
  return {
    read(text) {
      const typed = plain(text).replaceAll(',', '');
      if (typed === '') return nothing;
      const pattern = decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+(\\.\\d{1,${decimals}})?$`);
      if (!pattern.test(typed) || !Number.isSafeInteger(Math.trunc(Number(typed)))) {
        const most = decimals === 0 ? '整数' : `数字，最多 ${decimals} 位小数`;
        return { ok: false, message: `请填${most}` };
      }
      const value = Number(typed);
      if (value < least) return { ok: false, message: `不能小于 ${least}` };
      if (most !== undefined && value > most) return { ok: false, message: `不能大于 ${most}` };
      return { ok: true, value };
    },
    show: (value) => value.toLocaleString('en-US', { maximumFractionDigits: decimals }),
    edit: String,
  };
}

/** Birthday and sex stand in the number itself. */
export type IdFacts = { readonly birth: LocalDate; readonly sex: Sex };

export const idNumberText: TypedText<string> = {
  read(text) {
    if (plain(text) === '') return nothing;
    const found = checkIdNumber(text);
    return found.ok ? { ok: true, value: found.normalised } : found;
  },
  show: (number) => number.replace(/^(\d{6})(\d{8})(\w{4})$/, '$1 $2 $3'),
  edit: (number) => number,
};

/** The facts in a number that has passed the check; null otherwise. */
export function factsOfId(number: string): IdFacts | null {
  const found = checkIdNumber(number);
  return found.ok ? { birth: found.birth, sex: found.sex } : null;
}
