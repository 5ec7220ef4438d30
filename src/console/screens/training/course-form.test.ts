import { describe, expect, it } from 'vitest';
import { bodyOf, emptyCourse, emptyPart, formOf } from './course-form.ts';

const file = { id: 'ab'.repeat(32), name: '课件.pdf', mediaType: 'application/pdf', sizeBytes: 9 };
const typed = {
  ...emptyCourse(),
  ...{ title: ' 集体研究规则 ', acts: ['study', 'confirm'] as const, months: 6 },
  parts: [
    { ...emptyPart(), title: '回避', text: '近亲属应当回避', link: 'https://no' },
    { ...emptyPart('file'), title: '课件', text: '没有用的字', file: [file] },
    { ...emptyPart('video'), title: '录像', link: ' https://peixun.example/1 ' },
  ],
  questions: '近亲属回避吗？\n*回避\n不回避\n依据：议事规则',
};

describe('课程的录入', () => {
  it('每一节只送它那一种内容；没有另定月数的不送', () => {
    const body = bodyOf(typed, []);
    expect(body).toMatchObject({ title: '集体研究规则', acts: ['study', 'confirm'], months: 6 });
    expect(body.parts).toEqual([
      { title: '回避', is: 'text', text: '近亲属应当回避', file: null, link: '' },
      {
        ...{ title: '课件', is: 'file', text: '', link: '' },
        file: { hash: file.id, name: '课件.pdf', mime: 'application/pdf' },
      },
      { title: '录像', is: 'video', text: '', file: null, link: 'https://peixun.example/1' },
    ]);
    expect('months' in bodyOf({ ...typed, months: null }, [])).toBe(false);
  });
  it('改成新的一版：没有动的题保持编号，改过的题是新题', () => {
    const body = bodyOf(typed, []);
    const again = formOf(body as never);
    expect(bodyOf(again, body.questions)).toEqual(body);
    const changed = { ...again, questions: again.questions.replace('回避吗', '要不要回避') };
    expect(bodyOf(changed, body.questions).questions[0]?.id).not.toBe(body.questions[0]?.id);
  });
});
