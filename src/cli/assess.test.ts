import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { entryOf, writtenPlace } from '../rules/policy-check/written-place.fixture.ts';
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

async function run(json: unknown, ...options: string[]) {
  const file = join(folder, 'family.json');
  writeFileSync(file, typeof json === 'string' ? json : JSON.stringify(json));
  const out: string[] = [];
  const err: string[] = [];
  const code = await runAssess([...options, file], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('yimen assess：全部项目', () => {
  test('符合哪些、哪些不另行认定、哪些不能核算，离线多远', async () => {
    const { code, out } = await run(FAMILY, '--region', '达州市');
    expect(code).toBe(0);
    expect(out).toContain(
      '一次申请、分类审核认定  达州市  基准日 2026年11月23日\n符合：最低生活保障\n',
    );
    expect(out).toContain('已符合最低生活保障，不再认定为低保边缘家庭、刚性支出困难家庭。');
    expect(out).toContain('最低生活保障：符合，每月 1,052.00 元\n  离线多远：最近的线是');
    expect(out).toContain('低保边缘家庭：不另行认定（已符合最低生活保障）');
    expect(out).toContain('告知申请家庭\n  最低生活保障：您家按 2 口人计算');
  });

  test('缺事实的，每个项目各自列出还需要什么，仍是得出结果', async () => {
    const { code, out } = await run({ ...FAMILY, assets: null });
    expect(code).toBe(0);
    expect(out).toContain('最低生活保障：尚不能确定\n  还需要：申请人的财产情况');
  });

  test('--family 只输出给家庭看的话，没有条文和规则编号', async () => {
    const { out } = await run(FAMILY, '--family');
    expect(out).toMatch(/^最低生活保障：您家按 2 口人计算.*每月可以领取 1,052.00 元。/);
    expect(out).not.toMatch(/DB-|第十/);
  });

  test('--officer 附上每个项目的核算表', async () => {
    const { out } = await run(FAMILY, '--officer');
    expect(out).toContain('最低生活保障核算表  达州市');
    expect(out).toContain('低保边缘家庭核算表  达州市');
    expect(out.indexOf('告知申请家庭')).toBeLessThan(out.indexOf('最低生活保障核算表'));
  });

  test('--json 输出每个项目的完整结果', async () => {
    const { out } = await run(FAMILY, '--json');
    expect(JSON.parse(out)).toMatchObject({
      results: { dibao: { ok: true, assessment: { outcome: 'eligible', monthlyAmount: 105_200 } } },
      qualifies: [{ scheme: 'dibao', shutsOut: ['margin', 'rigid', 'tekun'] }],
    });
  });

  test('所有项目都不能核算的，说明缺什么，退出码 2', async () => {
    const { code, err } = await run(FAMILY, '--on', '2021-06-30');
    expect([code, err]).toEqual([2, expect.stringContaining('不能计算')]);
  });
});

describe('yimen assess --scheme：一个项目的核算表', () => {
  test('结果、人均收入、金额、算式、参数和文件', async () => {
    const { code, out } = await run(FAMILY, '--region', '达州市', '--scheme', 'dibao');
    expect(code).toBe(0);
    expect(out).toContain('结果：符合最低生活保障条件');
    expect(out).toContain('月人均收入：300.00 元');
    expect(out).toContain('每月金额：1,052.00 元');
    expect(out).toContain('\n    家庭 家庭月人均收入低于低保标准：是（DB-23b）');
    expect(out).toContain('＝ 家庭月人均收入 300.00 元/人/月 < 低保标准 826.00 元/人/月，故为“是”');
    expect(out).toContain('【本地规定未查到，暂用】');
  });

  test('不写地方和日期的，用户籍所在地和受理日期；写了的从所写', async () => {
    const standard = async (...options: string[]) => {
      const { out } = await run(FAMILY, '--scheme', 'dibao', ...options);
      return /低保标准：(.*) 元\/人\/月/.exec(out)?.[1];
    };
    expect(await standard()).toBe('826.00');
    expect(await standard('--on', '2024-03-15')).toBe('740.00');
    expect(await standard('--on', '2024-09-10')).toBe('740.00');
    expect(await standard('--on', '2024-09-10', '--known', '2024-12-02')).toBe('788.00');
  });

  test('项目可以写代码，也可以写名称', async () => {
    const named = await run(FAMILY, '--scheme', '最低生活保障', '--json');
    const coded = await run(FAMILY, '--scheme', 'dibao', '--json');
    expect(named.out).toBe(coded.out);
    expect(JSON.parse(coded.out)).toMatchObject({ scheme: 'dibao', missing: [] });
  });

  test('边缘家庭不按月发钱，核算表不写金额', async () => {
    const { out } = await run(FAMILY, '--scheme', 'margin');
    expect(out).toContain('结果：不符合低保边缘家庭条件');
    expect(out).not.toContain('每月金额');
  });

  test('--family 只输出给家庭看的话', async () => {
    const { out } = await run(FAMILY, '--scheme', 'dibao', '--family');
    expect(out).toBe(
      '您家按 2 口人计算，平均每人每月收入 300.00 元，低保标准是每人每月 826.00 元，符合低保条件，每月可以领取 1,052.00 元。',
    );
  });

  test('缺事实的，列出需要补充什么', async () => {
    const { code, out } = await run({ ...FAMILY, assets: null }, '--scheme', 'dibao');
    expect(code).toBe(0);
    expect(out).toContain('结果：尚不能确定最低生活保障条件');
    expect(out).toContain('需要补充\n  申请人的财产情况');
  });
});

describe('yimen assess --policy：regions/ 以外的地方文件', () => {
  const place = (more: readonly Record<string, unknown>[] = []) => {
    const path = join(folder, 'place.json');
    writeFileSync(path, JSON.stringify(writtenPlace(more)));
    return path;
  };

  test('新地方不放进程序也能核算；按名称也找得到', async () => {
    const family = { ...FAMILY, place: '990101001' };
    for (const region of [[], ['--region', '测试县']]) {
      const { code, out } = await run(family, '--scheme', 'dibao', '--policy', place(), ...region);
      expect(code).toBe(0);
      expect(out).toContain('低保标准：640.00 元/人/月');
      expect(out).toContain('每月金额：680.00 元');
    }
  });

  test('改稿代替随程序发布的文件', async () => {
    const path = join(folder, 'draft.json');
    writeFileSync(path, JSON.stringify(writtenPlace([], { place: '5117', name: '达州市' })));
    const { out } = await run(FAMILY, '--scheme', 'dibao', '--policy', path);
    expect(out).toContain('低保标准：640.00 元/人/月');
  });

  test('有错误的地方文件不能据此核算，列出文件、行、列和改法', async () => {
    const wrong = place([entryOf('marginPercent', 150)]);
    const { code, err, out } = await run(FAMILY, '--policy', wrong);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('地方文件有 1 处错误，不能据此核算');
    expect(err).toMatch(/place\.json:1:\d+ 错误：“低保边缘收入线.*没有写明单位/);
  });
});

describe('yimen assess：输入有误', () => {
  test('--schema 输出家庭文件的要求，不需要家庭文件', async () => {
    const out: string[] = [];
    expect(await runAssess(['--schema'], { out: (text) => out.push(text), err: () => {} })).toBe(0);
    expect(JSON.parse(out.join(''))).toMatchObject({ title: '家庭情况' });
  });

  test('自相矛盾的一户，所有错误一次说出，各有行列', async () => {
    const members = [
      ...FAMILY.members,
      { id: 'c', relation: 'spouse', birth: '1971-01-01' },
      { id: 'd', relation: 'child', birth: '1960-01-01' },
    ];
    const assets = [{ id: 'h', owner: 'a', kind: 'house', areaSquareMetres: -80 }];
    const { code, err } = await run({ ...FAMILY, members, assets });
    expect(code).toBe(2);
    expect(err).toContain('家庭文件有 3 处不符合要求');
    expect(err).toMatch(/family\.json:1:\d+ 家庭成员第 3 条：配偶只能登记一名/);
    expect(err).toMatch(/family\.json:1:\d+ 家庭成员第 4 条：子女的出生日期不晚于申请人/);
    expect(err).toMatch(/family\.json:1:\d+ 财产情况第 1 条“房屋面积”：不能小于 0/);
  });

  test.each([
    ['不是 JSON', '{', [], '家庭文件有 1 处不符合要求'],
    ['缺成员', { place: '511703001' }, [], '家庭成员：没有填写'],
    ['日期写错', FAMILY, ['--on', '2026-13-01'], '--on 不是日期'],
    ['没有这个地方', FAMILY, ['--region', '不存在市'], '没有唯一的地方叫“不存在市”'],
    ['没有这个项目', FAMILY, ['--scheme', 'housing'], '没有这个救助项目：housing'],
    ['没有规定的日期', FAMILY, ['--scheme', 'dibao', '--on', '2021-06-30'], '不能计算'],
    ['没有受理日期', { ...FAMILY, acceptedOn: null }, [], '请用 --on 给出核算基准日'],
    ['没有这个选项', FAMILY, ['--fast'], '用法：yimen assess'],
    ['没有用处的选项', FAMILY, ['--from', '5'], '--from 只与 --bulk 同用'],
    ['一批不能只算一项', FAMILY, ['--bulk', '--scheme', 'dibao'], '--scheme 只用于核算一户'],
  ])('%s：中文说明，退出码 2', async (_title, json, options, message) => {
    const { code, err, out } = await run(json, ...options);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(out).toBe('');
  });

  test('读不到文件、没有给文件的，退出码 2', async () => {
    const err: string[] = [];
    const io = { out: () => {}, err: (text: string) => void err.push(text) };
    expect(await runAssess([join(folder, 'none.json')], io)).toBe(2);
    expect(await runAssess([], io)).toBe(2);
    expect(err[0]).toContain('家庭文件读不到');
    expect(err[1]).toContain('请给出一个家庭文件');
  });
});
