import { type Fen, formatYuan } from '../../../kernel/fen.ts';
import { GIVES, SCHEME, SCHEME_SHORT, type Scheme } from '../../../rules/scheme.ts';

/** What a scheme gives, as a label and its value: 每月金额 965.00 元, 认定为 低保边缘家庭. */
export function benefitItem(scheme: Scheme, amount: number) {
  const gives = GIVES[scheme];
  if (gives === 'recognition') return { label: '认定为', value: SCHEME[scheme] };
  const label = gives === 'once' ? '一次性金额' : '每月金额';
  return { label, value: `${formatYuan(amount as Fen)} 元`, figure: true };
}

/** 给予低保, 认定为低保边缘家庭. */
export function grantWords(scheme: Scheme): string {
  return GIVES[scheme] === 'recognition'
    ? `认定为${SCHEME[scheme]}`
    : `给予${SCHEME_SHORT[scheme]}`;
}

/** 保障 3 人，每月 965.00 元. */
export function proposalWords(scheme: Scheme, members: number, amount: number): string {
  if (GIVES[scheme] === 'recognition') return `共 ${members} 人`;
  const when = GIVES[scheme] === 'once' ? '一次性' : '每月';
  return `保障 ${members} 人，${when} ${formatYuan(amount as Fen)} 元`;
}

type Stage = { readonly on: string; readonly amount: number; readonly condition: string };

/** 第1次 2026-03-17 1,000.00 元；第2次 2026-04-17 1,000.00 元（困难仍未缓解）. */
export function planWords(plan: readonly Stage[]): string {
  return plan
    .map(({ on, amount, condition }, at) => {
      const only = condition === '' ? '' : `（${condition}）`;
      return `第${at + 1}次 ${on} ${formatYuan(amount as Fen)} 元${only}`;
    })
    .join('；');
}
