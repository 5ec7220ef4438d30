import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { localDate } from '../../kernel/local-date.ts';
import { household, placeWith } from '../../rules/worked-case.ts';
import { looksBackTo, reliefWords, unrecordedRelief } from './earlier-relief.ts';

const granted = (on: string, amount: number, number = '511702-2026-000001') => ({
  number,
  on: localDate(on),
  amount: fen(amount),
});
const past = (...items: readonly (readonly [string | null, number | null])[]) =>
  household({
    pastReliefs: items.map(([grantedOn, amount], index) => ({
      ...{ id: `r${index}`, grantedOn, amount, cause: 'fire' as const },
    })),
  });
const FIRE = granted('2026-03-02', 62_000);

describe('国发〔2014〕47号 救助频次：以前的救助都要登记', () => {
  it('没有登记的、没有查清的，指出是哪一次；没有救助过的，不问', () => {
    expect(unrecordedRelief(past(), [FIRE])).toBe(FIRE);
    expect(unrecordedRelief({ ...past(), pastReliefs: null }, [FIRE])).toBe(FIRE);
    expect(unrecordedRelief(past(), [])).toBeNull();
  });

  it('日期相同或者金额相同的，就是已经登记；都不同的不是', () => {
    expect(unrecordedRelief(past(['2026-03-02', null]), [FIRE])).toBeNull();
    expect(unrecordedRelief(past(['2026-03-06', 62_000]), [FIRE])).toBeNull();
    expect(unrecordedRelief(past(['2026-03-03', 62_001]), [FIRE])).toBe(FIRE);
  });

  it('一条登记只抵一次救助：同一天两次的，登记两条；先对日期，再对金额', () => {
    const again = granted('2026-03-02', 62_000, '511702-2026-000002');
    expect(unrecordedRelief(past(['2026-03-02', 62_000]), [FIRE, again])).toBe(again);
    const both = past(['2026-03-02', 62_000], ['2026-03-02', 62_000]);
    expect(unrecordedRelief(both, [FIRE, again])).toBeNull();
    const later = granted('2026-03-20', 62_000, '511702-2026-000003');
    const crossed = past(['2026-03-20', 62_000], ['2026-03-02', 50_000]);
    expect(unrecordedRelief(crossed, [FIRE, later])).toBeNull();
  });

  it('往前看当地规定的月数，当年的一律要看；当地没有规定的，按十二个月', () => {
    const on = localDate('2026-03-15');
    const back = (months: number | undefined) =>
      looksBackTo(placeWith({ temporarySameCauseMonths: months }), on);
    expect(back(24)).toBe('2024-03-15');
    expect(back(2)).toBe('2026-01-01');
    expect(back(undefined)).toBe('2025-03-15');
  });

  it('写明日期、金额、受理号', () => {
    expect(reliefWords(FIRE)).toBe('2026年3月2日给予临时救助 620.00 元，受理号 511702-2026-000001');
  });
});
