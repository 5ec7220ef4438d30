import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { contradictionsOf } from './contradiction.ts';
import type { Answer } from './verification.ts';

let id = 0;
const says = (source: string, item: string, yuan: number | null = null): Answer => {
  id += 1;
  const amount = yuan === null ? null : fen(yuan * 100);
  return { id: String(id), source, memberId: 'a', item, amount, text: '', asOf: null };
};
const titles = (...answers: Answer[]) => contradictionsOf(answers).map((each) => each.item);

describe('两个来源互相矛盾的，如实列出，须说明（DB-18）', () => {
  it('一个说死亡，一个说户籍在册、仍在领养老金', () => {
    expect(titles(says('death', 'dead'), says('household-register', 'registered'))).toEqual([
      '是否在世',
    ]);
    expect(titles(says('death', 'dead'), says('social-insurance', 'pension', 900))).toEqual([
      '是否在世',
    ]);
    expect(titles(says('death', 'dead'), says('household-register', 'nothing'))).toEqual([]);
  });

  it('婚姻状况、户籍，两个来源说法不同', () => {
    expect(titles(says('marriage', 'married'), says('村级台账', 'divorced'))).toEqual(['婚姻状况']);
    expect(titles(says('marriage', 'divorced'), says('marriage', 'married'))).toEqual([]);
    expect(titles(says('household-register', 'registered'), says('外地户籍', 'moved-out'))).toEqual(
      ['户籍'],
    );
  });

  it('同一种收入，两个来源数额不同的才算；存款、车辆分头登记，不算', () => {
    const one = says('social-insurance', 'pension', 900);
    expect(titles(one, says('机关养老', 'pension', 901))).toEqual(['养老金（每月）']);
    expect(titles(one, says('机关养老', 'pension', 900))).toEqual([]);
    expect(titles(says('deposit', 'deposit', 1), says('农村信用社', 'deposit', 2))).toEqual([]);
  });
});
