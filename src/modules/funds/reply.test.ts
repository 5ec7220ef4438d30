import { describe, expect, it } from 'vitest';
import rural from '../../../regions/51/5117/bank/rural-commercial.json' with { type: 'json' };
import { fen } from '../../kernel/fen.ts';
import { bankLayoutSchema } from './bank-layout.ts';
import { refusals } from './refusal.ts';
import { judgedReply, type ReplyRow, type SentLine } from './reply.ts';

const layout = bankLayoutSchema.parse(rural);
const sent = (outcome: SentLine['outcome'] = null): readonly SentLine[] =>
  [1, 2].map((no) => ({
    ...{ no, lineId: `line-${no}`, accountIndex: `index of ${no}` },
    ...{ amount: fen(62_000), outcome: no === 1 ? outcome : null },
  }));
const row = (no: number, more: Record<string, string> = {}): ReplyRow => ({
  row: no + 1,
  values: {
    ...{ 批次号: 'B1', 序号: String(no), 账号: String(no), 金额: '620.00' },
    ...{ 处理结果: '成功', 失败原因: '' },
    ...more,
  },
});
const told = new Set<string>();
const judge = (rows: readonly ReplyRow[], lines = sent(), isPartial = false) => {
  const judged = judgedReply(layout, rows, lines, {
    ...{ batch: 'B1', isPartial },
    indexOf: (account) => `index of ${account}`,
  });
  if (!judged.ok) told.add(judged.refusal.code);
  return judged.ok ? judged.outcomes : judged.refusal.code;
};

describe('ZX-05 · 银行回盘', () => {
  it('成功的、退票的各归各；退票写明原因', () => {
    const failed = row(2, { 处理结果: '退票', 失败原因: '户名不符' });
    expect(judge([row(1), failed])).toEqual([
      { lineId: 'line-1', amount: 62_000, outcome: 'paid', reason: '' },
      { lineId: 'line-2', amount: 62_000, outcome: 'returned', reason: '户名不符' },
    ]);
    expect(judge([row(1), row(2, { 处理结果: '失败' })])).toMatchObject([
      {},
      { reason: '银行没有写明原因' },
    ]);
  });

  it.each<[string, readonly ReplyRow[], string]>([
    ['另一批', [row(1), row(2, { 批次号: 'B2' })], 'reply-other-batch'],
    ['没有的行', [row(1), row(3)], 'reply-unknown-line'],
    ['序号不是数', [row(1, { 序号: 'x' }), row(2)], 'reply-unknown-line'],
    ['重复的行', [row(1), row(1)], 'reply-line-twice'],
    ['金额多一分', [row(1, { 金额: '620.01' }), row(2)], 'reply-other-sum'],
    ['账号不同', [row(1, { 账号: '9' }), row(2)], 'reply-other-sum'],
    ['金额写成分', [row(1, { 金额: '62000' }), row(2)], 'reply-other-sum'],
    ['缺一行', [row(1)], 'reply-partial'],
    ['结果不认识', [row(1, { 处理结果: '处理中' }), row(2)], 'reply-unreadable'],
    ['空文件', [], 'reply-unreadable'],
    ['缺一列', [{ row: 2, values: { 批次号: 'B1' } }], 'reply-unreadable'],
  ])('%s的，一行也不录', (_, rows, code) => {
    expect(judge(rows)).toBe(code);
  });

  it('银行分次回盘的，先到先录；后面重复相同的不再录，矛盾的不收', () => {
    expect(judge([row(1)], sent(), true)).toHaveLength(1);
    expect(judge([row(1), row(2)], sent('paid'))).toMatchObject([{ lineId: 'line-2' }]);
    expect(judge([row(1), row(2)], sent('returned'))).toBe('reply-contradicts');
  });

  it('回盘的每一种“不能录”都查过；同一份两次由入账时拒绝', () => {
    const codes = Object.keys(refusals).filter((code) => code.startsWith('reply-'));
    expect(codes.filter((code) => !told.has(code))).toEqual(['reply-twice']);
  });
});
