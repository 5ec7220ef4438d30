/** Money as a whole number of fen (1 yuan = 100 fen). Never a float, never yuan. */
export type Fen = number & { readonly __brand: 'Fen' };

/** Wraps a safe integer as Fen. Throws on anything else: a fraction of a fen is a bug, not input. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of fen: ${amount}`);
  return amount as Fen;
}

/**
 * Yuan with at most two decimals, as typed by a clerk ("1286", "1286.5", "1,286.50"), or null. Commas count
 * only as thousands separators in their places: "1,5" is refused, never read as 15.
 */
export function parseYuan(text: string): Fen | null {
  const typed = text.normalize('NFKC').replaceAll(/\s/g, '');
  if (typed.includes(',') && !/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(typed)) return null;
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(typed.replaceAll(',', ''));
  if (!match) return null;
  const [, sign, yuan = '0', decimals = ''] = match;
  const amount = Number(yuan) * 100 + Number(decimals.padEnd(2, '0'));
  return fen(sign && amount !== 0 ? -amount : amount);
}

/** "1,286.00": two decimals, thousands separated, no unit. */
export function formatYuan(amount: Fen): string {
  const absolute = Math.abs(amount);
  const yuan = thousandsApart(String(Math.trunc(absolute / 100)));
  const decimals = absolute % 100;
  return `${amount < 0 ? '-' : ''}${yuan}.${decimals < 10 ? '0' : ''}${decimals}`;
}

/** By cutting, since a calculation sheet has a hundred figures and a pattern takes longer than the rest of it. */
function thousandsApart(digits: string): string {
  const { length } = digits;
  return length <= 3
    ? digits
    : `${thousandsApart(digits.slice(0, -3))},${digits.slice(length - 3)}`;
}

export function addFen(...amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce((sum, amount) => sum + amount, 0));
}

export type Rounding = 'down' | 'up' | 'half-up';

/**
 * The one division of money: amount × numerator ÷ denominator, rounded by name to whole multiples of
 * `unit` fen (1 = fen, 10 = jiao, 100 = yuan). BigInt inside, so no intermediate can overflow.
 */
export function shareOfFen(
  amount: Fen,
  numerator: number,
  denominator: number,
  rounding: Rounding,
  unit = 1,
): Fen {
  const top = BigInt(amount) * BigInt(numerator);
  const bottom = BigInt(denominator) * BigInt(unit);
  return fen(Number(divide(top, bottom, rounding)) * unit);
}

function divide(top: bigint, bottom: bigint, rounding: Rounding): bigint {
  if (bottom <= 0n) throw new RangeError('money is divided by a positive number only');
  let floor = top / bottom;
  if (top % bottom !== 0n && top < 0n) floor -= 1n;
  const rest = top - floor * bottom;
  if (rest === 0n || rounding === 'down') return floor;
  return rounding === 'up' || rest * 2n >= bottom ? floor + 1n : floor;
}

/** `parts` (≥ 1) sums that differ by at most one fen and add up exactly; the larger ones come first. */
export function splitFen(amount: Fen, parts: number): Fen[] {
  if (!Number.isSafeInteger(parts) || parts < 1)
    throw new RangeError(`not a number of parts: ${parts}`);
  const least = Math.floor(amount / parts);
  const rest = amount - least * parts;
  return Array.from({ length: parts }, (_, index) => fen(least + (index < rest ? 1 : 0)));
}
