import { describe, expect, it } from 'vitest';
import { fen } from '../../kernel/fen.ts';
import { localDate } from '../../kernel/local-date.ts';
import { papers } from '../../paper/index.ts';
import {
  after,
  CHECKERS,
  FILE,
  givenOn,
  oldPerson,
  OFFICER,
  running,
  TODAY,
  told,
  type Told,
} from './benefit.fixture.ts';
import type { Custody } from './custody.ts';
import type { BenefitEvent } from './benefit-event.ts';
import { reportCareChange } from './decide-care.ts';
import { proposeAdjustment } from './propose-adjustment.ts';
import {
  careSheetOf,
  hearingRecordOf,
  passbookCustodyOf,
  type RecipientPaper,
  supportFileOf,
  terminationPosterOf,
} from './recipient-paper.ts';

const context: RecipientPaper = {
  today: TODAY,
  procedure: givenOn().procedure,
  villageName: '演示村民委员会',
  townshipOrgan: '演镇人民政府',
  organ: '演镇人民政府',
  window: { place: '演镇便民服务中心', phone: '12349', hotline: '12349' },
  demo: true,
  townshipName: '演镇',
  bureau: '演县民政局',
  lastDay: () => localDate('2026-09-08'),
  personName: (person) => `人员${person.slice(-1)}`,
};

const tekun = running({ scheme: 'tekun', amount: fen(114_000), facts: oldPerson('canBathe') });
const stopping: readonly Told[] = [
  ...tekun,
  ...told(
    proposeAdjustment(
      {
        id: 'adj1',
        kind: 'stop',
        ground: 'voluntary',
        reasons: '查实另有住房两套，患精神疾病',
        files: [FILE],
        refuser: null,
      },
      after(...tekun),
      givenOn(),
    ),
  ),
];
const sealed = { tail: '0001' } as unknown as Custody['keeper']['phone'];
const as = (event: BenefitEvent): Told => [event, { by: OFFICER, on: TODAY }];

describe('特困人员认定办法第二十六条：终止公示', () => {
  it('只有姓名和村，写到公示末日；不写理由、金额、出生日期、编号', () => {
    const poster = terminationPosterOf(after(...stopping), context, 'a3');
    const parsed = papers['termination-poster'].schema.parse(poster);
    expect(parsed.rows).toEqual([{ applicant: { kind: 'named', name: '演a' }, village: '演示村' }]);
    expect(parsed.until).toBe('2026-09-08');
    const said = JSON.stringify(poster);
    for (const secret of ['住房', '精神', '1140', '1950', '演低保']) {
      expect(said).not.toContain(secret);
    }
  });

  it('未成年人不写姓名；不知道年龄的也不写', () => {
    const open = after(...stopping);
    if (!open.enrolment) throw new Error('must be enrolled');
    const withBirth = (birth: ReturnType<typeof localDate> | null) => ({
      ...open,
      enrolment: open.enrolment && {
        ...open.enrolment,
        people: open.enrolment.people.map((each) => ({ ...each, birth })),
      },
    });
    for (const birth of [localDate('2012-05-05'), null]) {
      const poster = terminationPosterOf(withBirth(birth), context, 'a4');
      expect(poster?.rows[0]?.applicant).toEqual({ kind: 'minor' });
    }
  });

  it.each([
    ['没有拟终止的', after(...tekun)],
    ['不是特困人员的', after(...running())],
  ])('%s，没有终止公示', (_, state) => {
    expect(terminationPosterOf(state, context, 'a4')).toBeNull();
  });
});

describe('社会救助法第四十八条：听取意见记录', () => {
  const notice = {
    on: TODAY,
    recipient: '演甲',
    role: 'recipient' as const,
    proof: FILE,
    respondBy: localDate('2026-09-08'),
  };

  it('告知以后才有；没有答复的留空白由人填写', () => {
    expect(hearingRecordOf(after(...stopping), context)).toBeNull();
    const told = after(...stopping, as({ type: 'HearingNoticeGiven', notice }));
    const record = papers['hearing-record'].schema.parse(hearingRecordOf(told, context));
    expect(record.answer).toBeUndefined();
    expect(record.noticeTo).toBe('演甲（本人）');
  });

  it('答复以后写明方式、内容和听取人', () => {
    const answer = {
      kind: 'hearing' as const,
      on: TODAY,
      content: '不同意，房子是儿子的。',
      proof: FILE,
    };
    const state = after(
      ...stopping,
      as({ type: 'HearingNoticeGiven', notice }),
      as({ type: 'HearingRequested', on: TODAY }),
      as({ type: 'HearingAnswered', answer }),
    );
    const record = papers['hearing-record'].schema.parse(hearingRecordOf(state, context));
    expect(record.answer).toEqual({ kind: 'hearing', on: TODAY, content: answer.content });
    expect(record.hearers[0]?.name).toBe('人员r');
    expect(record.hearingAskedOn).toBe(TODAY);
  });
});

describe('特困人员认定办法第十七条、第二十三条：档案和自理能力', () => {
  it('档案登记卡写明金额、依据和自理能力；低保家庭没有', () => {
    const card = papers['support-file'].schema.parse(supportFileOf(after(...tekun), context));
    expect(card.entitlements).toHaveLength(1);
    expect(card.care).toEqual({ fails: 1 });
    expect(supportFileOf(after(...running()), context)).toBeNull();
  });

  it('自理能力变化的评估表：评估前空着，评估后按登记的打勾', () => {
    const change = reportCareChange(
      { id: 'c1', memberId: 'a', what: '摔倒后不能走路' },
      after(...tekun),
      givenOn(),
    );
    const reported = [...tekun, ...told(change)];
    const blank = papers['self-care-assessment'].schema.parse(
      careSheetOf(after(...reported), context),
    );
    expect(blank.found).toBeUndefined();
    expect(blank.cause).toMatchObject({ kind: 'change', what: '摔倒后不能走路' });
    const indicators = {
      ...{ canEat: true, canDress: true, canGetUp: true },
      ...{ canToilet: true, canWalk: false, canBathe: false },
    };
    const state = after(
      ...reported,
      as({ type: 'CareAssessed', memberId: 'a', indicators, assessors: CHECKERS, file: FILE }),
    );
    const filled = papers['self-care-assessment'].schema.parse(careSheetOf(state, context));
    expect(filled.found?.can).toMatchObject({ eat: true, walk: false, bathe: false });
    expect(filled.assessors).toHaveLength(CHECKERS.length);
    expect(careSheetOf(after(...tekun), context)).toBeNull();
  });
});

describe('最低生活保障审核确认办法第二十六条：存折代管', () => {
  it('代管人、原因、签字人都按登记填写，账号只有末位；没有代管的没有', () => {
    expect(passbookCustodyOf(after(...running()), context, '')).toBeNull();
    const arranged = as({
      type: 'CustodyArranged',
      custody: {
        id: 'k1',
        keeper: { name: '村演干部', unit: '示例村委会', phone: sealed, relation: '村干部' },
        ...{ reason: 'ill', note: '', signer: 'self', signedBy: '演甲', witness: '见演证' },
      },
    });
    const agreement = papers['passbook-custody'].schema.parse(
      passbookCustodyOf(after(...running(), arranged), context, '08180000001'),
    );
    expect(agreement.keeper).toMatchObject({ name: '村演干部', phone: '08180000001' });
    expect(agreement.witness).toEqual({ name: '见演证' });
    expect(agreement.monthly).toBe(100_000);
    expect(agreement.from).toBe('2025-10');
  });
});
