import { describe, expect, it } from 'vitest';
import { initialCase } from '../case/index.ts';
import { coverLetterOf, coverLetters, type CoverLetterKind } from './cover-letter.ts';
import { casePaperList } from './paper-list.ts';
import { localDate } from '../../kernel/local-date.ts';
import type { CaseState } from '../case/index.ts';

const on = localDate('2026-03-02');
const accepted: CaseState = {
  ...initialCase,
  intake: { ...initialCase.intake, accepted: { number: '511702-2026-000001', on, by: 'c' } },
};
const referred: CaseState = {
  ...accepted,
  referral: {
    referrals: [
      {
        ...{ id: 'r1', to: '演县医疗保障局', needs: ['medical'], what: '自付医疗费高' },
        ...{ preparedOn: on, preparedBy: 'c', sent: null, answers: [], dropped: null },
      },
    ],
  },
};
const given = {
  ...{ today: on, applicant: '演甲', villageName: '演示村' },
  ...{ organ: '演镇人民政府', bureau: '演县民政局' },
};
const titles = (state: CaseState) => casePaperList('c1', state as never).map(({ title }) => title);

describe('办件的文书清单', () => {
  it('还没有登记家庭的办件没有文书', () => {
    expect(titles(initialCase)).toEqual([]);
  });

  it('受理以后有受理通知书和卷内目录，填了转介单的有转介单，给家庭的有大字版', () => {
    expect(titles(accepted)).not.toContain('社会救助转介单（演县医疗保障局）');
    const papers = casePaperList('c1', referred as never);
    expect(papers.map(({ title }) => title)).toEqual([
      '受理通知书',
      '入户调查表（空白）',
      '社会救助转介单（演县医疗保障局）',
      '卷内目录',
    ]);
    expect(papers[0]).toMatchObject({ hasLarge: true });
    expect(papers[2]).toMatchObject({
      hasLarge: false,
      letter: '/api/cases/c1/letters/referral?id=r1',
    });
  });

  it('特困多一张自理能力评估表；单独登记的多一张备案表和备案函', () => {
    const tekun = { ...accepted, course: { ...accepted.course, scheme: 'tekun' as const } };
    expect(titles(tekun)).toContain('特困人员生活自理能力评估表');
    const disclosure = { ...accepted.disclosure, registered: true };
    const near = casePaperList('c1', { ...accepted, disclosure } as never);
    expect(near.find(({ letter }) => letter?.endsWith('/kin-filing'))?.title).toBe(
      '近亲属单独登记备案表',
    );
  });
});

describe('公函草稿', () => {
  it('转介函写明申请什么、办到哪一步，转给谁、为什么', () => {
    expect(coverLetterOf('referral', accepted, given)).toBeNull();
    const letter = coverLetterOf('referral', referred, given);
    expect(letter?.paragraphs[0]).toContain('申请最低生活保障');
    expect(letter?.paragraphs[0]).toContain('目前正在办理');
    expect(letter?.to).toBe('演县医疗保障局');
    expect(letter?.paragraphs[1]).toContain('医疗救助方面的需要：自付医疗费高。');
  });

  it('备案函写给县民政局；没有近亲属登记、没有乡镇决定的临时救助就没有备案函', () => {
    const disclosure = { ...accepted.disclosure, registered: true };
    const letter = coverLetterOf('kin-filing', { ...accepted, disclosure }, given);
    expect(letter).toMatchObject({ to: '演县民政局', organ: '演镇人民政府' });
    expect(coverLetterOf('kin-filing', accepted, given)).toBeNull();
    expect(coverLetterOf('relief-filing', accepted, given)).toBeNull();
    expect(coverLetterOf('inquiry', accepted, { ...given, id: 'x' })).toBeNull();
  });

  it('没有受理的办件没有公函', () => {
    for (const kind of Object.keys(coverLetters) as CoverLetterKind[]) {
      expect(coverLetterOf(kind, initialCase, given)).toBeNull();
    }
  });
});
