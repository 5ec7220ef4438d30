import { isLocalDate, type LocalDate } from './local-date.ts';

export type Sex = 'male' | 'female';

/** `message` tells the person at the counter what to look at on the card. */
export type IdCheck =
  | { readonly ok: true; readonly normalised: string; readonly birth: LocalDate; readonly sex: Sex }
  | { readonly ok: false; readonly message: string };

/** As nearly every file has it: nothing to make plain first. */
const PLAIN = /^\d{17}[\dX]$/;
const ZERO = 0x30;
const WEIGHTS = Array.from({ length: 17 }, (_, place) => 2 ** (17 - place) % 11);

/** Area code that exists nowhere in China; only made-up people carry it. */
export const syntheticArea = '519999';

/**
 * Citizen number of GB 11643: 18 places, or the old 15, which come back as 18. Accepts full-width digits,
 * spaces and a small x. The area is never judged: cards keep codes of counties abolished long ago.
 */
export function checkIdNumber(text: string): IdCheck {
  const typed = PLAIN.test(text)
    ? text
    : text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  if (typed === '') return wrong('请填写身份证号');
  const odd = oddPlaceOf(typed);
  if (odd !== null)
    return wrong(`身份证号第 ${odd} 位不是数字，请核对证件（只有最后一位可以是 X）`);
  if (typed.length !== 15 && typed.length !== 18) return wrong(lengthMessage(typed.length));
  const number = typed.length === 15 ? idFrom15(typed) : typed;
  const birth = birthOf(number);
  if (birth === null) return wrong(birthMessage(typed));
  if (idCheckDigit(number.slice(0, 17)) !== number[17]) {
    return wrong('身份证号校验位不对，至少有一位抄错，请对照证件逐位核对');
  }
  return { ok: true, normalised: number, birth, sex: sexOf(number) };
}

/** The 18th place for the first 17 (ISO 7064 MOD 11-2). Throws unless given 17 digits. */
export function idCheckDigit(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('a check digit needs 17 digits');
  let sum = 0;
  for (let place = 0; place < 17; place += 1)
    sum += (first17.charCodeAt(place) - ZERO) * (WEIGHTS[place] as number);
  return '10X98765432'.charAt(sum % 11);
}

/** The number issued before 1999-10-01 in today's form: century 19 and the check digit are put in. */
export function idFrom15(old: string): string {
  if (!/^\d{15}$/.test(old)) throw new RangeError('an old ID number has 15 digits');
  const first17 = `${old.slice(0, 6)}19${old.slice(6)}`;
  return first17 + idCheckDigit(first17);
}

/** Whether a number belongs to a made-up person of the demo or the tests. */
export function isSyntheticId(number: string): boolean {
  return number.startsWith(syntheticArea);
}

function birthOf(number: string): LocalDate | null {
  const iso = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return /^(19|20)/.test(iso) && isLocalDate(iso) ? iso : null;
}

function sexOf(number: string): Sex {
  return Number(number[16]) % 2 === 1 ? 'male' : 'female';
}

/** The first place (from 1) that holds no digit, where X is allowed only as the 18th. */
function oddPlaceOf(typed: string): number | null {
  const place = typed.search(/\D/);
  if (place < 0 || (place === 17 && typed.length === 18 && typed.endsWith('X'))) return null;
  return place + 1;
}

function lengthMessage(length: number): string {
  return length < 18
    ? `身份证号少 ${18 - length} 位，请核对证件`
    : `身份证号多 ${length - 18} 位，请核对证件`;
}

function birthMessage(typed: string): string {
  const [from, to] = typed.length === 15 ? [7, 12] : [7, 14];
  const digits = typed.slice(from - 1, to);
  return `身份证号第 ${from} 至 ${to} 位应是出生日期，“${digits}”不是日期，请核对证件`;
}

function wrong(message: string): { ok: false; message: string } {
  return { ok: false, message };
}
