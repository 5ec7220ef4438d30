import { describe, expect, it } from 'vitest';
import { evolveSlot } from '../../kernel/slot.ts';
import { instant } from '../../kernel/clock.ts';
import { intakeSlot, type IntakeState, type Recognition } from './intake.ts';
import { isFamilyRecognised, recognitionsNoted } from './recognised.ts';
import { after, declared, opened, TODAY } from './window.fixture.ts';

const found = (memberId: string, identity: string): Recognition => ({
  ...{ memberId, identity, scheme: 'dibao', number: '511702-2025-000001', township: '511702102' },
});
const bothFound = [found('a', 'index-a'), found('b', 'index-b')];

function recognised(recognitions: readonly Recognition[]): boolean {
  const { household, intake } = after(opened, declared());
  return isFamilyRecognised({ household, intake: { ...intake, recognitions } });
}

describe('已认定的家庭不重复调查经济状况（民发〔2018〕23号、《社会救助法》第四十二条）', () => {
  it('全家都在救助对象名册中的，算已认定', () => {
    expect(recognised(bothFound)).toBe(true);
  });

  it('只有一人在册的，不算；名册中没有的，不算', () => {
    expect(recognised(bothFound.slice(0, 1))).toBe(false);
    expect(recognised([])).toBe(false);
  });

  it('在册的是另一个身份证号的，不算', () => {
    expect(recognised([found('a', 'index-a'), found('b', 'index-other')])).toBe(false);
  });

  it('家庭自己填写的“现在享受的救助”不作数', () => {
    const members = [
      { id: 'a', relation: 'self', currentScheme: 'dibao' } as const,
      { id: 'b', relation: 'child', currentScheme: 'dibao' } as const,
    ];
    const { household, intake } = after(opened, declared({ members }));
    expect(isFamilyRecognised({ household, intake })).toBe(false);
  });

  it('没有登记成员的，不算', () => {
    const { household, intake } = after(opened);
    expect(isFamilyRecognised({ household, intake: { ...intake, recognitions: bothFound } })).toBe(
      false,
    );
  });
});

describe('查询救助对象名册的记录', () => {
  const meta = { seq: 1, actor: 'p', post: 'p', occurredOn: TODAY, recordedAt: instant(0) };
  const next = (state: IntakeState, asked: readonly Recognition[] | null) =>
    recognitionsNoted(state, asked).reduce(
      (before, event) => evolveSlot(intakeSlot, before, event, meta),
      state,
    );

  it('查到的记下来；查询结果没有变化的，不重复记', () => {
    const once = next(intakeSlot.initial, bothFound);
    expect(once.recognitions).toEqual(bothFound);
    expect(recognitionsNoted(once, bothFound.toReversed())).toEqual([]);
    expect(recognitionsNoted(once, null)).toEqual([]);
  });

  it('不再在册的，以新的查询为准', () => {
    const once = next(intakeSlot.initial, bothFound);
    expect(next(once, []).recognitions).toEqual([]);
  });
});
