import { expect, it } from 'vitest';
import { doubtWords } from './doubt-words.ts';

it('疑点只写话，不写本项目自己的编号', () => {
  expect(doubtWords('不少于 7 个自然日。(疑点 D-05)')).toBe('不少于 7 个自然日。');
  expect(doubtWords('限额：D-04：按人还是按户没有查到')).toBe('限额：按人还是按户没有查到');
});
