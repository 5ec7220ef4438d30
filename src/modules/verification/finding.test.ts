import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import type { CaseEvent } from '../case/index.ts';
import { findingsOf } from './finding.ts';
import type { ItemCode } from './item.ts';
import * as known from './verification.fixture.ts';

type Lists = Parameters<typeof known.declared>[0];
type Held = readonly [source: string, item: ItemCode, yuan?: number];

/** What is found about the applicant, given what the family declared and what the sources hold. */
function findings(lists: Lists, ...held: readonly Held[]) {
  const answers = held.map(([source, item, yuan], index) => ({
    id: `${index}`,
    memberId: 'a',
    source,
    item,
    amount: yuan === undefined ? null : fen(yuan * 100),
    text: '',
    asOf: null,
  }));
  const request = {
    id: 'r1',
    members: ['a', 'b'],
    lookups: [],
    sources: [],
    requestedOn: known.TODAY,
    revision: 1,
    recheckOf: null,
  };
  const events: CaseEvent[] = [
    known.declared(lists),
    { type: 'VerificationRequested', request },
    {
      type: 'SourceAnswered',
      requestId: 'r1',
      source: '',
      answers,
      caseNumber: '',
      authorisations: [],
      via: 'typed',
    },
    { type: 'ReportIssued', reportId: 'p1', requestId: 'r1', validUntil: known.TODAY },
  ];
  return findingsOf(known.after(...events));
}

const asset = (
  kind: 'deposit' | 'house' | 'market-entity' | 'vehicle',
  yuan?: number,
  id = 'x',
) => ({
  assets: [{ id, owner: 'a', kind, value: yuan === undefined ? null : yuan * 100 }],
});
const wage = (yuan: number, period: 'per-month' | 'per-year') => ({
  incomes: [{ id: 'w', member: 'a', kind: 'wage' as const, period, amount: yuan * 100 }],
});

describe('最低生活保障审核确认办法 第十七条：核对结果与申报的差异', () => {
  it('存款等于申报不算差异，多一分就是差异', () => {
    expect(findings(asset('deposit', 8600), ['deposit', 'deposit', 8600])).toEqual([]);
    expect(findings(asset('deposit', 8600), ['deposit', 'deposit', 8600.01])).toMatchObject([
      {
        kind: 'more-than-declared',
        weight: 'amount',
        declared: '8,600.00 元',
        found: '8,600.01 元',
      },
    ]);
  });

  it('银行存款和支付账户余额合计后与申报比较', () => {
    const held: Held[] = [
      ['deposit', 'deposit', 800],
      ['non-bank-payment', 'payment-balance', 800],
    ];
    expect(findings(asset('deposit', 1600), ...held)).toEqual([]);
    expect(findings(asset('deposit', 1000), ...held)).toMatchObject([
      { source: '银行存款、非银行支付机构', found: '1,600.00 元' },
    ]);
  });

  it('没有申报的财产、金额不明的财产都要说明', () => {
    expect(findings({}, ['deposit', 'deposit', 1])).toMatchObject([
      { kind: 'undeclared', declared: '未申报' },
    ]);
    expect(findings(asset('deposit'), ['deposit', 'deposit', 1])).toHaveLength(1);
  });

  it('房屋、车辆按数量比较', () => {
    expect(findings(asset('house'), ['real-estate', 'house'])).toEqual([]);
    const two: Held[] = [
      ['real-estate', 'house'],
      ['real-estate', 'house'],
    ];
    expect(findings(asset('house'), ...two)).toMatchObject([
      { kind: 'more-than-declared', weight: 'eligibility', declared: '1 项', found: '2 项' },
    ]);
    expect(findings(asset('vehicle'), ['vehicle', 'boat'])).toEqual([]);
  });

  it('没有申报的市场主体', () => {
    expect(findings({}, ['market-entity', 'market-entity'])).toMatchObject([
      { kind: 'undeclared', item: '市场主体', weight: 'eligibility' },
    ]);
  });

  it('收入折成全年比较，按月按年申报都可以', () => {
    const base: Held = ['social-insurance', 'contribution-base', 2100];
    expect(findings(wage(2100, 'per-month'), base)).toEqual([]);
    expect(findings(wage(25_200, 'per-year'), base)).toEqual([]);
    expect(findings(wage(1200, 'per-month'), base)).toMatchObject([
      { declared: '全年 14,400.00 元', found: '全年 25,200.00 元' },
    ]);
    expect(findings(wage(1200, 'per-month'), ['tax', 'taxed-income', 14_400])).toEqual([]);
    expect(findings(wage(1200, 'per-month'), ['tax', 'taxed-income', 14_401])).toHaveLength(1);
  });

  it('死亡、服刑、户籍迁出必须说明；已申报服刑的不算差异', () => {
    expect(findings({}, ['death', 'dead'])).toMatchObject([{ kind: 'status', item: '已死亡' }]);
    expect(findings({}, ['household-register', 'moved-out'])).toHaveLength(1);
    expect(findings({}, ['household-register', 'in-prison'])).toHaveLength(1);
    const serving = {
      members: [{ id: 'a', relation: 'self' as const, specialStatus: 'serving-sentence' as const }],
    };
    expect(findings(serving, ['household-register', 'in-prison'])).toEqual([]);
  });

  it('已婚而没有申报配偶、离婚而申报了配偶', () => {
    const couple = {
      members: [
        { id: 'a', relation: 'self' as const },
        { id: 'b', relation: 'spouse' as const },
      ],
    };
    expect(findings(couple, ['marriage', 'married'])).toEqual([]);
    expect(findings({}, ['marriage', 'married'])).toMatchObject([{ declared: '未申报配偶' }]);
    expect(findings(couple, ['marriage', 'divorced'])).toMatchObject([{ declared: '有配偶' }]);
    expect(findings({}, ['marriage', 'divorced'])).toEqual([]);
  });

  it('无记录、无法查询、只作参考的项目不产生差异', () => {
    const held: Held[] = [
      ['tax', 'nothing'],
      ['deposit', 'unavailable'],
      ['household-register', 'registered'],
      ['housing-fund', 'housing-fund-balance', 9000],
    ];
    expect(findings({}, ...held)).toEqual([]);
  });

  it('同样的申报和结果得到同样的编号，数额一变就是新的差异', () => {
    const key = (yuan: number) => findings({}, ['deposit', 'deposit', yuan])[0]?.key;
    expect(key(100)).toBe(key(100));
    expect(key(100)).not.toBe(key(101));
  });
});
