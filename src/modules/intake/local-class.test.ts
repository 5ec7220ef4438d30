import { describe, expect, it } from 'vitest';
import { localDate } from '../../kernel/local-date.ts';
import { placeWith } from '../../rules/worked-case.ts';
import { asksConsumption, localClassesIn } from './local-class.ts';

const on = localDate('2026-03-02');

describe('当地自己规定的类别和要问的消费情况', () => {
  it('困难类别、人员类别按当地的表列出', () => {
    const region = placeWith({
      hardshipClasses: [
        { code: 'a', title: 'A类', amount: 40_800, share: 0 },
        { code: 'b', title: 'B类', amount: 37_300, share: 0 },
      ],
    });
    expect(localClassesIn(region, on, 'hardshipClasses')).toEqual([
      { code: 'a', title: 'A类' },
      { code: 'b', title: 'B类' },
    ]);
    expect(localClassesIn(region, on, 'personClasses')).toEqual([]);
  });

  it('当地规定用到消费情况的才问，没有用到的不问', () => {
    const rows = [{ title: '经常使用车辆', when: 'usesVehicles', give: 'yes' }];
    expect(asksConsumption(placeWith({ dibaoPropertyBar: { rows } }), on)).toBe(true);
    expect(asksConsumption(placeWith(), on)).toBe(false);
  });
});
