import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runAssess } from './assess.ts';

const folder = mkdtempSync(join(tmpdir(), 'yimen-assess-'));
afterAll(() => rmSync(folder, { recursive: true }));

const known = { birth: '1970-01-01', labourCapacity: 'none', specialStatus: 'none' };
const FAMILY = {
  place: '511703001',
  residence: 'urban',
  acceptedOn: '2026-11-23',
  members: [
    { id: 'a', relation: 'self', ...known },
    { id: 'b', relation: 'spouse', ...known },
  ],
  incomes: [{ id: 'i', member: 'a', kind: 'pension', period: 'per-month', amount: 60_000 }],
  transfersPaid: [],
  assets: [],
  supporters: [],
};

function run(json: unknown, ...options: string[]) {
  const file = join(folder, 'family.json');
  writeFileSync(file, typeof json === 'string' ? json : JSON.stringify(json));
  const out: string[] = [];
  const err: string[] = [];
  const code = runAssess([...options, file], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('yimen assess', () => {
  test('打印结果、人均收入、金额和缩进的核算过程', () => {
    const { code, out } = run(FAMILY, '--region', '达州市');
    expect(code).toBe(0);
    expect(out).toContain('结果：符合低保条件');
    expect(out).toContain('月人均收入：300.00 元');
    expect(out).toContain('每月金额：1,052.00 元');
    expect(out).toContain('\n    家庭 家庭月人均收入低于低保标准：是（DB-23b）');
    expect(out).toContain('【本地规定未查到，暂用】');
  });

  test('不写地方和日期的，用户籍所在地和受理日期；写了的从所写', () => {
    expect(run(FAMILY).out).toContain('低保标准：826.00 元/人/月');
    expect(run(FAMILY, '--on', '2024-03-15').out).toContain('低保标准：740.00 元/人/月');
    expect(run(FAMILY, '--on', '2024-09-10').out).toContain('低保标准：740.00 元/人/月');
    expect(run(FAMILY, '--on', '2024-09-10', '--known', '2024-12-02').out).toContain(
      '788.00 元/人/月',
    );
  });

  test('--json 输出完整结果', () => {
    const { out } = run(FAMILY, '--json');
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'eligible',
      monthlyAmount: 105_200,
      missing: [],
    });
  });

  test('--schema 输出家庭文件的要求，不需要家庭文件', () => {
    const out: string[] = [];
    expect(runAssess(['--schema'], { out: (text) => out.push(text), err: () => {} })).toBe(0);
    expect(JSON.parse(out.join(''))).toMatchObject({ title: '家庭情况' });
  });

  test('缺事实的，列出需要补充什么，仍是得出结果', () => {
    const { code, out } = run({ ...FAMILY, assets: null });
    expect(code).toBe(0);
    expect(out).toContain('结果：尚不能确定');
    expect(out).toContain('需要补充\n  申请人的财产情况');
  });

  test.each([
    ['不是 JSON', '{', [], '家庭文件不是 JSON 文件'],
    ['缺成员', { place: '511703001' }, [], 'members：无效输入'],
    ['日期写错', FAMILY, ['--on', '2026-13-01'], '--on 不是日期'],
    ['没有这个地方', FAMILY, ['--region', '不存在市'], '没有唯一的地方叫“不存在市”'],
    ['没有规定的日期', FAMILY, ['--on', '2021-06-30'], '不能计算'],
    ['没有这个选项', FAMILY, ['--fast'], '用法：yimen assess'],
  ])('%s：中文说明，退出码 2', (_title, json, options, message) => {
    const { code, err, out } = run(json, ...options);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(out).toBe('');
  });

  test('读不到文件的，退出码 2', () => {
    const err: string[] = [];
    const code = runAssess([join(folder, 'none.json')], {
      out: () => {},
      err: (text) => err.push(text),
    });
    expect([code, err.join('')]).toEqual([2, expect.stringContaining('家庭文件读不到')]);
  });
});
