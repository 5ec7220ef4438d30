import { expect, test } from 'vitest';
import { personName } from './contract-field.ts';

const isTaken = (text: string) => personName().safeParse(text).success;

test('姓名：少数民族姓名的间隔号、生僻字可以；看不见的字符、控制字符不可以', () => {
  for (const name of ['夏演泉', '阿依·买买提', '𠮷演', '\ue863演'])
    expect(isTaken(name)).toBe(true);
  for (const name of ['\u200b\u200b', '张\u202e三', '张\u0007三', '张\u2028三', '夏']) {
    expect(isTaken(name)).toBe(false);
  }
});
