import { describe, expect, it } from 'vitest';
import { type Instant, instant } from '../../kernel/clock.ts';
import { fen } from '../../kernel/fen.ts';
import { type LocalDate, localDate } from '../../kernel/local-date.ts';
import { placeCode } from '../../kernel/place.ts';
import { type AuthorityQuestion, faultOf, isValid } from './authority.ts';
import { instrumentSlot, type InstrumentState } from './delegation.ts';

const here = placeCode('511702102');
const at = (day: string): Instant => instant(Date.parse(`${day}T10:00:00+08:00`));

const content = {
  township: here,
  title: '关于赋权的通知',
  number: '通川府函〔2026〕1号',
  issuer: '达州市通川区人民政府',
  issuerLevel: 'county',
  issuedOn: localDate('2026-01-05'),
  scan: { hash: 'a'.repeat(64), name: '扫描件.pdf', mime: 'application/pdf' },
  mode: 'own-name',
  matters: ['dibao', 'temporary'],
  acts: ['confirm'],
  temporaryCeiling: fen(200_000),
  from: localDate('2026-01-10'),
  to: localDate('2027-12-31'),
  provincialBasis: null,
} as const;

const inForce: InstrumentState = {
  content,
  status: 'in-force',
  writtenBy: ['a'],
  checkedBy: 'b',
  spans: [{ from: at('2026-01-08'), until: null }],
};

const question: AuthorityQuestion = {
  township: here,
  matter: 'dibao',
  act: 'confirm',
  amount: fen(50_000),
  on: localDate('2026-03-02'),
  at: null,
  basisRequired: false,
};

// TH-12: {none, draft, active, suspended, expired, future} × matter in/out × amount ≤, =, > × township in/out
// × decision before/after 2026-07-01 with or without a provincial basis.
const standings = ['none', 'draft', 'active', 'suspended', 'expired', 'future'] as const;
const amounts = { below: 199_999, equal: 200_000, above: 200_001 } as const;
const days = [
  { on: '2026-06-30', basis: false },
  { on: '2026-06-30', basis: true },
  { on: '2026-07-01', basis: false },
  { on: '2026-07-01', basis: true },
] as const;

type Row = {
  standing: (typeof standings)[number];
  matterIn: boolean;
  amount: keyof typeof amounts;
  townshipIn: boolean;
  on: string;
  basis: boolean;
};

const rows: Row[] = standings.flatMap((standing) =>
  [true, false].flatMap((matterIn) =>
    (Object.keys(amounts) as (keyof typeof amounts)[]).flatMap((amount) =>
      [true, false].flatMap((townshipIn) =>
        days.map((day) => ({ standing, matterIn, amount, townshipIn, ...day })),
      ),
    ),
  ),
);

/** The expectation, said once more and differently from the program. */
function lawful(row: Row): boolean {
  if (row.standing !== 'active' || !row.matterIn || !row.townshipIn) return false;
  if (row.amount === 'above') return false;
  return row.on < '2026-07-01' || row.basis;
}

function instrumentOf({ standing, matterIn, basis }: Row): InstrumentState {
  const dates: Record<string, { from?: LocalDate; to?: LocalDate }> = {
    expired: { to: localDate('2026-06-29') },
    future: { from: localDate('2026-07-02') },
  };
  const state: InstrumentState = {
    ...inForce,
    content: {
      ...content,
      matters: matterIn ? ['temporary'] : ['dibao'],
      provincialBasis: basis ? '省政府规定' : null,
      ...dates[standing],
    },
  };
  if (standing === 'none') return instrumentSlot.initial;
  if (standing === 'draft') return { ...state, status: 'draft', spans: [] };
  if (standing !== 'suspended') return state;
  return {
    ...state,
    status: 'suspended',
    spans: [{ from: at('2026-01-08'), until: at('2026-06-01') }],
  };
}

describe('《社会救助法》第四十四条 · 赋权书的效力', () => {
  it('288 种组合中，只有生效中、事项在内、金额不超、乡镇在内、省级依据齐全的才能确认', () => {
    expect(rows).toHaveLength(288);
    const wrong = rows.filter((row) => {
      const answer = isValid(instrumentOf(row), {
        ...question,
        matter: 'temporary',
        amount: fen(amounts[row.amount]),
        township: row.townshipIn ? here : placeCode('511702109'),
        on: localDate(row.on),
        basisRequired: row.on >= '2026-07-01',
      });
      return answer !== lawful(row);
    });
    expect(wrong).toEqual([]);
    expect(rows.filter(lawful)).toHaveLength(6);
  });

  it.each([
    ['2026-01-09', 'authority-not-yet'],
    ['2026-01-10', null],
    ['2027-12-31', null],
    ['2028-01-01', 'authority-expired'],
  ])('起止日期当天有效：%s', (on, fault) => {
    expect(faultOf(inForce, { ...question, on: localDate(on) })).toBe(fault);
  });

  it('没有写终止日期的赋权书不因日期失效', () => {
    const open = { ...inForce, content: { ...content, to: null } };
    expect(isValid(open, { ...question, on: localDate('2040-01-01') })).toBe(true);
  });

  it('临时救助的上限不适用于低保', () => {
    expect(isValid(inForce, { ...question, amount: fen(900_000) })).toBe(true);
  });

  it('没有扫描件的赋权书不能作为依据', () => {
    const bare = { ...inForce, content: { ...content, scan: { ...content.scan, hash: '' } } };
    expect(faultOf(bare, question)).toBe('authority-without-scan');
  });

  it('未下放的办理权限不能行使', () => {
    expect(faultOf(inForce, { ...question, act: 'stop' })).toBe('authority-act-outside');
  });
});

describe('达州市2021年改革做法第一点 · 补录不能使先前的决定合法', () => {
  const entered = {
    ...inForce,
    spans: [{ from: at('2026-04-01'), until: at('2026-05-01') }],
    status: 'withdrawn',
  } as const;

  it.each([
    ['2026-03-31', 'authority-recorded-later'],
    ['2026-04-02', null],
    ['2026-05-02', 'authority-withdrawn'],
  ])('生效期从写明的日期起，但 %s 记录的决定只看当时是否已登记生效', (day, fault) => {
    const asked = { ...question, on: localDate(day), at: at(day) };
    expect(faultOf(entered, asked)).toBe(fault);
  });

  it('决定写成较早的日期也没有用', () => {
    const open = { ...inForce, spans: [{ from: at('2026-04-01'), until: null }] };
    const asked = { ...question, on: localDate('2026-03-31') };
    expect(faultOf(open, asked)).toBe('authority-recorded-later');
    expect(faultOf(open, { ...asked, on: localDate('2026-04-01') })).toBe(null);
  });

  it('中止期间的决定没有依据，恢复后才有', () => {
    const resumed = {
      ...inForce,
      spans: [
        { from: at('2026-01-08'), until: at('2026-02-01') },
        { from: at('2026-03-01'), until: null },
      ],
    };
    const on = (day: string) => ({ ...question, on: localDate(day), at: at(day) });
    expect(faultOf(resumed, on('2026-02-15'))).toBe('authority-suspended');
    expect(faultOf(resumed, on('2026-03-02'))).toBe(null);
  });
});
