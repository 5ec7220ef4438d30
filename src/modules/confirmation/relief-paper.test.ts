import { describe, expect, it } from 'vitest';
import { instant } from '../../kernel/clock.ts';
import { papers } from '../../paper/index.ts';
import { createStandards } from '../standards/store.ts';
import { type CaseEvent, type CaseState, evolveCase } from '../case/index.ts';
import type { CasePaper } from '../case/paper-head.ts';
import { caseWithout, given, standing, TODAY } from './decidable.fixture.ts';
import { confirmDecision } from './decide.ts';
import { noticeOf } from './notice.ts';
import { referralOf, reliefRegisterOf, temporaryReliefFilingOf } from './relief-paper.ts';

const LEFT = ['authorised', 'relatives', 'report', 'visit', 'posted', 'takenDown', 'meeting'];
const asHelpFirst: CaseEvent = {
  type: 'SchemeChanged',
  scheme: 'temporary',
  channel: 'help-first',
  because: '房屋失火，情况紧急',
};

function decided(left: readonly string[], ...first: readonly CaseEvent[]): CaseState {
  const before = first.map((event) => [event, 'clerk', TODAY] as const);
  const answer = confirmDecision({}, caseWithout(left, ...before), { ...given(), ...standing() });
  if (!answer.ok) throw new Error(answer.refusal.message);
  const after = answer.events.map((event) => [event, 'chair', TODAY] as const);
  return caseWithout(left, ...before, ...after);
}

const helped = decided(LEFT, asHelpFirst);
const granted = decided([]);

const sheet = (state: CaseState): CasePaper<unknown> => ({
  ...{ caseId: 'c1', area: '511702102200', state, given: given(), search: {}, demo: true },
  ...{ townshipName: '罗江镇', villageName: '演示村', organ: '罗江镇人民政府' },
  personName: () => '演某',
});

describe('《社会救助法》第五十条：先行救助登记表和补充说明', () => {
  it('给予以后就有，补充说明空着等人填写，写明最晚哪一天补齐', () => {
    const register = papers['relief-register'].schema.parse(reliefRegisterOf(sheet(helped)));
    expect(register).toMatchObject({ channel: 'help-first', decidedOn: TODAY });
    expect(register.completion).toBeUndefined();
    expect(register.papersBy > TODAY).toBe(true);
  });

  it('补齐、报告以后写在上面', () => {
    const { confirmation } = helped;
    const completion = {
      ...{ on: TODAY, by: 'clerk', situation: '夜间失火。', recipient: '演a' },
      ...{ handlers: ['经办甲', '经办乙'], papers: [] },
    };
    const reported = { meetingId: 'm', meetingNumber: '罗江镇救助会1号', on: TODAY };
    const state = { ...helped, confirmation: { ...confirmation, completion, reported } };
    const register = reliefRegisterOf(sheet(state));
    expect(register?.completion).toMatchObject({ recipient: '演a', situation: '夜间失火。' });
    expect(register?.reported).toEqual({ meeting: '罗江镇救助会1号', on: TODAY });
  });

  it('按一般程序办的没有', () => {
    expect(reliefRegisterOf(sheet(granted))).toBeNull();
  });
});

describe('《社会救助暂行办法》第四十八条：乡镇审批临时救助备案', () => {
  it('乡镇决定的临时救助才有备案表', () => {
    const filing = temporaryReliefFilingOf(sheet(helped));
    expect(papers['temporary-relief-filing'].schema.parse(filing).amount).toBe(30_000);
    expect(temporaryReliefFilingOf(sheet(granted))).toBeNull();
  });
});

describe('转介单', () => {
  it('写明办到哪一步，不带身份证号和账号', () => {
    const asked = (state: CaseState) => ({ ...sheet(state), search: {} });
    expect(referralOf(asked(granted), '19900000001')).toBeNull();
    const event: CaseEvent = {
      type: 'ReferralPrepared',
      referral: { id: 'r1', to: '演县医疗保障局', needs: ['medical'], what: '自付医疗费高。' },
    };
    const meta = { seq: 1, actor: 'clerk', post: 'p', occurredOn: TODAY, recordedAt: instant(0) };
    const state = evolveCase(granted, event, meta);
    const paper = papers.referral.schema.parse(referralOf(asked(state), '19900000001'));
    expect(paper).toMatchObject({ to: '演县医疗保障局', needs: ['medical'], family: {} });
    expect(paper.standing).toContain('已确认给予最低生活保障');
    expect(JSON.stringify(paper)).not.toMatch(/\d{12,}/);
  });
});

describe('确认通知书按救助项目和办理方式', () => {
  const letter = (state: CaseState) => {
    const { paper, data } = noticeOf(state, {
      procedure: createStandards().procedureOf('511702', TODAY),
      villageName: '演示村',
      townshipOrgan: '罗江镇人民政府',
      window: { place: '便民服务中心', phone: '12349', hotline: '12349' },
      demo: false,
    });
    if (paper !== 'grant-notice') throw new Error('must be a grant');
    return papers['grant-notice'].schema.parse(data);
  };

  it('先行救助：一次性金额，没有起始月份和复核日期，依据是先行救助', () => {
    const once = letter(helped);
    expect(once.urgent).toBe(true);
    expect(once.benefit).toEqual({ kind: 'once', amount: 30_000 });
    expect(once.reviewBy).toBeUndefined();
    expect(once.basis[0]?.source).toBe('《中华人民共和国社会救助法》第五十条');
    expect(once.reportWhen.join()).not.toContain('人口');
  });

  it('低保：每月金额、起始月份、复核日期，依据写到条', () => {
    const monthly = letter(granted);
    expect(monthly.urgent).toBe(false);
    expect(monthly.benefit).toMatchObject({ kind: 'monthly', startMonth: '2026-04' });
    expect(monthly.reviewBy).toBeDefined();
    for (const { source } of monthly.basis) expect(source).toMatch(/^《.+》第.+条/);
  });
});
