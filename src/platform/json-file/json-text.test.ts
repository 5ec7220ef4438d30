import { describe, expect, test } from 'vitest';
import { readJsonText } from './json-text.ts';

const faultOf = (text: string) => {
  const { faults, json } = readJsonText(text);
  const [first] = faults;
  return first && { at: [first.line, first.column], message: first.message, isRead: json !== null };
};

describe('带位置的 JSON 文件', () => {
  test.each([
    ['空文件', ' \n', [1, 1], '文件是空的'],
    ['多一个逗号', '{\n  "a": 1,\n}', [3, 1], '请删去它后面的逗号'],
    ['少一个逗号', '{\n  "a": 1\n  "b": 2\n}', [3, 3], '缺少英文逗号'],
    ['中文逗号', '{"a": 1，"b": 2}', [1, 8], '中文标点“，”'],
    ['中文冒号', '{"a"：1}', [1, 5], '中文标点“：”'],
    ['注释', '{\n  // 说明\n  "a": 1\n}', [2, 3], '不能写注释'],
    ['引号没有成对', '{"a": "b\n}', [1, 7], '引号没有成对'],
    ['括号没有成对', '{"a": [1, 2}', [1, 12], '括号没有成对'],
    ['名称没有引号', '{a: 1}', [1, 2], '读不懂'],
    ['末尾多出内容', '{} {}', [1, 4], '多出来的'],
    ['数字写法', '{"a": 1.}', [1, 7], '数字没有写完'],
    ['反斜杠', String.raw`{"a": "\q"}`, [1, 7], '反斜杠'],
  ])('%s：指出行、列和怎样改', (_title, text, at, message) => {
    const found = faultOf(text);
    expect(found?.at).toEqual(at);
    expect(found?.message).toContain(message);
    expect(found?.isRead).toBe(false);
  });

  test('只说第一处，后面的不猜', () => {
    expect(readJsonText('{"a":: 1,, "b"}').faults).toHaveLength(1);
  });

  test('括号套得太深的，拒绝而不是崩溃', () => {
    expect(faultOf('['.repeat(200_000))?.message).toContain('太深');
  });

  test('同一处写了两次的名称，指出第二个，内容仍可继续检查', () => {
    const found = faultOf('{\n  "a": 1,\n  "b": {"a": 2},\n  "a": 3\n}');
    expect(found).toEqual({
      at: [4, 3],
      message: '“a”在同一处写了两次，请只留一个',
      isRead: true,
    });
  });

  test('文件头的字节顺序标记不算内容', () => {
    const { json } = readJsonText('\ufeff{"a": 1}');
    expect(json?.placeOf({ path: ['a'] })).toEqual({ line: 1, column: 7 });
  });

  test('换行写成 CRLF 的，行号相同', () => {
    const { json } = readJsonText('{\r\n  "a": [\r\n    1\r\n  ]\r\n}');
    expect(json?.placeOf({ path: ['a', 0] })).toEqual({ line: 3, column: 5 });
  });

  const { json } = readJsonText(String.raw`{
  "名": {"x": "一\u4e8c\n三"},
  "y": [true]
}`);

  test('按路径找到值、名称和文字里的一个字', () => {
    expect(json?.placeOf({ path: ['名', 'x'] })).toEqual({ line: 2, column: 14 });
    expect(json?.placeOf({ path: ['名', 'x'], isName: true })).toEqual({ line: 2, column: 9 });
    expect(json?.placeOf({ path: ['名', 'x'], character: 0 })).toEqual({ line: 2, column: 15 });
    expect(json?.placeOf({ path: ['名', 'x'], character: 2 })).toEqual({ line: 2, column: 22 });
    expect(json?.placeOf({ path: ['名', 'x'], character: 3 })).toEqual({ line: 2, column: 24 });
  });

  test('没有的东西，指出离它最近的', () => {
    expect(json?.placeOf({ path: ['名', 'z'] })).toEqual({ line: 2, column: 8 });
    expect(json?.placeOf({ path: ['y', 0, 'z'] })).toEqual({ line: 3, column: 9 });
    expect(json?.placeOf({ path: [] })).toEqual({ line: 1, column: 1 });
  });

  test('__proto__ 只是一个名称', () => {
    const read = readJsonText('{"__proto__": {"a": 1}}');
    expect(Object.keys(read.json?.value as object)).toEqual(['__proto__']);
  });
});
