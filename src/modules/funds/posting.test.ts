import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fen, splitFen } from '../../kernel/fen.ts';
import { type Account, balancesOf, moved } from './posting.ts';

const account = fc.constantFrom<Account>('reserve', 'payable', 'paid', 'returned');
const lines = fc
  .array(fc.integer({ min: 1, max: 90_000_000 }), { maxLength: 30 })
  .map((made) => made.map((amount, index) => ({ lineId: `line-${index}`, amount: fen(amount) })));

describe('ZX-05 · 账簿', () => {
  it('不管怎样转来转去，各账户相加总是零', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(account, account, lines), { maxLength: 12 }), (acts) => {
        const postings = acts.flatMap(([from, to, of]) => moved(from, to, 'dibao', of));
        const sum = Object.values(balancesOf(postings)).reduce((all, each) => all + each, 0);
        expect(sum).toBe(0);
      }),
    );
  });

  it('一笔分成几笔转过去，和一次转过去一样多', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_00 }),
        fc.integer({ min: 1, max: 24 }),
        (amount, parts) => {
          const split = splitFen(fen(amount), parts).map((each, index) => ({
            lineId: `${index}`,
            amount: each,
          }));
          const once = moved('payable', 'paid', 'dibao', [{ lineId: 'x', amount: fen(amount) }]);
          expect(balancesOf(moved('payable', 'paid', 'dibao', split))).toEqual(balancesOf(once));
        },
      ),
    );
  });

  it('退票重发：从退回的那一行出，进新的一行', () => {
    const postings = moved('returned', 'payable', 'dibao', [
      { lineId: 'new', fromLineId: 'old', amount: fen(100) },
    ]);
    expect(postings.map(({ account: name, lineId, amount }) => [name, lineId, amount])).toEqual([
      ['returned', 'old', -100],
      ['payable', 'new', 100],
    ]);
  });
});
