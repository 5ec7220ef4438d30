import { type Fen, formatYuan, parseYuan, fen } from '../../kernel/fen.ts';
import type { BankLayout } from './bank-layout.ts';
import { no } from './decide.ts';

/** A row of a bank's answer as it was read, by the titles of its columns. */
export type ReplyRow = {
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
};

/** A line that was sent, as the reply is judged by it. */
export type SentLine = {
  readonly no: number;
  readonly lineId: string;
  /** Blind index of the account: the reply is compared with it, nothing is opened. */
  readonly accountIndex: string;
  readonly amount: Fen;
  readonly outcome: 'paid' | 'returned' | null;
};

export type LineOutcome = {
  readonly lineId: string;
  readonly amount: Fen;
  readonly outcome: 'paid' | 'returned';
  readonly reason: string;
};

type Judging = {
  readonly batch: string;
  readonly isPartial: boolean;
  /** The blind index of an account as the bank writes it. */
  readonly indexOf: (account: string) => string;
};

type Judged =
  | { readonly ok: true; readonly outcomes: readonly LineOutcome[] }
  | ReturnType<typeof no>;

/**
 * What a reply says of every line of one file, or why none of it counts: another batch, a line nobody sent or sent
 * otherwise, one that stands twice or says otherwise than before, and lines that are missing unless the bank answers
 * in parts. What was answered before and is repeated alike adds nothing.
 */
export function judgedReply(
  layout: BankLayout,
  rows: readonly ReplyRow[],
  sent: readonly SentLine[],
  { batch, isPartial, indexOf }: Judging,
): Judged {
  const { columns } = layout.reply;
  const missing = Object.values(columns).find((title) =>
    rows.some(({ values }) => !(title in values)),
  );
  if (rows.length === 0) return no('reply-unreadable', '文件里没有一行。');
  if (missing) return no('reply-unreadable', `没有“${missing}”这一列。`);
  const other = rows.find(({ values }) => values[columns.batch] !== batch);
  if (other)
    return no(
      'reply-other-batch',
      `第 ${other.row} 行写的是“${other.values[columns.batch]}”，本批是“${batch}”。`,
    );
  const byNo = new Map(sent.map((line) => [line.no, line]));
  const seen = new Map<number, LineOutcome>();
  for (const row of rows) {
    const judged = judgedRow(layout, row, byNo, indexOf);
    if (!judged.ok) return judged;
    if (seen.has(judged.line.no))
      return no('reply-line-twice', `第 ${row.row} 行，序号 ${judged.line.no}。`);
    seen.set(judged.line.no, judged.outcome);
  }
  const left = sent.filter((line) => !seen.has(line.no) && line.outcome === null);
  if (left.length > 0 && !isPartial) {
    return no('reply-partial', `缺 ${left.length} 行，第一个缺的是序号 ${left[0]?.no}。`);
  }
  const fresh = [...seen].filter(([key]) => byNo.get(key)?.outcome === null);
  return { ok: true, outcomes: fresh.map(([, outcome]) => outcome) };
}

function judgedRow(
  { reply }: BankLayout,
  { row, values }: ReplyRow,
  byNo: ReadonlyMap<number, SentLine>,
  indexOf: Judging['indexOf'],
):
  | { readonly ok: true; readonly line: SentLine; readonly outcome: LineOutcome }
  | ReturnType<typeof no> {
  const { columns, money, success, returned } = reply;
  const of = (title: string) => values[title] ?? '';
  const typedNo = of(columns.no);
  const line = /^\d{1,12}$/.test(typedNo) ? byNo.get(Number(typedNo)) : undefined;
  if (!line) return no('reply-unknown-line', `第 ${row} 行，序号“${typedNo}”。`);
  const amount = moneyOf(of(columns.amount), money);
  if (amount === null)
    return no('reply-unreadable', `第 ${row} 行的金额“${of(columns.amount)}”不是金额。`);
  if (amount !== line.amount) {
    return no(
      'reply-other-sum',
      `第 ${row} 行：回盘 ${formatYuan(amount)} 元，代发 ${formatYuan(line.amount)} 元。`,
    );
  }
  if (indexOf(of(columns.account)) !== line.accountIndex)
    return no('reply-other-sum', `第 ${row} 行的账号不同。`);
  const result = of(columns.result);
  const isPaid = success.includes(result);
  if (!isPaid && !returned.includes(result)) {
    return no('reply-unreadable', `第 ${row} 行的处理结果“${result}”不认识。`);
  }
  const outcome = isPaid ? 'paid' : 'returned';
  if (line.outcome !== null && line.outcome !== outcome) {
    return no('reply-contradicts', `第 ${row} 行，序号 ${line.no}。`);
  }
  const reason = isPaid ? '' : of(columns.reason) || '银行没有写明原因';
  return { ok: true, line, outcome: { lineId: line.lineId, amount, outcome, reason } };
}

function moneyOf(text: string, money: 'yuan' | 'fen'): Fen | null {
  if (money === 'yuan') return parseYuan(text);
  const digits = /^0*(\d{1,14})$/.exec(text)?.[1];
  return digits === undefined ? null : fen(Number(digits));
}
