import { describe, expect, it } from 'vitest';
import { readQuestions, typedText } from './question-text.ts';

const typed = `1. 近亲属是否回避？
*A. 应当回避
B. 不必回避
依据：《公务员法》第七十六条

到会几人有效？
*三分之二以上
一人
*按议事规则`;

describe('题库的录入', () => {
  it('空行分题，星号是正确答案，依据另起一行；题号和选项字母不算内容', () => {
    expect(readQuestions(typed)).toEqual([
      {
        ...{ text: '近亲属是否回避？', options: ['应当回避', '不必回避'], answers: [0] },
        basis: '《公务员法》第七十六条',
      },
      {
        ...{ text: '到会几人有效？', options: ['三分之二以上', '一人', '按议事规则'] },
        ...{ answers: [0, 2], basis: '' },
      },
    ]);
  });
  it('写回文字再读，题目不变；没有内容就没有题', () => {
    const questions = readQuestions(typed);
    expect(readQuestions(typedText(questions))).toEqual(questions);
    const tricky = readQuestions(
      '2. 2.5 万元以下怎么办？\n＊D. A、B都对\nA. 对\n\n2.5 万元以上呢？\n*对\n错',
    );
    expect(tricky).toMatchObject([
      { text: '2.5 万元以下怎么办？', options: ['A、B都对', '对'], answers: [0] },
      { text: '2.5 万元以上呢？', options: ['对', '错'], answers: [0] },
    ]);
    expect(readQuestions(typedText(tricky))).toEqual(tricky);
    expect(readQuestions(' \n\n ')).toEqual([]);
  });
});
