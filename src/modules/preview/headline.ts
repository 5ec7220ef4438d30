import { fen, formatYuan } from '../../kernel/fen.ts';
import { paidMonthly, type Previewed } from './preview.ts';
import type { Tally } from './sums.ts';

/** `2026年1月至7月`, `2025年11月至2026年2月`; '' for none. */
export function monthSpan(months: readonly string[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return '';
  const words = (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
  if (first === last) return words(first);
  const isSameYear = first.slice(0, 4) === last.slice(0, 4);
  return `${words(first)}至${isSameYear ? `${Number(last.slice(5))}月` : words(last)}`;
}

/** What a change does under one scheme, said in sentences: who comes and goes, what it costs, what is paid afterwards. */
export function headline(
  scheme: Previewed,
  { before, after, kinds, more, less, arrears, arrearsHouseholds }: Tally,
  months: readonly string[],
): readonly string[] {
  const isPaid = paidMonthly.includes(scheme);
  const moved = [
    ...(kinds.enter > 0 ? [`新符合 ${count(kinds.enter)} 户`] : []),
    ...(kinds.leave > 0 ? [`不再符合 ${count(kinds.leave)} 户`] : []),
  ];
  const amounts = [
    ...(kinds.gain > 0 ? [`${count(kinds.gain)} 户金额增加`] : []),
    ...(kinds.lose > 0 ? [`${count(kinds.lose)} 户金额减少`] : []),
  ];
  const who = changed('符合的家庭', before.households, after.households, household);
  const sentences = [moved.length > 0 ? `${who}：${moved.join('，')}。` : `${who}。`];
  if (isPaid) {
    sentences.push(`${changed('每月应发', before.amount, after.amount, monthly)}。`);
    if (amounts.length > 0) sentences.push(`原来就符合的，${amounts.join('，')}。`);
    if (more > 0 && less > 0) {
      sentences.push(`其中增加的合计 ${monthly(more)}，减少的合计 ${monthly(less)}。`);
    }
  }
  if (arrears > 0) {
    const paid = `${count(arrearsHouseholds)} 户，共 ${money(arrears)} 元`;
    sentences.push(`${monthSpan(months)}应补发 ${paid}，只补已经发放过的月份的差额。`);
  }
  if (kinds.open > 0) sentences.push(`${count(kinds.open)} 户缺少情况不能判断，没有算在内。`);
  return sentences;
}

function changed(
  what: string,
  before: number,
  after: number,
  words: (figure: number) => string,
): string {
  if (before === after) return `${what} ${words(before)}，没有变化`;
  const way = after > before ? '增加' : '减少';
  const difference = words(Math.abs(after - before));
  return `${what}由 ${words(before)}变为 ${words(after)}，${way} ${difference}`;
}

function count(figure: number): string {
  return figure.toLocaleString('en-US');
}

function household(figure: number): string {
  return `${count(figure)} 户`;
}

function money(figure: number): string {
  return formatYuan(fen(figure));
}

function monthly(figure: number): string {
  return `${money(figure)} 元/月`;
}
