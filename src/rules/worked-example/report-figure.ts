import { type Fen, fen, formatYuan, shareOfFen } from '../../kernel/fen.ts';

/** How much higher one standard is than the other, in percent with so many decimals. */
export function growthText(before: number, after: number, decimals: 0 | 1 | 2): string {
  const scale = 10 ** decimals;
  const share = shareOfFen(fen(after - before), 100 * scale, before, 'half-up');
  return `${(share / scale).toFixed(decimals)}%`;
}

/** What a sum is divided by has to be named: 人次 and 参保人 give quite different averages (X4). */
export type Denominator = { readonly count: number; readonly of: string };

export function averageText(total: Fen, { count, of }: Denominator): string {
  return `每${of}平均 ${formatYuan(shareOfFen(total, 1, count, 'half-up'))} 元`;
}
