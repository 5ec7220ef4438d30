import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import { localDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import type { InstrumentContent, InstrumentState } from './delegation.ts';
import * as decide from './decide.ts';
import { refusals } from './refusal.ts';

const content: InstrumentContent = {
  township: placeCode('511702102'),
  title: '关于赋权的通知',
  number: '通川府函〔2026〕1号',
  issuer: '达州市通川区人民政府',
  issuerLevel: 'county',
  issuedOn: localDate('2026-01-05'),
  scan: { hash: 'a'.repeat(64), name: '扫描件.pdf', mime: 'application/pdf' },
  mode: 'own-name',
  matters: ['dibao'],
  acts: ['confirm'],
  temporaryCeiling: null,
  from: localDate('2026-01-10'),
  to: localDate('2027-12-31'),
  provincialBasis: null,
};
const empty: InstrumentState = {
  content: null,
  status: 'draft',
  writtenBy: [],
  checkedBy: null,
  spans: [],
};
const draft: InstrumentState = { ...empty, content, writtenBy: ['writer', 'corrector'] };
const inForce: InstrumentState = { ...draft, status: 'in-force' };
const suspended: InstrumentState = { ...inForce, status: 'suspended' };
const given = {
  now: instant(Date.parse('2026-03-02T09:00:00+08:00')),
  today: localDate('2026-03-02'),
  by: {
    person: 'checker',
    name: '演',
    post: 'p',
    role: 'aid-officer',
    area: placeCode('511702'),
  },
  numberTaken: false,
  readiness: {
    ...{ score: 7_500, threshold: 75, judgedWeight: 100, passes: true, because: '', lines: [] },
  },
};
const unready = { ...given, readiness: { ...given.readiness, score: 7_499, passes: false } };
const plain = { override: null };
const reason = { reason: '整改期间暂停行使' };

const refused = new Set<string>();
function refuses(
  answer: { ok: true } | { ok: false; refusal: { code: string } },
  code: keyof typeof refusals,
): void {
  refused.add(code);
  expect(answer).toMatchObject({ ok: false, refusal: { code } });
}

describe('达州市2021年改革做法第一点 · 登记赋权书', () => {
  it('县级人民政府的书面文件可以登记', () => {
    expect(decide.draftInstrument(content, empty, given)).toMatchObject({ ok: true });
  });

  it('同一份不能登记两次', () => {
    refuses(decide.draftInstrument(content, draft, given), 'instrument-exists');
  });

  it.each(['达州市通川区民政局', '罗江镇人民政府', '安云乡人民政府', '通川区人民政府民政局'])(
    '%s 的文件不是赋权',
    (issuer) => {
      refuses(
        decide.draftInstrument({ ...content, issuer }, empty, given),
        'issuer-not-county-government',
      );
    },
  );

  it.each(['达州市通川区人民政府', '四川省人民政府', '尤溪县人民政府办公室'])(
    '%s 的文件可以赋权',
    (issuer) => {
      expect(decide.draftInstrument({ ...content, issuer }, empty, given).ok).toBe(true);
    },
  );

  it('发文日期不能晚于今天，今天可以', () => {
    const on = (text: string) => ({ ...content, issuedOn: localDate(text) });
    refuses(decide.draftInstrument(on('2026-03-03'), empty, given), 'issued-in-future');
    expect(decide.draftInstrument(on('2026-03-02'), empty, given).ok).toBe(true);
  });

  it('终止日期不能早于起始日期，同一天可以', () => {
    const to = (text: string) => ({ ...content, to: localDate(text) });
    refuses(decide.draftInstrument(to('2026-01-09'), empty, given), 'ends-before-it-begins');
    expect(decide.draftInstrument(to('2026-01-10'), empty, given).ok).toBe(true);
  });

  it('下放临时救助必须写明金额上限', () => {
    const temporary: InstrumentContent = { ...content, matters: ['temporary'] };
    refuses(decide.draftInstrument(temporary, empty, given), 'temporary-without-ceiling');
    const limited = { ...temporary, temporaryCeiling: fen(100_000) };
    expect(decide.draftInstrument(limited, empty, given).ok).toBe(true);
  });

  it('同一乡镇同一文号只登记一次', () => {
    const taken = { ...given, numberTaken: true };
    refuses(decide.draftInstrument(content, empty, taken), 'instrument-number-taken');
  });

  it('复核之前可以更正，复核之后不能', () => {
    expect(decide.correctInstrument(content, draft, given).ok).toBe(true);
    refuses(decide.correctInstrument(content, inForce, given), 'instrument-not-draft');
  });

  it('更正不能换成另一个乡镇', () => {
    const other = { ...content, township: placeCode('511702109') };
    refuses(decide.correctInstrument(other, draft, given), 'township-fixed');
  });
});

describe('达州市2021年改革做法第一点 · 复核、中止、撤回', () => {
  it('由另一名县级人员复核后生效', () => {
    expect(decide.checkInstrument(plain, draft, given)).toEqual({
      ok: true,
      events: [
        {
          type: 'InstrumentChecked',
          readiness: { score: 7_500, threshold: 75, override: null },
        },
      ],
    });
  });

  it.each(['writer', 'corrector'])('登记人和更正人（%s）都不能复核', (person) => {
    const own = { ...given, by: { ...given.by, person } };
    refuses(decide.checkInstrument(plain, draft, own), 'own-instrument');
  });

  it('承接能力评估低于合格线的不能生效，也不能恢复', () => {
    refuses(decide.checkInstrument(plain, draft, unready), 'readiness-below-threshold');
    const resumed = decide.resumeInstrument({ ...reason, ...plain }, suspended, unready);
    refuses(resumed, 'readiness-below-threshold');
  });

  it('县里没有评估办法的，同样不能当作合格', () => {
    const undefinedYet = { ...given, readiness: null };
    refuses(decide.checkInstrument(plain, draft, undefinedYet), 'readiness-below-threshold');
  });

  it('低于合格线仍要生效的，只有分管领导写明理由才可以，理由记入赋权书', () => {
    const override = { override: '已派驻两名业务骨干，先行试点' };
    refuses(decide.checkInstrument(override, draft, unready), 'readiness-override-not-leader');
    const leader = { ...unready, by: { ...given.by, role: 'county-leader' } };
    expect(decide.checkInstrument(override, draft, leader)).toMatchObject({
      events: [{ readiness: { score: 7_499, threshold: 75, ...override } }],
    });
  });

  it('合格的不留例外理由', () => {
    const needless = { override: '多写的一句理由' };
    expect(decide.checkInstrument(needless, draft, given)).toMatchObject({
      events: [{ readiness: plain }],
    });
  });

  it('已生效的不能再复核', () => {
    refuses(decide.checkInstrument(plain, inForce, given), 'instrument-not-draft');
  });

  it('只有生效中的可以中止，只有中止的可以恢复', () => {
    expect(decide.suspendInstrument(reason, inForce).ok).toBe(true);
    refuses(decide.suspendInstrument(reason, draft), 'instrument-not-in-force');
    expect(decide.resumeInstrument({ ...reason, ...plain }, suspended, given).ok).toBe(true);
    refuses(
      decide.resumeInstrument({ ...reason, ...plain }, inForce, given),
      'instrument-not-suspended',
    );
  });

  it.each(['draft', 'in-force', 'suspended'] as const)('%s 的都可以撤回', (status) => {
    expect(decide.withdrawInstrument(reason, { ...draft, status }).ok).toBe(true);
  });

  it('撤回只有一次', () => {
    const gone = { ...inForce, status: 'withdrawn' } as const;
    refuses(decide.withdrawInstrument(reason, gone), 'instrument-withdrawn');
  });
});

describe('本模块的每一种不予办理', () => {
  it('都有上面的一条规定', () => {
    expect([...refused].toSorted()).toEqual(Object.keys(refusals).toSorted());
  });
});
