import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFen, fen } from '../../kernel/fen.ts';
import { drawn, type Pot, residenceAt, sources } from './pot.ts';

const pot = (source: Pot['source'], residence: Pot['residence'], left: number): Pot => ({
  ...{ year: 2026, source, residence, left: fen(left) },
});
const line = (lineId: string, residence: 'urban' | 'rural', amount: number) => ({
  ...{ lineId, residence, amount: fen(amount) },
});

describe('专款专用（ZX-05）：每一分钱出自哪笔资金', () => {
  it('先用中央，再省、市、县；用完一笔接着用下一笔，一户可以跨两笔', () => {
    const pots = [pot('county', 'rural', 900), pot('central', 'rural', 1000)];
    const pieces = drawn([line('甲', 'rural', 600), line('乙', 'rural', 600)], pots, 2026);
    expect(pieces.map(({ lineId, amount, pot: { source } }) => [lineId, source, amount])).toEqual([
      ['甲', 'central', 600],
      ['乙', 'central', 400],
      ['乙', 'county', 200],
    ]);
  });
  it('城市的钱不给农村用；城乡统筹的两边都能用，排在专项之后', () => {
    const pots = [pot('central', 'urban', 500), pot('central', 'both', 500)];
    const pieces = drawn([line('甲', 'rural', 300), line('乙', 'urban', 600)], pots, 2026);
    expect(
      pieces.map(({ lineId, pot: { residence }, amount }) => [lineId, residence, amount]),
    ).toEqual([
      ['甲', 'both', 300],
      ['乙', 'urban', 500],
      ['乙', 'both', 100],
    ]);
  });
  it('别的年度的不用；都不够的由县级补足，不少发一分', () => {
    const pots = [{ ...pot('central', 'rural', 500), year: 2025 }, pot('city', 'rural', 100)];
    expect(
      drawn([line('甲', 'rural', 101)], pots, 2026).map(({ pot: { source }, amount }) => [
        source,
        amount,
      ]),
    ).toEqual([
      ['city', 100],
      ['county', 1],
    ]);
  });
  it('随便多少笔资金、多少户：每户正好分完，每笔不透支（县级兜底除外），城乡不串', () => {
    const residence = fc.constantFrom('urban' as const, 'rural' as const);
    const pots = fc.uniqueArray(
      fc.record({
        year: fc.constantFrom(2025, 2026),
        source: fc.constantFrom(...(Object.keys(sources) as Pot['source'][])),
        residence: fc.constantFrom('urban' as const, 'rural' as const, 'both' as const),
        left: fc.integer({ min: -5000, max: 500_000 }).map(fen),
      }),
      { selector: ({ year, source, residence: at }) => `${year} ${source} ${at}` },
    );
    const lines = fc.array(
      fc.record({ residence, amount: fc.integer({ min: 1, max: 99_999 }).map(fen) }),
    );
    fc.assert(
      fc.property(pots, lines, (has, wants) => {
        const all = wants.map((each, at) => ({ ...each, lineId: String(at) }));
        const pieces = drawn(all, has, 2026);
        for (const { lineId, amount, residence: at } of all) {
          const own = pieces.filter((each) => each.lineId === lineId);
          expect(addFen(...own.map((each) => each.amount))).toBe(amount);
          for (const { pot: from } of own) expect([at, 'both']).toContain(from.residence);
        }
        for (const each of has) {
          const taken = pieces.filter(
            ({ pot: from }) =>
              from.year === each.year &&
              from.source === each.source &&
              from.residence === each.residence,
          );
          const sum = addFen(...taken.map(({ amount }) => amount));
          if (each.source !== 'county') expect(sum).toBeLessThanOrEqual(Math.max(0, each.left));
        }
        const uncovered = pieces.filter(({ pot: from }) => from.source === 'county');
        if (uncovered.length === 0) return;
        const other = has.filter(
          ({ year, source, residence: at, left }) =>
            year === 2026 &&
            ['central', 'province', 'city'].includes(source) &&
            left > 0 &&
            at === 'both',
        );
        for (const each of other) {
          const taken = pieces.filter(
            ({ pot: from }) => from.source === each.source && from.residence === 'both',
          );
          expect(addFen(...taken.map(({ amount }) => amount))).toBe(each.left);
        }
      }),
    );
  });
  it('居委会编号是城市，村委会编号是农村', () => {
    expect(
      ['511702102001', '511702102199', '511702102200', '511702102401'].map(residenceAt),
    ).toEqual(['urban', 'urban', 'rural', 'urban']);
  });
});
